import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { paragraphUnits, windowUnits } from '../../../src/stages/tabulate/coded-units.js';
import { tabulateOverlaps } from '../../../src/stages/tabulate/tabulate-overlaps.js';
import { tabulatePairs } from '../../../src/stages/tabulate/tabulate-pairs.js';
import { VILLAGE } from '../village-codebook.js';
import { passage } from './coding.js';

const village = frameworkOf(VILLAGE);

/** The sentences of a case, paragraphs apart by `|`, each with the codes of the sentence. */
function caseOf(caseId: string, paragraphs: readonly (readonly string[][])[]) {
  let at = 0;
  return paragraphs.flatMap((sentences, index) =>
    sentences.map((codes) => {
      at += 1;
      return {
        caseId,
        start: at * 10,
        end: at * 10 + 10,
        quote: `第${at}句`,
        paragraph: index + 1,
        characters: 10,
        evidence: codes.map((code) => ({ ...passage(caseId, code), codebookId: 'village' })),
      };
    }),
  );
}

const ONE = caseOf('A', [
  [['park'], [], ['cooperative']],
  [['park', 'cooperative'], ['park']],
]);
const TWO = caseOf('B', [[['cooperative']], [['park']]]);
const brief = (options: Partial<Parameters<typeof tabulateOverlaps>[2]>) =>
  tabulateOverlaps(village, [ONE, TWO], { unit: 'passage', within: 1, ...options }).map(
    ({ caseId, quote, distance, otherQuote }) => [caseId, quote, distance, otherQuote].join(' '),
  );
const shared = (units: Parameters<typeof tabulatePairs>[2]) =>
  tabulatePairs(village, undefined, units, undefined)[0]?.sharedUnits;

describe('the text where two codes meet', () => {
  it('is the sentence that has both', () => {
    expect(brief({})).toEqual(['A 第4句 0 ']);
    expect(shared([...ONE, ...TWO])).toBe(1);
  });

  it('of a paragraph is the two nearest sentences, a row for each shared unit', () => {
    expect(brief({ unit: 'paragraph' })).toEqual(['A 第1句 2 第3句', 'A 第4句 0 ']);
    expect(shared([...paragraphUnits(ONE), ...paragraphUnits(TWO)])).toBe(2);
  });

  it('of a case is the nearest, also across paragraphs', () => {
    expect(brief({ unit: 'case' })).toEqual(['A 第4句 0 ', 'B 第2句 1 第1句']);
  });

  it('within so many sentences is each sentence of the one with the nearest of the other', () => {
    expect(brief({ unit: 'window', within: 1 })).toEqual([
      'A 第4句 0 ',
      'A 第5句 1 第4句',
      'B 第2句 1 第1句',
    ]);
    expect(brief({ unit: 'window', within: 2 })).toHaveLength(4);
  });

  it('takes a place of every case before a second one of any', () => {
    expect(brief({ unit: 'window', within: 2, quotes: 2 })).toEqual(['A 第1句 2 第3句', 'B 第2句 1 第1句']);
  });
});

it('a window is a sentence with those before it, in its own case', () => {
  expect(windowUnits(ONE, 2)).toHaveLength(ONE.length);
  // Sentences 3, 4 and 5 of the first case have both codes at most two sentences before, and the last of the second.
  expect(shared([...windowUnits(ONE, 2), ...windowUnits(TWO, 2)])).toBe(4);
  expect(shared([...windowUnits(ONE, 1), ...windowUnits(TWO, 1)])).toBe(3);
});
