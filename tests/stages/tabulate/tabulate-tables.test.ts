import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import type { Keyword } from '../../../src/model/keyword.js';
import { countReferences } from '../../../src/stages/tabulate/count-references.js';
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
  it('lists every code under its levels, with what it has by itself and together with the codes under it', () => {
    const rows = tabulateCoding(village, MAPPINGS, countReferences(PASSAGES));
    expect(rows.map((row) => [row.level1, row.level2, row.level3])).toEqual([
      ['落实防贫保障', null, null],
      ['推进产业升级', null, null],
      ['落实防贫保障', '实施动态监测', null],
      ['落实防贫保障', '实施动态监测', '防贫预警'],
      ['落实防贫保障', '实施动态监测', '网格管理'],
      ['推进产业升级', '产业载体', null],
      ['推进产业升级', '产业载体', '扶贫产业园'],
      ['推进产业升级', '产业载体', '专业合作社'],
    ]);
    expect(
      rows.map(({ codeId, assignments, ownAssignments, cases, references, ownReferences }) =>
        [codeId, assignments, ownAssignments, cases, references, ownReferences].join(' '),
      ),
    ).toEqual([
      'safeguards 1 0 2 1 1',
      'industry 3 0 3 5 0',
      'monitoring 1 0 1 0 0',
      'warning 0 0 0 0 0',
      'grid 1 1 1 0 0',
      'carriers 3 0 3 5 0',
      'park 3 3 3 3 3',
      'cooperative 0 0 2 2 2',
    ]);
  });
});

describe('the ranking of pillars', () => {
  const [first, second] = rankPillars(village, ALL, MAPPINGS, countReferences(PASSAGES));

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

  it('ranks within every group, equal scores alike, and no pillar without evidence', () => {
    const groups = new Map([
      ['甲', ['JX02']],
      ['乙', ['JX03']],
      ['丙', ['JX09']],
    ]);
    const even = [mapping('JX02', '网格员', 'grid', '网格管理'), mapping('JX02', '园', 'park', '扶贫产业园')];
    const rows = rankPillars(village, groups, even, countReferences(PASSAGES));
    expect(rows.map(({ group, rank, pillar }) => `${group} ${rank} ${pillar}`)).toEqual([
      '甲 1 落实防贫保障',
      '甲 1 推进产业升级',
      '乙 1 推进产业升级',
      '乙 null 落实防贫保障',
      '丙 null null',
    ]);
  });
});

describe('the matrix', () => {
  it('lists the pairs of case and code that have a count, in the codebook’s order', () => {
    const rows = tabulateMatrix(village, MAPPINGS, countReferences(PASSAGES), TOKENS);
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
    ['two levels', TWO_LEVELS, { level1: '产业兴旺', level2: '扶贫产业园' }, '产业兴旺'],
    ['one level', ONE_LEVEL, { level1: '扶贫产业园' }, '扶贫产业园'],
  ])('go through every table: %s', (_, codebook, labels, leading) => {
    const framework = frameworkOf(codebook);
    const mappings = [mapping('JX01', '产业园', 'park', '扶贫产业园')];
    const passages = [passage('JX01', 'park'), passage('JX02', 'grid')];
    const {
      codeId: _id,
      code: _code,
      level: _level,
      assignments,
      ownAssignments,
      cases,
      references,
      ownReferences,
      ...levels
    } = tabulateCoding(framework, mappings, countReferences(passages)).find(
      ({ codeId }) => codeId === 'park',
    ) ?? {};
    expect([levels, assignments, ownAssignments, cases, references, ownReferences]).toEqual([
      labels,
      1,
      1,
      1,
      1,
      1,
    ]);
    expect(rankPillars(framework, ALL, mappings, countReferences(passages))[0]).toMatchObject({
      pillar: leading,
      cases: 1,
    });
    expect(
      tabulateFrequencies(framework, mappings, countReferences(passages), []).map(({ codeId }) => codeId),
    ).toEqual(['park', 'grid']);
    expect(tabulateMatrix(framework, mappings, countReferences(passages), [])).toHaveLength(2);
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

  it('are normalised or taken as they are, whether or not they are in the codebook', () => {
    expect(rows.map(({ kind, inCodebook }) => [kind, inCodebook])).toEqual([
      ['free', true],
      ['controlled', false],
      [null, true],
    ]);
  });
});
