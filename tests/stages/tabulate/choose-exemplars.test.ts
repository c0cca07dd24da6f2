import { describe, expect, it } from 'vitest';
import type { PillarRow } from '../../../src/model/table-rows.js';
import { chooseExemplars, leadingPlaces, rankCases } from '../../../src/stages/tabulate/choose-exemplars.js';

const row = (group: string, pillar: string, rank: number, references: number, margin = 0.5): PillarRow => ({
  group,
  pillar,
  rank,
  score: references,
  margin,
  assignments: 0,
  references,
  cases: 1,
  share: 0.5,
});
const choose = (byCase: readonly PillarRow[], ...pillars: string[]) =>
  [...chooseExemplars(new Map(pillars.map((pillar) => [pillar, rankCases(pillar, byCase)])))].map(
    ([pillar, { caseId, choice }]) => [pillar, caseId, choice],
  );

describe('the exemplar of a pillar', () => {
  it('is a case of which it is the main pillar, not the one that says most of everything', () => {
    const cases = [row('长', '产业', 1, 90), row('长', '保障', 2, 40), row('短', '保障', 1, 12)];
    expect(choose(cases, '保障')).toEqual([['保障', '短', 'main']]);
  });

  it('has most references, then the greatest gap, then the first id', () => {
    expect(choose([row('A', '甲', 1, 5), row('B', '甲', 1, 7)], '甲')).toEqual([['甲', 'B', 'main']]);
    expect(choose([row('A', '甲', 1, 5, 0.1), row('B', '甲', 1, 5, 0.9)], '甲')).toEqual([
      ['甲', 'B', 'main'],
    ]);
    expect(choose([row('B', '甲', 1, 5), row('A', '甲', 1, 5)], '甲')).toEqual([['甲', 'A', 'main']]);
  });

  it('is no case in which two pillars are first, where there is another', () => {
    const cases = [row('A', '甲', 1, 9), row('A', '乙', 1, 9), row('B', '甲', 1, 3)];
    expect(choose(cases, '甲')).toEqual([['甲', 'B', 'main']]);
  });

  it('is another case than that of the pillar before, if one is nearly as good', () => {
    const cases = [row('A', '甲', 2, 10), row('A', '乙', 3, 10), row('B', '乙', 2, 8), row('C', '乙', 2, 7)];
    expect(choose(cases, '甲', '乙')).toEqual([
      ['甲', 'A', 'most'],
      ['乙', 'B', 'most-other'],
    ]);
    const far = cases.filter(({ group }) => group !== 'B');
    expect(choose(far, '甲', '乙')).toEqual([
      ['甲', 'A', 'most'],
      ['乙', 'A', 'most'],
    ]);
  });

  it('is missing for a pillar without evidence, which has no rank', () => {
    expect(choose([{ ...row('A', '甲', 1, 0), rank: null }], '甲')).toEqual([]);
  });
});

describe('the places that lead a pillar', () => {
  const leads = (rows: readonly PillarRow[]) =>
    leadingPlaces('甲', rows).map(({ place, leads }) => [place, leads]);

  it('have most of it, or the highest score', () => {
    expect(leads([row('湖南', '甲', 1, 9), row('江西', '甲', 1, 3)])).toEqual([['湖南', 'both']]);
    const other = { ...row('江西', '甲', 1, 3), score: 20 };
    expect(leads([row('湖南', '甲', 1, 9), other])).toEqual([
      ['湖南', 'count'],
      ['江西', 'score'],
    ]);
  });

  it('are none where more than three are equal', () => {
    const equal = ['甲省', '乙省', '丙省', '丁省'].map((place) => row(place, '甲', 1, 1));
    expect(leads(equal)).toEqual([]);
    expect(leads(equal.slice(1))).toHaveLength(3);
  });
});
