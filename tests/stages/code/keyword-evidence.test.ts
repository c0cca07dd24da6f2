import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../src/model/mapping.js';
import { keywordEvidence } from '../../../src/stages/code/keyword-evidence.js';
import { sliceCodePoints } from '../../../src/text/code-points.js';
import { codedText } from './coded-text.js';

const mapping = (rest: Partial<Mapping> = {}): Mapping => ({
  codebookId: 'village',
  group: 'JX01',
  word: '扶贫产业园',
  caseId: 'JX01',
  codeId: 'park',
  coreKeyword: '扶贫产业园',
  kind: 'controlled',
  method: 'alias',
  status: 'proposed',
  coder: 'zhagen',
  decisionId: null,
  ...rest,
});

const TEXT = '村里建了扶贫产业园。\r\n村级产业园也在扶贫产业园旁。大家都说好👍。路通了，桥也通了。';

const evidence = (words: readonly string[], quote: string | null = null, rest: Partial<Mapping> = {}) =>
  keywordEvidence(codedText(TEXT), [mapping(rest)], () => ({
    words,
    quotes: quote === null ? [] : [quote],
  }));
const quotesOf = (words: readonly string[], quote: string | null = null) =>
  evidence(words, quote).map((assignment) => assignment.quote);

describe('the evidence of a keyword', () => {
  it('is every sentence in which the keyword or a word folded into it stands, once each', () => {
    expect(quotesOf(['扶贫产业园', '村级产业园'])).toEqual([
      '村里建了扶贫产业园。',
      '村级产业园也在扶贫产业园旁。',
    ]);
  });

  it('holds the whole passage a reader quoted, also over several sentences', () => {
    expect(quotesOf([], '都说好👍。路通了')).toEqual(['大家都说好👍。路通了，桥也通了。']);
  });

  it('points into the raw text', () => {
    for (const one of evidence(['扶贫产业园'], '桥也通了')) {
      expect(sliceCodePoints(TEXT, one)).toBe(one.quote);
    }
  });

  it('carries the keyword, and who says so with which decision', () => {
    const decidedBy = { status: 'confirmed', coder: '左', decisionId: 'd1' } as const;
    expect(evidence(['扶贫产业园'], null, decidedBy)[0]).toMatchObject({
      keywords: ['扶贫产业园'],
      rules: [],
      origin: 'keyword',
      ...decidedBy,
    });
  });

  it('is nothing for a keyword that no code took', () => {
    expect(evidence(['扶贫产业园'], null, { codeId: null })).toEqual([]);
  });
});
