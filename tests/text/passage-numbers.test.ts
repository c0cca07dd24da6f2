import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/model/region.js';
import { normalizeText } from '../../src/stages/normalize/normalize-text.js';
import { normalizeAsIs, rawSpan } from '../../src/text/origins.js';
import { numberPassages } from '../../src/text/passage-numbers.js';
import { listSentences } from '../../src/text/sentence-list.js';
import { splitSentences } from '../../src/text/sentences.js';
import { mixedText } from './arbitraries.js';

const TALK = '访谈记录\n问：办了几个车间？\n答：三个。都在村里。\n后来又添一个。';

/** The regions of TALK: a question, and an answer of two paragraphs. */
const REGIONS: readonly Region[] = [
  { kind: 'question', start: 5, end: 15, speaker: '问' },
  { kind: 'body', start: 15, end: 33, speaker: '答' },
];

describe('the number of a passage', () => {
  it('counts paragraphs, sentences within them, and turns', () => {
    const numberOf = numberPassages(listSentences(normalizeAsIs(TALK)), REGIONS);
    const at = (words: string) => Object.values(numberOf([...TALK.slice(0, TALK.indexOf(words))].length));
    expect(at('访谈')).toEqual([1, 1, null, null]);
    expect(at('办了')).toEqual([2, 1, 1, '问']);
    expect(at('三个')).toEqual([3, 1, 2, '答']);
    expect(at('都在')).toEqual([3, 2, 2, '答']);
    expect(at('后来')).toEqual([4, 1, 2, '答']);
  });

  it('of a place behind a note that was set apart is that of the sentence around the note', () => {
    const raw = '车间办在村口，\n① 注：调查所得。\n吸纳二十人就业。\n第二段。';
    const clean = {
      text: '车间办在村口，吸纳二十人就业。\n第二段。\n① 注：调查所得。',
      origins: [
        { start: 0, length: 7, origin: 0, width: null },
        { start: 7, length: 13, origin: 18, width: null },
        { start: 20, length: 1, origin: 30, width: null },
        { start: 21, length: 9, origin: 8, width: null },
      ],
      steps: [],
    };
    const numberOf = numberPassages(listSentences(clean), []);
    expect(numberOf(raw.indexOf('吸纳')).paragraph).toBe(1);
    expect(numberOf(raw.indexOf('注：')).paragraph).toBe(3);
    expect(numberOf(raw.indexOf('第二段')).paragraph).toBe(2);
  });

  it('is found for every sentence of any text by where it begins', () => {
    fc.assert(
      fc.property(mixedText(), (raw) => {
        const clean = normalizeText(raw);
        const numberOf = numberPassages(listSentences(clean), []);
        const lines = clean.text.split('\n').filter((line) => line.trim() !== '');
        const letters = [...clean.text];
        for (const sentence of splitSentences(clean.text)) {
          const { paragraph } = numberOf(rawSpan(clean, sentence).start);
          expect(lines[paragraph - 1]).toContain(letters.slice(sentence.start, sentence.end).join(''));
        }
      }),
    );
  });
});
