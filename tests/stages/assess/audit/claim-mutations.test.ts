import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditAll } from './audit-of.js';

/** A row of a coding table: the words from the top level down, and a figure. */
interface Row {
  readonly path: readonly string[];
  readonly count: number;
}

/** Trees of one to five levels; the words of a level are different, and every lowest word has a figure. */
const trees = fc.integer({ min: 1, max: 5 }).chain((depth) =>
  fc
    .array(
      fc.tuple(fc.array(fc.nat({ max: 1 }), { minLength: depth, maxLength: depth }), fc.nat({ max: 40 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((drawn): readonly Row[] => {
      const rows = new Map<string, Row>();
      for (const [steps, count] of drawn) {
        const path = steps.map((_, at) => `第${at + 1}级${steps.slice(0, at + 1).join('-')}`);
        rows.set(path.join('\t'), { path, count });
      }
      return [...rows.values()].sort((a, b) => (a.path.join('\t') < b.path.join('\t') ? -1 : 1));
    }),
);

const levelId = (at: number) => `level${at + 1}`;
const isUnder = (word: string) => (row: Row) => row.path.includes(word);
const sum = (rows: readonly Row[]) => rows.reduce((total, { count }) => total + count, 0);
const wordsAt = (rows: readonly Row[], at: number) => [...new Set(rows.map(({ path }) => path[at] ?? ''))];

/** Every claim that a tree allows, at every level, and true. */
function claimsOf(rows: readonly Row[]): object[] {
  const depth = rows[0]?.path.length ?? 0;
  const levels = Array.from({ length: depth }, (_, at) => at);
  const total = sum(rows);
  const claims: object[] = [
    { kind: 'rows', table: 'coding', value: rows.length },
    { kind: 'sum', measure: 'references', value: total },
    { kind: 'sum', measure: 'references', table: 'coding', value: total },
  ];
  for (const at of levels) {
    claims.push({ kind: 'count', level: levelId(at), value: wordsAt(rows, at).length });
    claims.push({ kind: 'count', level: levelId(at), table: 'coding', value: wordsAt(rows, at).length });
    for (const word of wordsAt(rows, at)) {
      const own = rows.filter(isUnder(word));
      const value = sum(own);
      claims.push({ kind: 'sum', measure: 'references', under: word, value });
      claims.push({ kind: 'value', word, measure: 'references', value });
      claims.push({ kind: 'value', word, measure: 'references', level: levelId(at), table: 'coding', value });
      if (total > 0) {
        const share = { kind: 'share', of: { word, measure: 'references' }, in: { measure: 'references' } };
        claims.push({ ...share, value: `${((100 * value) / total).toFixed(1)}%` });
      }
      for (const lower of levels.slice(at + 1)) {
        claims.push({ kind: 'count', level: levelId(lower), under: word, value: wordsAt(own, lower).length });
      }
      const parent = own[0]?.path[at - 1];
      if (parent !== undefined) claims.push({ kind: 'place', word, level: levelId(at), parent });
    }
  }
  return claims.map((claim) => ({ ...claim, source: '正文' }));
}

function audit(rows: readonly Row[], claims: readonly object[]) {
  const depth = rows[0]?.path.length ?? 0;
  const levels = Object.fromEntries(Array.from({ length: depth }, (_, at) => [levelId(at), `栏${at + 1}`]));
  const table = { kind: 'table', id: 'coding', name: '编码表', file: 'coding', levels };
  const csv = [
    [...Object.values(levels), '参考点'].join(','),
    ...rows.map(({ path, count }) => [...path, count].join(',')),
  ].join('\n');
  return auditAll({ tables: [{ ...table, measures: { references: '参考点' } }], claims }, { coding: csv });
}

/** The claim with one slip: another number, or another word above. */
function mutate(claim: object, by: number): object {
  if ('parent' in claim) return { ...claim, parent: `${claim.parent}之外` };
  const { value } = claim as { value: number | string };
  if (typeof value === 'number') return { ...claim, value: value + by };
  return { ...claim, value: `${(Number.parseFloat(value) + by).toFixed(1)}%` };
}

it('checks every true claim at every level, and finds no contradiction', () => {
  fc.assert(
    fc.property(trees, (rows) => {
      const { findings, statements } = audit(rows, claimsOf(rows));
      expect(findings).toEqual([]);
      expect(statements.filter(({ kind, comparisons }) => kind !== 'table' && comparisons === 0)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('finds any one claim at any level that is changed, once, and names its place', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.integer({ min: 1, max: 9 }), (rows, at, by) => {
      const claims = claimsOf(rows);
      const index = at % claims.length;
      const alone = audit(rows, [mutate(claims[index] as object, by)]).findings;
      expect(alone).toHaveLength(1);
      expect([alone[0]?.claimedAt, alone[0]?.foundAt]).toContain('claim:0');
      const among = audit(
        rows,
        claims.map((claim, other) => (other === index ? mutate(claim, by) : claim)),
      );
      const places = among.findings.flatMap(({ claimedAt, foundAt }) => [claimedAt, foundAt]).join(' + ');
      expect(places.split(' + ')).toContain(`claim:${index}`);
    }),
    { numRuns: 150 },
  );
});

const interview = {
  kind: 'table',
  id: 'coding',
  name: '表2',
  file: 'coding',
  levels: { core: '核心范畴', main: '主范畴', category: '范畴', concept: '概念' },
  measures: { references: '参考点' },
};
const INTERVIEW = [
  '核心范畴,主范畴,范畴,概念,参考点',
  '返乡创业意愿,内生动力,自我效能,控制感,46',
  ',,,能力信心,52',
  ',,价值认同,乡土情感,600',
  ',外部支持,政策支持,补贴,99',
].join('\n');

it('compares a figure stated for a word above the lowest level with the sum of the rows below it', () => {
  const value = (stated: number) => ({
    tables: [interview],
    claims: [{ kind: 'value', word: '内生动力', measure: 'references', value: stated, source: '正文' }],
  });
  expect(auditAll(value(698), { coding: INTERVIEW }).findings).toEqual([]);
  expect(auditAll(value(690), { coding: INTERVIEW }).findings).toMatchObject([
    { kind: 'sum', subject: '内生动力 · references', claimed: '690', found: '698', difference: '+8' },
  ]);
});

it('adds up codes at unequal depths, each row once, whether a row above has a figure or not', () => {
  const uneven = [
    '核心范畴,主范畴,范畴,概念,参考点',
    '意愿,动力,,,10',
    ',,效能,控制感,4',
    ',,认同,,6',
    ',支持,,,5',
  ].join('\n');
  const audited = auditAll(
    {
      tables: [interview],
      claims: [
        { kind: 'sum', measure: 'references', value: 15, source: '正文' },
        { kind: 'value', word: '意愿', measure: 'references', value: 15, source: '正文' },
        { kind: 'value', word: '动力', measure: 'references', value: 10, source: '正文' },
      ],
    },
    { coding: uneven },
  );
  expect(audited.findings).toEqual([]);
  expect(
    auditAll({ tables: [interview] }, { coding: uneven.replace(',,,10', ',,,11') }).findings,
  ).toMatchObject([{ kind: 'parent-sum', subject: '动力 · references', claimed: '11', found: '10' }]);
});

it.each<[string, object, string | null]>([
  ['a share to its digits', { of: 283, in: 679, value: 41.7 }, null],
  ['a share cut off instead of rounded', { of: 283, in: 679, value: 41.6 }, '41.67894'],
  ['a share as a fraction', { of: 28, in: 99, value: 0.28, whole: 1 }, null],
  ['a share rounded to tens and said to be so', { of: 28, in: 99, value: '约30%' }, null],
  ['a share rounded to tens as if it were exact', { of: 28, in: 99, value: 30 }, '28.282828'],
  ['trailing zeros, which are digits', { of: 1, in: 3, value: '33.30%' }, '33.333333'],
])('judges %s', (_, share, found) => {
  const claims = [{ kind: 'share', source: '正文', ...share }];
  expect(auditAll({ claims }, {}).findings.map((one) => one.found)).toEqual(found === null ? [] : [found]);
});

it.each<[string, object, string | null]>([
  ['CA of two coders', { measure: 'CA', same: 86, totals: [100, 95], value: 0.88 }, null],
  ['CA of three coders', { measure: 'CA', same: 80, totals: [100, 90, 110], value: '80%' }, null],
  ['a wrong CA', { measure: 'CA', same: 86, totals: [100, 95], value: 0.91 }, '0.882051'],
  ['R of K as printed', { measure: 'R', coders: 3, agreement: 0.67, value: 0.86 }, null],
  ['a wrong R', { measure: 'R', coders: 3, agreement: 0.67, value: 0.8 }, '0.858974'],
])('judges %s', (_, agreement, found) => {
  const claims = [{ kind: 'agreement', source: '正文', ...agreement }];
  expect(auditAll({ claims }, {}).findings.map((one) => one.found)).toEqual(found === null ? [] : [found]);
});

it('recomputes columns that are derived from others', () => {
  const table = {
    kind: 'table',
    id: 't',
    name: '表4',
    file: 't',
    derived: [
      { column: 'all', as: 'sum', of: ['a', 'b'] },
      { column: 'mean', as: 'mean', of: ['a', 'b'] },
      { column: 'less', as: 'difference', of: ['a', 'b'] },
      { column: 'per', as: 'ratio', of: ['a', 'b'] },
      { column: 'growth', as: 'growth', of: ['a', 'b'] },
      { column: 'running', as: 'cumulative', of: ['a'] },
    ],
  };
  const right = [
    'a,b,all,mean,less,per,growth,running',
    '30,20,50,25,10,1.5,50%,30',
    '7,9,16,8,-2,0.78,-22.2%,37',
  ];
  expect(auditAll({ tables: [table] }, { t: right.join('\n') }).findings).toEqual([]);
  const cells = (right[2] ?? '').split(',');
  for (const [at, column] of ['all', 'mean', 'less', 'per', 'growth', 'running'].entries()) {
    const wrong = cells.map((cell, c) => (c === at + 2 ? `${Number.parseFloat(cell) + 1}` : cell)).join(',');
    const found = auditAll({ tables: [table] }, { t: [right[0], right[1], wrong].join('\n') }).findings;
    expect(found.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      expect.stringMatching(new RegExp(`^derived ${column} `)),
    ]);
  }
});

it('says which statements could not be checked, and why', () => {
  const claims = [
    { kind: 'number', thing: '访谈对象', value: 32, source: '正文' },
    { kind: 'count', level: 'theme', value: 3, source: '正文' },
    { kind: 'value', word: '控制力', measure: 'references', value: 3, source: '正文' },
    { kind: 'value', word: '控制感', measure: 'cases', value: 3, source: '正文' },
    { kind: 'sum', measure: 'references', under: '外部支持', value: 99, source: '正文' },
    { kind: 'share', of: { thing: '男性' }, in: 32, value: 50, source: '正文' },
  ];
  const { findings, statements } = auditAll({ tables: [interview], claims }, { coding: INTERVIEW });
  expect(findings).toEqual([]);
  expect(statements.map(({ reason }) => reason)).toEqual([
    'stated-once',
    'no-such-level',
    'no-such-word',
    'no-figures',
    null,
    'no-figures',
    'nothing-beside',
  ]);
});

it('reports a contradiction once, with all places that show it', () => {
  const twice = { ...interview, id: 'again', name: '附表', file: 'again' };
  const study = {
    tables: [interview, twice],
    claims: [{ kind: 'value', word: '补贴', measure: 'references', value: 98, source: '正文' }],
  };
  expect(auditAll(study, { coding: INTERVIEW, again: INTERVIEW }).findings).toMatchObject([
    { kind: 'value', claimed: '98', found: '99', foundAt: 'coding:5 + again:5' },
  ]);
});
