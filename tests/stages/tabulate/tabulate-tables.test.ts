import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import type { Keyword } from '../../../src/model/keyword.js';
import { rankPillars } from '../../../src/stages/tabulate/rank-pillars.js';
import { tabulateCoding } from '../../../src/stages/tabulate/tabulate-coding.js';
import { tabulateEvidence } from '../../../src/stages/tabulate/tabulate-evidence.js';
import { tabulateFrequencies } from '../../../src/stages/tabulate/tabulate-frequencies.js';
import { tabulateMatrix } from '../../../src/stages/tabulate/tabulate-matrix.js';
import { tabulateRaw } from '../../../src/stages/tabulate/tabulate-raw.js';
import { ONE_LEVEL, TWO_LEVELS, VILLAGE } from '../village-codebook.js';
import { MAPPINGS, mapping, PASSAGES, passage, TOKENS } from './coding.js';

const village = frameworkOf(VILLAGE);
const ALL = new Map([['全部', ['JX01', 'JX02', 'JX03']]]);

describe('the coding table', () => {
  it('lists every open code under its levels, also one that no case has', () => {
    expect(tabulateCoding(village, MAPPINGS, PASSAGES)).toEqual([
      {
        pillar: '落实防贫保障',
        axial: '实施动态监测',
        code: '防贫预警',
        codeId: 'warning',
        assignments: 0,
        cases: 0,
        references: 0,
      },
      {
        pillar: '落实防贫保障',
        axial: '实施动态监测',
        code: '网格管理',
        codeId: 'grid',
        assignments: 1,
        cases: 1,
        references: 0,
      },
      {
        pillar: '推进产业升级',
        axial: '产业载体',
        code: '扶贫产业园',
        codeId: 'park',
        assignments: 3,
        cases: 3,
        references: 3,
      },
      {
        pillar: '推进产业升级',
        axial: '产业载体',
        code: '专业合作社',
        codeId: 'cooperative',
        assignments: 0,
        cases: 2,
        references: 2,
      },
    ]);
  });
});

describe('the ranking of pillars', () => {
  const [first, second] = rankPillars(village, ALL, MAPPINGS, PASSAGES);

  it('adds up a pillar’s own counts and those under it, and counts its cases once', () => {
    expect(first).toMatchObject({ pillar: '推进产业升级', rank: 1, assignments: 3, references: 5, cases: 3 });
    expect(second).toMatchObject({
      pillar: '落实防贫保障',
      rank: 2,
      assignments: 1,
      references: 1,
      cases: 2,
    });
  });

  it('scores Σ level · n^0.7 over the codes, doubled for the cases that open with it, by the fourth root of their number', () => {
    const [industry, safeguards] = [
      ((1 + 2 / 3) * 6 ** 0.7 + 2 * 2 ** 0.7) / 4 ** 0.25,
      (1 + 2 * 2) / 4 ** 0.25,
    ];
    expect(first?.score).toBeCloseTo(industry, 5);
    expect(second?.score).toBeCloseTo(safeguards, 5);
    expect(first?.share).toBeCloseTo(industry / (industry + safeguards), 5);
    expect(first?.margin).toBeCloseTo((industry - safeguards) / industry, 5);
    expect(second?.margin).toBe(1);
  });

  it('ranks within every group, uniquely, equal scores in the codebook’s order', () => {
    const groups = new Map([
      ['甲', ['JX02']],
      ['乙', ['JX03']],
      ['丙', ['JX09']],
    ]);
    const even = [mapping('JX02', '网格员', 'grid', '网格管理'), mapping('JX02', '园', 'park', '扶贫产业园')];
    const rows = rankPillars(village, groups, even, PASSAGES);
    expect(rows.map(({ group, rank, pillar }) => `${group} ${rank} ${pillar}`)).toEqual([
      '甲 1 落实防贫保障',
      '甲 2 推进产业升级',
      '乙 1 推进产业升级',
      '乙 2 落实防贫保障',
      '丙 1 落实防贫保障',
      '丙 2 推进产业升级',
    ]);
    expect(rows.filter(({ group }) => group === '丙')).toEqual(
      ['落实防贫保障', '推进产业升级'].map((pillar, index) => ({
        group: '丙',
        pillar,
        rank: index + 1,
        score: 0,
        margin: 0,
        assignments: 0,
        references: 0,
        cases: 0,
        share: 0,
      })),
    );
  });
});

describe('the matrix', () => {
  it('lists the pairs of case and code that have a count, in the codebook’s order', () => {
    const rows = tabulateMatrix(village, MAPPINGS, PASSAGES, TOKENS);
    expect(
      rows.map(({ caseId, codeId, assignments, references, tokens }) =>
        [caseId, codeId, assignments, references, tokens].join(' '),
      ),
    ).toEqual([
      'JX01 safeguards 0 1 0',
      'JX01 park 2 2 5',
      'JX01 cooperative 0 1 0',
      'JX02 grid 1 0 0',
      'JX02 park 1 0 0',
      'JX03 park 0 1 2',
      'JX03 cooperative 0 1 1',
    ]);
  });
});

describe('frameworks of other kinds', () => {
  it.each([
    ['two levels', TWO_LEVELS, { pillar: '产业兴旺', axial: '' }, '产业兴旺'],
    ['one level', ONE_LEVEL, { pillar: '', axial: '' }, '扶贫产业园'],
  ])('go through every table: %s', (_, codebook, above, leading) => {
    const framework = frameworkOf(codebook);
    const mappings = [mapping('JX01', '产业园', 'park', '扶贫产业园')];
    const passages = [passage('JX01', 'park'), passage('JX02', 'grid')];
    expect(tabulateCoding(framework, mappings, passages)[0]).toMatchObject({ ...above, code: '扶贫产业园' });
    expect(rankPillars(framework, ALL, mappings, passages)[0]).toMatchObject({ pillar: leading, cases: 1 });
    expect(tabulateFrequencies(framework, mappings, passages, []).map(({ codeId }) => codeId)).toEqual([
      'park',
      'grid',
    ]);
    expect(tabulateMatrix(framework, mappings, passages, [])).toHaveLength(2);
    expect(tabulateEvidence(framework, passages)).toMatchObject([
      { code: '扶贫产业园' },
      { code: '网格管理' },
    ]);
  });
});

describe('the raw keywords', () => {
  const keyword: Keyword = {
    group: '江西',
    word: '扶贫产业园',
    pos: 'n_new',
    weight: 1,
    frequency: 1,
    source: 'mined',
    kept: true,
    reason: 'top',
    detail: '',
    countsFor: '扶贫产业园',
    decisionId: null,
    coder: null,
  };
  const folded = {
    ...keyword,
    word: '村级产业园',
    kept: false,
    reason: 'decided-fold',
    detail: '同一件事',
    countsFor: '扶贫产业园',
    decisionId: 'd1',
  } as const;
  const dropped = {
    ...keyword,
    word: '合作社',
    kept: false,
    reason: 'rule-drop',
    detail: '太泛',
    countsFor: '合作社',
  } as const;
  const rows = tabulateRaw(
    village,
    [keyword, folded, dropped].map((one) => ({ caseId: 'JX01', keyword: one })),
    MAPPINGS,
  );

  it('lead to their core keyword, a folded one to that of its target', () => {
    expect(rows.map(({ rawKeyword, kept, coreKeyword }) => [rawKeyword, kept, coreKeyword])).toEqual([
      ['扶贫产业园', true, '扶贫产业园'],
      ['村级产业园', false, '扶贫产业园'],
      ['合作社', false, null],
    ]);
  });

  it('say why they were kept or not, what acted, and by which decision', () => {
    expect(rows.map(({ reason, decisionId }) => [reason, decisionId])).toEqual([
      ['top', null],
      ['decided-fold: 扶贫产业园 · 同一件事', 'd1'],
      ['rule-drop: 太泛', null],
    ]);
  });

  it('are controlled terms when they stand in the codebook, kept or not', () => {
    expect(rows.map(({ kind }) => kind)).toEqual(['controlled', 'free', 'controlled']);
  });
});
