import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { foresee, takeForeseen } from '../../src/project/foresee.js';
import { loadedView, viewProject } from '../../src/project/project-view.js';
import { repeatIds } from '../../src/project/repeat-ids.js';
import { readKeywords } from '../../src/store/keyword-table.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, logStatement, type Statement } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { contextOf, copyCases, copyProject, makeFolder } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);
const path = join(folder.path, 'p.db');
let word = '';

beforeAll(async () => {
  const context = contextOf(openStore(path, { mode: 'create' }));
  await importCases(context, { paths: [copyCases(folder.path, 'JX', 'GS')] });
  await mineKeywords(context, { by: 'case' });
  await codeCases(context, { codebook: 'six-pillars' });
  word = readKeywords(context.store).find(({ kept }) => kept)?.word ?? '';
  context.store.close();
});

const always = async () => true;

/** Logs a statement each time with the same ids. */
function logger(context: Context, stated: Partial<Statement> = {}) {
  const ids = repeatIds(context.newId);
  const statement: Statement = { kind: 'drop', words: [word], coder: '甲', reason: '', ...stated };
  return {
    statement,
    log: () => logStatement({ ...context, newId: ids.fromTheFirst() }, statement),
    acting: () => ({ ...context, newId: ids.fromTheFirst() }),
  };
}

/** The rows that are ready for a statement, if any; leaves nothing in the project. */
function rowsReady(context: Context, log: () => ReturnType<typeof logStatement>) {
  const { changes } = context.store.takenBack(log) ?? { changes: [] };
  const view = loadedView(context.store);
  return view && takeForeseen(view, changes);
}

it('what was foreseen leaves nothing in the project, and is what deciding leaves', async () => {
  const [one, other] = [copyProject(path), copyProject(path)];
  viewProject(one.store);
  const { log, acting, statement } = logger(one);
  const before = stateHash(one.store);
  await foresee(one.store, log, always);
  expect(stateHash(one.store)).toBe(before);
  const { derived } = await decide(acting(), statement);
  expect(derived?.groups).toBeGreaterThan(0);
  expect(await decide(other, statement)).toMatchObject({ derived });
  expect(stateHash(one.store)).toBe(stateHash(other.store));
});

it('rows are ready for a statement just as it was foreseen, until anything is decided', async () => {
  const context = copyProject(path);
  viewProject(context.store);
  const { log } = logger(context);
  await foresee(context.store, log, always);
  expect(rowsReady(context, log)?.groups.size).toBeGreaterThan(0);
  expect(rowsReady(context, logger(context, { kind: 'keep' }).log)).toBeUndefined();
  expect(rowsReady(context, logger(context, { reason: '另有理由' }).log)).toBeUndefined();
});

it('rows are no longer ready once something else was decided, here or by another program', async () => {
  for (const isElsewhere of [false, true]) {
    const context = copyProject(path);
    const { store } = context;
    viewProject(store);
    const { log } = logger(context);
    await foresee(store, log, always);
    const elsewhere = isElsewhere ? openStore(store.path, { mode: 'write' }) : store;
    const other = { ...contextOf(elsewhere), newId: () => 'f'.repeat(32) };
    await decide(other, { kind: 'keep', words: [word], coder: '乙', reason: '' });
    if (isElsewhere) elsewhere.close();
    viewProject(store);
    expect(rowsReady(context, log)).toBeUndefined();
  }
});

it('what is given up half way leaves no verdict behind', async () => {
  const context = copyProject(path);
  const view = viewProject(context.store);
  const { log } = logger(context);
  let steps = 0;
  await foresee(context.store, log, async () => {
    steps += 1;
    return false;
  });
  expect(steps).toBe(1);
  expect(view?.verdicts.find('*', word, 'screening')).toBeUndefined();
  expect(rowsReady(context, log)).toBeUndefined();
});

it('nothing is foreseen, at once, while another program writes', async () => {
  const context = copyProject(path);
  viewProject(context.store);
  const { log } = logger(context);
  const writer = new Database(context.store.path);
  writer.exec('BEGIN IMMEDIATE');
  const begun = performance.now();
  await foresee(context.store, log, always);
  expect(performance.now() - begun).toBeLessThan(1000);
  writer.exec('ROLLBACK');
  writer.close();
  expect(rowsReady(context, log)).toBeUndefined();
});
