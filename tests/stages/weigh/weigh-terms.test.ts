import { describe, expect, it } from 'vitest';
import type { CaseTerm } from '../../../src/model/candidate.js';
import { collectTerms } from '../../../src/stages/weigh/collect-terms.js';
import type { WordKnowledge } from '../../../src/stages/weigh/term-information.js';
import { tfIdfWeights } from '../../../src/stages/weigh/tf-idf-weights.js';
import { explainWeights, weighTerms } from '../../../src/stages/weigh/weigh-terms.js';
import { weightFactors } from '../../../src/stages/weigh/weight-factors.js';

/** Table 2 of the model study (Jiangxi), and words around it. */
const JIANGXI: [string, string, number][] = [
  ['扶贫产业园', 'n_new', 56],
  ['脱贫攻坚', 'n_new', 9],
  ['建档立卡贫困户', 'n_new', 6],
  ['新型经营主体', 'n_new', 3],
  ['四化标准', 'n_new', 2],
  ['贫困户', 'n', 30],
  ['产业', 'n', 60],
];

function terms(caseId: string, words: readonly (readonly [string, string, number])[]): CaseTerm[] {
  return words.map(([word, pos, frequency]) => ({
    caseId,
    word,
    pos,
    frequency,
    begins: frequency,
    ends: frequency,
    isNew: pos.endsWith('_new'),
  }));
}

const groups = new Map([
  ['江西', [...terms('JX01', JIANGXI), ...terms('JX02', [['扶贫产业园', 'n_new', 4]])]],
  [
    '湖南',
    terms('HN01', [
      ['产业', 'n', 10],
      ['贫困户', 'n', 5],
      ['五指庭院', 'n_new', 5],
    ]),
  ],
]);
const documentFrequency = new Map([
  ['扶贫产业园', 2],
  ['产业', 3],
  ['贫困户', 2],
]);

const newWords = [
  { word: '扶贫产业园', score: 0.7, leftEntropy: 1.5, rightEntropy: 2 },
  { word: '四化标准', score: 0.05, leftEntropy: 1.1, rightEntropy: 0.5 },
];

/** Every term as special as any. */
const special: WordKnowledge = { inDictionary: () => false, idf: () => 14 };

describe('weighTerms', () => {
  const ranked = weighTerms(groups, weightFactors({ documents: 3, documentFrequency, newWords }, special), {
    top: 5,
  });

  it('puts the frequent new word of a group on top', () => {
    const jiangxi = ranked.filter(({ group }) => group === '江西');
    expect(jiangxi.map(({ word }) => word).slice(0, 2)).toEqual(['扶贫产业园', '脱贫攻坚']);
    expect(jiangxi[0]).toMatchObject({ rank: 1, pos: 'n_new', frequency: 60, cases: 2, isNew: true });
    expect(ranked.find(({ group }) => group === '湖南')?.word).toBe('五指庭院');
  });

  it('weighs a new verb half as much as a new noun', () => {
    const [noun, verb] = ['产业园区', '逐年增加'];
    const rows = terms('A', [
      [noun, 'n_new', 2],
      [verb, 'v_new', 2],
    ]);
    const none = { documents: 1, documentFrequency: new Map<string, number>(), newWords: [] };
    const [first, second] = weighTerms(new Map([['A', rows]]), weightFactors(none, special), { top: 2 });
    expect([first?.word, second?.word]).toEqual([noun, verb]);
    expect(second?.weight).toBeCloseTo((first?.weight ?? 0) / 2, 5);
  });

  it('weighs less what never begins or never ends a phrase of the group', () => {
    const edges = { 职业技术: [2, 0], 技术学校: [0, 2], 技术职业: [0, 0], 职业学校: [1, 1] } as const;
    const rows = terms(
      'A',
      Object.keys(edges).map((word) => [word, 'n_new', 2]),
    ).map((term) => {
      const [begins, ends] = edges[term.word as keyof typeof edges];
      return { ...term, begins, ends };
    });
    const none = { documents: 1, documentFrequency: new Map<string, number>(), newWords: [] };
    const weights = new Map(
      weighTerms(new Map([['A', rows]]), weightFactors(none, special), { top: 4 }).map(({ word, weight }) => [
        word,
        weight,
      ]),
    );
    const whole = weights.get('职业学校') as number;
    expect(weights.get('职业技术')).toBeCloseTo(whole / 2, 5);
    expect(weights.get('技术学校')).toBeCloseTo(whole / 2, 5);
    expect(weights.get('技术职业')).toBeCloseTo(whole / 4, 5);
  });

  it('weighs a term of frequent words less than one of rare words, in proportion to what they say', () => {
    const idf = new Map([
      ['管理', 3],
      ['体制', 4],
      ['易地', 12],
      ['搬迁', 8],
    ]);
    const rows = terms('A', [
      ['管理体制', 'n_new', 2],
      ['易地搬迁', 'n_new', 2],
    ]);
    const none = { documents: 1, documentFrequency: new Map<string, number>(), newWords: [] };
    const knowledge = {
      inDictionary: (word: string) => idf.has(word),
      idf: (word: string) => idf.get(word) as number,
    };
    const [first, second] = weighTerms(new Map([['A', rows]]), weightFactors(none, knowledge), { top: 2 });
    expect([first?.word, second?.word]).toEqual(['易地搬迁', '管理体制']);
    expect(second?.weight).toBeCloseTo((first?.weight ?? 0) / 2, 5);
  });

  it('keeps the first of each group and falls in weight', () => {
    for (const name of groups.keys()) {
      const group = ranked.filter((row) => row.group === name);
      expect(group.length).toBeLessThanOrEqual(5);
      expect(group.map(({ rank }) => rank)).toEqual(group.map((_, index) => index + 1));
      expect(group.map(({ weight }) => weight)).toEqual(
        group.map(({ weight }) => weight).toSorted((a, b) => b - a),
      );
    }
  });

  it('weighs by the documented formula', () => {
    const top = ranked.find(({ word }) => word === '扶贫产业园');
    expect(top?.weight).toBeCloseTo(Math.log(61) ** 1.3 * Math.log(2.5) * 1.2 * 3.5, 5);
  });

  it('weighs a discovered word less the less sure it is one and the less freely it stands, and none that people made a word', () => {
    const all = weighTerms(groups, weightFactors({ documents: 3, documentFrequency, newWords }, special), {
      top: 9,
    });
    const weightOf = (word: string) => all.find((row) => row.word === word)?.weight;
    expect(weightOf('四化标准')).toBeCloseTo((Math.log(3) ** 1.3 * Math.log(4) * 1.2 * 3.5 * 0.75) / 4, 5);
    expect(weightOf('新型经营主体')).toBeCloseTo(Math.log(4) ** 1.3 * Math.log(4) * 1.2 * 3.5, 5);
  });

  it('explains every weight as the product of its factors', () => {
    const idf = ({ length }: { length: number }) => length;
    const factorsOf = weightFactors({ documents: 3, documentFrequency, newWords }, { ...special, idf });
    const explained = explainWeights(groups, factorsOf, { top: 9 });
    const ranks = ({
      group,
      rank,
      word,
      weight,
    }: {
      group: string;
      rank: number;
      word: string;
      weight: number;
    }) => [group, rank, word, weight];
    expect(explained.map(ranks)).toEqual(weighTerms(groups, factorsOf, { top: 9 }).map(ranks));
    for (const { weight, factors } of explained)
      expect(Object.values(factors).reduce((total, factor) => total * factor)).toBeCloseTo(weight, 3);
    expect(explained.find(({ word }) => word === '四化标准')?.factors).toMatchObject({
      specialityFactor: 0.285714,
      noveltyFactor: 3.5,
      certaintyFactor: 0.25,
      freedomFactor: 0.75,
      wholenessFactor: 1,
    });
  });

  it('breaks ties by code point, whatever the order of the terms', () => {
    const tie = terms('A', [
      ['乙方案', 'n', 2],
      ['甲方案', 'n', 2],
      ['丙方案', 'n', 2],
    ]);
    const nothing = { documents: 1, documentFrequency: new Map<string, number>(), newWords: [] };
    const rank = (rows: CaseTerm[]) =>
      weighTerms(new Map([['A', rows]]), weightFactors(nothing, special), { top: 9 });
    expect(rank(tie).map(({ word }) => word)).toEqual(['丙方案', '乙方案', '甲方案']);
    expect(rank(tie.toReversed())).toEqual(rank(tie));
  });
});

describe('tfIdfWeights', () => {
  it('ranks the same words by frequency and the groups they stand in', () => {
    const ranked = tfIdfWeights(groups, { top: 20 });
    expect(new Set(ranked.map(({ word }) => word))).toEqual(
      new Set([...groups.values()].flat().map(({ word }) => word)),
    );
    const weightOf = (word: string) =>
      ranked.find((row) => row.group === '江西' && row.word === word)?.weight;
    expect(weightOf('扶贫产业园')).toBeCloseTo(60 * (1 + Math.log(2 / 2)), 6);
    expect(weightOf('产业')).toBeCloseTo(60 * (1 + Math.log(2 / 3)), 5);
  });

  it('takes words that are names of object properties', () => {
    const odd = new Map([
      [
        'A',
        terms('A', [
          ['constructor', 'n', 2],
          ['toString', 'n', 1],
        ]),
      ],
    ]);
    expect(tfIdfWeights(odd, { top: 9 }).map(({ word }) => word)).toEqual(['constructor', 'toString']);
  });
});

describe('collectTerms', () => {
  it('counts content words and new words, and where they begin and end a phrase; no names, stop words, general words or numbers', () => {
    const words = [
      ['扶贫产业园', 'n_new'],
      ['带动', 'v'],
      ['贫困户', 'n'],
      ['贫困户', 'n'],
      ['我们', 'r'],
      ['工作', 'vn'],
      ['三千', 'm'],
      ['户', 'n'],
      ['瞿冬梅', 'nr_new'],
      ['北京', 'ns'],
    ] as const;
    const tokens = words.map(([word, pos], index) => ({ word, pos, start: index, end: index + 1 }));
    expect(collectTerms('JX01', tokens, (word) => word === '扶贫产业园' || word === '瞿冬梅')).toEqual([
      { caseId: 'JX01', word: '带动', pos: 'v', frequency: 1, begins: 0, ends: 0, isNew: false },
      { caseId: 'JX01', word: '扶贫产业园', pos: 'n_new', frequency: 1, begins: 1, ends: 1, isNew: true },
      { caseId: 'JX01', word: '贫困户', pos: 'n', frequency: 2, begins: 1, ends: 1, isNew: false },
    ]);
  });

  it('takes what a quotation mark cuts off for a piece', () => {
    const words = ['“', '左', '”', '倾错误', '，', '改革试点', '“', '三变', '”'];
    const tokens = words.map((word, index) => ({
      word,
      pos: word.length > 1 ? 'n_new' : 'x',
      start: index,
      end: index + 1,
    }));
    const edges = collectTerms('JX01', tokens, (word) => word.length > 1).map(({ word, begins, ends }) => [
      word,
      begins,
      ends,
    ]);
    expect(edges).toEqual([
      ['三变', 1, 1],
      ['倾错误', 0, 1],
      ['改革试点', 1, 0],
    ]);
  });
});
