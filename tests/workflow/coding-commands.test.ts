import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { assessGold } from '../../src/workflow/assess-gold.js';
import { compareCodes } from '../../src/workflow/compare-codes.js';
import { explainCase } from '../../src/workflow/explain-case.js';
import { withProject } from '../../src/workflow/open-project.js';
import { runAll } from '../../src/workflow/run-all.js';
import { problemOf } from '../formats/user-problem.js';

const CORPUS = join(import.meta.dirname, '../../corpus');
const folder = mkdtempSync(join(tmpdir(), 'zhagen-'));
const database = join(folder, 'project.db');
let store: Store;

beforeAll(async () => {
  const paths = ['AH01', 'BT01', 'JX02'].map((id) => join(CORPUS, 'cases', `${id}.txt`));
  const options = { mode: 'create', toolVersion: '0', progress: async () => {} } as const;
  await withProject(database, options, (context) => runAll(context, { paths, codebook: 'six-pillars' }));
  store = openStore(database, { mode: 'read' });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

it('assesses the coding against gold codes, over the cases of the gold file alone', () => {
  const gold = join(folder, 'gold.csv');
  writeFileSync(gold, 'case_id,open_code\nAH01,防贫预警\nAH01,特殊地区\n');
  const { cases, codes, pillars } = assessGold({ store }, gold);
  expect([cases, pillars]).toEqual([1, null]);
  expect(codes.find(({ code }) => code === '防贫预警')).toMatchObject({ hits: 1, misses: 0, recall: 1 });
  expect(codes.find(({ code }) => code === '特殊地区')).toMatchObject({ hits: 0, misses: 1, recall: 0 });
});

it('assesses the main pillar', () => {
  const gold = join(folder, 'pillars.csv');
  writeFileSync(gold, 'case_id,main_pillar\nBT01,落实防贫保障\nAH01,推进产业升级\n');
  expect(assessGold({ store }, gold).pillars).toMatchObject({
    of: 2,
    first: 1,
    missed: [{ caseId: 'AH01', gold: '推进产业升级', found: '落实防贫保障' }],
  });
});

it('names the line of a gold file that it cannot use', () => {
  const gold = join(folder, 'bad.csv');
  writeFileSync(gold, 'case_id,open_code\nAH01,防贫预警\nAH01,没有的编码\n');
  expect(problemOf(() => assessGold({ store }, gold))).toMatchObject({
    code: 'assess/bad-gold',
    params: { line: 3 },
  });
});

it('shows the passages of two codes in one list, of a pillar those of all codes under it', () => {
  const both = compareCodes({ store }, ['防贫保险', 'second-medical-insurance']);
  expect(new Set(both.flatMap(({ codes }) => codes.map(({ code }) => code)))).toEqual(
    new Set(['防贫保险', '第二医保']),
  );
  expect(compareCodes({ store }, ['落实防贫保障']).length).toBeGreaterThan(both.length);
  expect(problemOf(() => compareCodes({ store }, ['防贫保检']))).toMatchObject({ code: 'code/unknown-code' });
});

it('tells the rule or term behind every proposed passage of a case', () => {
  const rows = explainCase({ store }, 'AH01');
  expect(rows.some(({ rule }) => rule !== null)).toBe(true);
  for (const { quote, keyword } of rows) expect(quote).toContain(keyword);
  expect(problemOf(() => explainCase({ store }, 'AH99'))).toMatchObject({ code: 'cases/unknown-case' });
});
