import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { passageCoder } from '../../../src/stages/code/code-passages.js';
import { sliceCodePoints } from '../../../src/text/code-points.js';
import { mixedText } from '../../text/arbitraries.js';
import { VILLAGE } from '../village-codebook.js';
import { codedText } from './coded-text.js';

const codePassages = passageCoder(frameworkOf(VILLAGE));
const code = (text: string) => codePassages(codedText(text));
const codesOf = (text: string) => code(text).assignments.map(({ codeId }) => codeId);

/** A page as PDF extraction gives it: a word broken over two lines of equal length, a blank line between. */
const WRAPPED = [
  '栖禾县把桃园交给合作社统一管理，农户按地块入股，',
  '每年秋后由村里当众分一次账，谁家出了多少工、投了',
  '多少肥都写在祠堂的墙上。去年全村分到手的钱一共是',
  '十二万元，比前年多了三成，最少的一户也拿到了八百',
  '元。老支书说，账要算给大家看，大家才肯把扶贫产业',
  '园当成自己的家业来经营，这个理走到哪里都讲得通。',
].join('\n\n');

describe('coding passages', () => {
  it('refers once to a code for each sentence, however many of its terms stand there', () => {
    const { assignments, tokens } = code('产业园里又建扶贫园区，产业园有三个。合作社管产业园。');
    expect(assignments.map(({ codeId, quote }) => [codeId, quote])).toEqual([
      ['park', '产业园里又建扶贫园区，产业园有三个。'],
      ['cooperative', '合作社管产业园。'],
      ['park', '合作社管产业园。'],
    ]);
    expect(tokens).toEqual([
      { caseId: 'JX01', codeId: 'park', tokens: 4 },
      { caseId: 'JX01', codeId: 'cooperative', tokens: 1 },
    ]);
  });

  it('lets the longest term win across codes', () => {
    expect(codesOf('返贫监测')).toEqual(['warning']);
    expect(codesOf('监测返贫')).toEqual(['monitoring']);
    expect(code('扶贫产业园').tokens).toEqual([{ caseId: 'JX01', codeId: 'park', tokens: 1 }]);
  });

  it('codes at every level of the framework', () => {
    expect(codesOf('织密防贫网')).toEqual(['safeguards']);
  });

  it('proposes: by rule, as the program, unconfirmed', () => {
    expect(code('合作社').assignments).toEqual([
      {
        caseId: 'JX01',
        version: 'a'.repeat(64),
        codebookId: 'village',
        codeId: 'cooperative',
        polarity: 'supports',
        keywords: ['合作社'],
        rules: [],
        start: 0,
        end: 3,
        quote: '合作社',
        cleanQuote: '合作社',
        origin: 'rule',
        coder: 'zhagen',
        status: 'proposed',
        decisionId: null,
      },
    ]);
  });

  it('points into the raw text behind carriage returns, blanks and emoji', () => {
    const text = '　　标题👨‍👩‍👧😀\r\n\r\n　　𠮷祥村有网格员。别的话。\r\n';
    const [assignment] = code(text).assignments;
    expect(assignment).toMatchObject({ codeId: 'grid', quote: '𠮷祥村有网格员。' });
    expect(sliceCodePoints(text, assignment as { start: number; end: number })).toBe('𠮷祥村有网格员。');
  });

  it('finds a word that the page broke, quotes it as it stands and also as it reads', () => {
    const [, park] = code(WRAPPED).assignments;
    expect(park).toMatchObject({ codeId: 'park', keywords: ['扶贫产业园'] });
    expect(park?.quote).toContain('扶贫产业\n\n园');
    expect(park?.cleanQuote).toContain('才肯把扶贫产业园当成自己的家业');
    expect(WRAPPED).toContain(park?.quote);
  });

  it('finds nothing in an empty text', () => {
    expect(code('')).toEqual({ assignments: [], tokens: [] });
  });

  it('gives spans that hold their quotes, whatever the raw text', () => {
    const terms = [
      '返贫监测',
      '网格员',
      '扶贫产业园',
      '产业园',
      '合作社',
      '防贫网',
      '👍',
      '\r\n',
      '\n\n',
      '　',
    ];
    const raw = fc
      .array(fc.oneof(fc.constantFrom(...terms), mixedText()), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(raw, (text) => {
        for (const assignment of code(text).assignments) {
          expect(sliceCodePoints(text, assignment)).toBe(assignment.quote);
          for (const keyword of assignment.keywords) expect(assignment.cleanQuote).toContain(keyword);
        }
      }),
      { numRuns: 300 },
    );
  });
});
