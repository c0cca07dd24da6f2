import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { caseUnits } from '../../../src/stages/tabulate/coded-units.js';
import { tabulatePairs } from '../../../src/stages/tabulate/tabulate-pairs.js';
import { TWO_LEVELS, VILLAGE } from '../village-codebook.js';
import { passage } from './coding.js';

const village = frameworkOf(VILLAGE);
const other = frameworkOf({ ...TWO_LEVELS, id: 'results' });

/** A sentence with codes, those of the other framework written `results:grid`. */
const sentence = (caseId: string, ...codes: string[]) => ({
  caseId,
  evidence: codes.map((code) => {
    const [codeId = '', codebookId = 'village'] = code.split(':').toReversed();
    return { ...passage(caseId, codeId), codebookId };
  }),
});

const SENTENCES = [
  sentence('JX01', 'park', 'cooperative', 'results:park'),
  sentence('JX01', 'park', 'park', 'grid'),
  sentence('JX02', 'cooperative', 'park', 'results:park', 'results:order'),
  sentence('JX02', 'safeguards'),
  sentence('JX02'),
  sentence('JX03', 'warning', 'results:grid'),
];
const CASES = caseUnits(
  ['JX01', 'JX02', 'JX03'],
  SENTENCES.flatMap(({ evidence }) => evidence),
);
const brief = (rows: ReturnType<typeof tabulatePairs>) =>
  rows.map((row) => [
    row.codeId,
    row.otherCodeId,
    row.units,
    row.otherUnits,
    row.sharedUnits,
    row.sharedCases,
  ]);

describe('pairs of codes', () => {
  it('of one codebook stand once each, the most frequent first, with Jaccard and lift', () => {
    const rows = tabulatePairs(village, undefined, SENTENCES, undefined);
    expect(brief(rows)).toEqual([
      ['park', 'cooperative', 3, 2, 2, 2],
      ['grid', 'park', 1, 3, 1, 1],
    ]);
    expect(rows[0]).toMatchObject({
      code: '扶贫产业园',
      otherCode: '专业合作社',
      jaccard: 0.666667,
      lift: 2,
    });
    expect(rows[1]).toMatchObject({ jaccard: 0.333333, lift: 2 });
  });

  it('may be counted in cases', () => {
    expect(brief(tabulatePairs(village, undefined, CASES, undefined))).toEqual([
      ['park', 'cooperative', 2, 2, 2, 2],
      ['grid', 'park', 1, 2, 1, 1],
      ['grid', 'cooperative', 1, 2, 1, 1],
    ]);
  });

  it('of a higher level hold the passages of all codes below', () => {
    expect(brief(tabulatePairs(village, undefined, CASES, 1))).toEqual([
      ['safeguards', 'industry', 3, 2, 2, 2],
    ]);
  });

  it('of two codebooks cross every code with every other, codes of the same name apart', () => {
    expect(brief(tabulatePairs(village, other, SENTENCES, undefined))).toEqual([
      ['park', 'park', 3, 2, 2, 2],
      ['cooperative', 'park', 2, 2, 2, 2],
      ['warning', 'grid', 1, 1, 1, 1],
    ]);
  });

  it('take the lowest level of a codebook that has fewer', () => {
    expect(brief(tabulatePairs(village, other, SENTENCES, 3))).toEqual(
      brief(tabulatePairs(village, other, SENTENCES, undefined)),
    );
  });

  it('mirror each other when the codebooks change places', () => {
    const there = tabulatePairs(village, other, CASES, 1);
    const back = tabulatePairs(other, village, CASES, 1);
    expect(
      new Set(back.map((row) => [row.otherCodeId, row.codeId, row.sharedUnits, row.lift].join())),
    ).toEqual(new Set(there.map((row) => [row.codeId, row.otherCodeId, row.sharedUnits, row.lift].join())));
    expect(there.length).toBeGreaterThan(1);
  });
});
