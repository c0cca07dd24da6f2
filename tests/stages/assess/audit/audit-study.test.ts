import { expect, it } from 'vitest';
import { VILLAGE } from '../../village-codebook.js';
import { auditOf, contradictions } from './audit-of.js';

const coding = {
  kind: 'table',
  id: 'coding',
  name: '表3',
  file: 'coding',
  levels: { pillar: 'pillar', axial: 'axial', open: 'open' },
};
const CODING = [
  'pillar,axial,open',
  '落实防贫保障,实施动态监测,防贫预警',
  '落实防贫保障,实施动态监测,网格管理',
  '推进产业升级,产业载体,扶贫产业园',
  '推进产业升级,产业载体,专业合作社',
].join('\n');
const count = (level: string, value: number, under?: string) => ({
  kind: 'count',
  level,
  value,
  source: '正文',
  ...(under === undefined ? {} : { under }),
});
const list = (id: string, level: string, items: readonly string[], more: object = {}) => ({
  kind: 'list',
  id,
  name: id,
  level,
  items,
  ...more,
});

it('says nothing about tables and a codebook that agree', () => {
  const study = {
    tables: [coding, list('正文', 'open', ['防贫预警', '网格管理'], { under: '实施动态监测' })],
    claims: [
      count('open', 4),
      count('open', 2, '推进产业升级'),
      count('axial', 2),
      { kind: 'place', word: '防贫预警', level: 'open', parent: '实施动态监测', source: '正文' },
      { kind: 'listed', word: '网格管理', table: 'coding', source: '正文' },
    ],
  };
  expect(auditOf(study, { coding: CODING }, VILLAGE)).toEqual([]);
  expect(auditOf(study, { coding: CODING })).toEqual([]);
});

it('names both places of a contradiction, what was said and what is found', () => {
  const [finding] = auditOf({ tables: [coding], claims: [count('open', 5)] }, { coding: CODING });
  expect(finding).toMatchObject({
    kind: 'count',
    subject: 'open',
    claimed: '5',
    claimedAt: 'claim:0',
    claimedBy: '正文',
    found: '4',
    foundAt: 'coding',
    foundBy: '表3',
    difference: '-1',
  });
});

it.each<[string, object, string, string]>([
  ['a count below one code', { claims: [count('open', 3, '产业载体')] }, CODING, 'count open · 产业载体'],
  [
    'two counts of one thing',
    { claims: [count('axial', 2), count('axial', 3)] },
    CODING,
    'stated-twice axial',
  ],
  [
    'two numbers of a thing outside the tables',
    {
      claims: [
        { kind: 'number', thing: '省', value: 32, source: '正文' },
        { kind: 'number', thing: '省', value: 31, source: '行政区划' },
      ],
    },
    CODING,
    'stated-twice 省',
  ],
  [
    'a word said to be listed',
    { claims: [{ kind: 'listed', word: '辅导中心', table: 'coding', source: '正文' }] },
    CODING,
    'not-listed 辅导中心',
  ],
  [
    'a word said to stand elsewhere',
    { claims: [{ kind: 'place', word: '防贫预警', level: 'open', parent: '产业载体', source: '正文' }] },
    CODING,
    'parent 防贫预警',
  ],
  [
    'a code the codebook has not',
    {},
    `${CODING}\n推进产业升级,产业载体,消费扶贫`,
    'not-in-codebook 消费扶贫',
  ],
  ['a code the table has not', {}, CODING.replace(/\n[^\n]*$/, ''), 'not-in-table 专业合作社'],
  ['a code under two parents', {}, `${CODING}\n推进产业升级,产业载体,防贫预警`, 'two-parents 防贫预警'],
  ['a code listed twice', {}, `${CODING}\n推进产业升级,产业载体,扶贫产业园`, 'duplicate 扶贫产业园'],
])('finds %s', (_, study, csv, expected) => {
  expect(contradictions(auditOf({ tables: [coding], ...study }, { coding: csv }, VILLAGE))).toContain(
    expected,
  );
});

const frequency = {
  kind: 'table',
  id: 'frequency',
  name: '频次表',
  file: 'frequency',
  extent: 'top',
  levels: { open: 'word' },
  measures: { assignments: 'count' },
};

it('holds a partial table against the whole one and against the stated number', () => {
  const study = { tables: [coding, frequency], claims: [count('open', 4)] };
  const files = { coding: CODING, frequency: 'word,count\n防贫预警,9\n消费扶贫,8' };
  const findings = auditOf(study, files);
  expect(contradictions(findings)).toEqual(['union open', 'unprinted 频次表', 'no-place 消费扶贫']);
  expect(findings[0]).toMatchObject({ claimed: '4', found: '5', words: ['防贫预警'] });
  expect(findings[1]).toMatchObject({
    claimed: '2',
    found: '3',
    words: ['网格管理', '扶贫产业园', '专业合作社'],
  });
});

it('takes words for one another only where the study says so or the label itself is printed, and tells it', () => {
  const files = { coding: CODING, frequency: 'word,count\n防贫预警,9\n合作社,8' };
  const study = { tables: [coding, frequency], claims: [count('open', 4)] };
  expect(contradictions(auditOf(study, files))).toContain('no-place 合作社');
  const byBook = auditOf(study, files, VILLAGE);
  const byStudy = auditOf({ ...study, aliases: [{ word: '合作社', means: '专业合作社' }] }, files);
  for (const findings of [byBook, byStudy]) {
    expect(findings).toMatchObject([
      { kind: 'equated', severity: 'remark', subject: '合作社', found: '专业合作社' },
    ]);
  }
});

it('does not take what a coarser codebook gathers under one code for a repetition', () => {
  const study = { tables: [list('正文', 'open', ['产业园', '扶贫园区'], { extent: 'some' })] };
  expect(auditOf(study, {}, VILLAGE)).toEqual([]);
});

it('tells what a partial table leaves, and contradicts what is more than the rest can have', () => {
  const files = { coding: CODING, frequency: 'word,count\n防贫预警,9\n网格管理,3' };
  const withSum = (value: number) => ({
    tables: [coding, frequency],
    claims: [{ kind: 'sum', measure: 'assignments', value, source: '正文' }],
  });
  expect(auditOf(withSum(16), files)).toMatchObject([
    { kind: 'remainder', severity: 'remark', claimed: '16', found: '12', limit: '6' },
  ]);
  expect(contradictions(auditOf(withSum(19), files))).toEqual(['remainder assignments']);
  expect(contradictions(auditOf(withSum(11), files))).toEqual(['sum assignments']);
});

it('lets the cases of a parent be fewer than the sum of its children, since cases are shared', () => {
  const study = {
    distinct: ['cases'],
    tables: [{ ...coding, measures: { cases: 'n' } }],
  };
  const table = (parent: number) =>
    ['pillar,axial,open,n', `落实防贫保障,实施动态监测,,${parent}`, ',,防贫预警,5', ',,网格管理,4'].join(
      '\n',
    );
  for (const right of [5, 9]) expect(auditOf(study, { coding: table(right) })).toEqual([]);
  for (const wrong of [4, 10]) {
    expect(contradictions(auditOf(study, { coding: table(wrong) }))).toEqual([
      'parent-sum 实施动态监测 · cases',
    ]);
  }
  expect(contradictions(auditOf({ ...study, distinct: [] }, { coding: table(5) }))).toHaveLength(1);
});

it('checks shares to the digits printed, the order and the ranks', () => {
  const study = {
    tables: [
      {
        kind: 'table',
        id: 't',
        name: '表',
        file: 't',
        shares: [{ column: 'pct', of: 'part', in: 'whole' }],
        order: { column: 'part', direction: 'descending' },
        rank: 'rank',
      },
    ],
  };
  const head = 'rank,part,whole,pct';
  const agreeing = `${head}\n1,"1,283",２０００,64.2%\n2,28,832,3.4\n2,28,100,28\n4,1,8,12.5`;
  expect(auditOf(study, { t: agreeing })).toEqual([]);
  const wrong = `${head}\n1,283,679,41.6\n2,28,832,3.4\n4,29,100,29`;
  expect(contradictions(auditOf(study, { t: wrong }))).toEqual([
    'share pct (part)',
    'order part',
    'rank rank',
  ]);
});

it('tells a level that the codebook does not have once, not for each of its words', () => {
  const study = { tables: [{ ...coding, levels: { theme: 'pillar', open: 'open' } }] };
  expect(contradictions(auditOf(study, { coding: CODING }, VILLAGE))).toEqual(['level theme']);
});
