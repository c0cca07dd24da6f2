import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

/** More than are looked at while others wait for the lock. */
const CASES = 520;
const path = join(folder.path, 'zhagen.db');
const LI = { coder: '李', reason: '' };
const statement = { kind: 'merge' as const, words: ['扶贫车间', '就业'], ...LI };

beforeAll(async () => {
  const file = join(folder.path, 'cases.jsonl');
  const texts = Array.from({ length: CASES }, (_, n) => ({
    id: `c${n}`,
    text: `扶贫车间办到村里。第${n}个扶贫车间带动农户。`,
  }));
  writeFileSync(file, texts.map((one) => JSON.stringify(one)).join('\n'));
  const codebook = join(folder.path, 'jobs.yaml');
  const level = { id: 'open', name: { zh: '开放', en: 'Open' } };
  const code = { id: 'jobs', label: { zh: '就业', en: 'Jobs' }, level: 'open', definition: '就业' };
  const title = { zh: '就业', en: 'Jobs' };
  writeFileSync(
    codebook,
    JSON.stringify({ id: 'jobs', title, version: '1', source: '自编', levels: [level], codes: [code] }),
  );
  const store = openStore(path, { mode: 'create' });
  const context = contextOf(store);
  await importCases(context, { paths: [file] });
  await mineKeywords(context, { minFrequency: 2, by: 'case', top: 5 });
  await codeCases(context, { codebook });
  store.close();
});

/** What a project says when all of it is screened and coded again. */
async function hashCodedAgain({ store }: Context): Promise<string> {
  const again = join(folder.path, `again-${Math.random()}.db`);
  store.copyTo(again);
  const oracle = openStore(again, { mode: 'write' });
  await recodeCases(contextOf(oracle));
  const hash = stateHash(oracle);
  oracle.close();
  return hash;
}

const evidence = (context: Context) => rowsOf(context, 'evidence').length;

it('a merge that affects many cases is computed without the lock and leaves what coding all of it again does', async () => {
  const context = copyProject(path);
  const before = stateHash(context.store);
  let asked = 0;
  const progress = async () => {
    asked += 1;
  };
  await decide({ ...context, progress }, statement);
  expect(asked).toBeGreaterThan(0);
  expect(evidence(context)).toBeGreaterThanOrEqual(CASES);
  expect(await hashCodedAgain(context)).toBe(stateHash(context.store));
  await undo(context, LI);
  expect(stateHash(context.store)).toBe(before);
});

it('another process may decide meanwhile, and what follows of both is there', async () => {
  const context = copyProject(path);
  const other = openStore(context.store.path, { mode: 'write' });
  onTestFinished(() => other.close());
  const elsewhere = { ...contextOf(other, '2022-01-01T00:00:00Z'), newId: () => 'f'.repeat(32) };
  let isFirst = true;
  const progress = async () => {
    if (!isFirst) return;
    isFirst = false;
    await decide(elsewhere, { kind: 'add', words: ['农户'], group: 'c7', coder: '王', reason: '' });
  };
  await decide({ ...context, progress }, statement);
  expect(rowsOf(context, 'raw').some(({ rawKeyword }) => rawKeyword === '农户')).toBe(true);
  expect(evidence(context)).toBeGreaterThanOrEqual(CASES);
  expect(await hashCodedAgain(context)).toBe(stateHash(context.store));
});

it('interrupted, it leaves nothing, and what is decided next does not follow it', async () => {
  const context = copyProject(path);
  const before = stateHash(context.store);
  const progress = async () => {
    throw new UserError('cli/interrupted', {});
  };
  await expect(decide({ ...context, progress }, statement)).rejects.toThrow('decide/interrupted');
  expect(stateHash(context.store)).toBe(before);
  await decide(context, { kind: 'add', words: ['农户'], group: 'c7', ...LI });
  expect(await hashCodedAgain(context)).toBe(stateHash(context.store));
});
