import { randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { changeRegions } from '../../src/workflow/change-regions.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const LI = { coder: '李', reason: '' };
let project: string;

beforeAll(async () => {
  project = join(folder.path, 'project.db');
  copyFileSync(await codedProject('GS01', 'GS02', 'JX01'), project);
  const context = contextOf(openStore(project, { mode: 'write' }));
  const word = rowsOf(context, 'raw').find(({ kept }) => kept)?.rawKeyword as string;
  await decide(context, { ...LI, kind: 'drop', words: [word] });
  await decide(context, { ...LI, coder: '王', kind: 'keep', words: [word] });
  context.store.close();
}, 60_000);

/** Has the program itself write what it would never write, so that the seals are those of the altered rows. */
function alter({ store }: Context, sql: string): void {
  for (const name of ['decision_is_final', 'decision_is_kept']) store.run(`DROP TRIGGER IF EXISTS ${name}`);
  store.run(sql);
}

describe('a project as the program left it', () => {
  it('is intact, and its runs are made again with the same rows', { timeout: 120_000 }, async () => {
    const { faults, isIntact, decisions, texts, runs } = await verifyProject(copyProject(project));
    expect({ faults, isIntact, decisions, texts }).toEqual({
      faults: [],
      isIntact: true,
      decisions: 2,
      texts: 3,
    });
    expect(runs.map(({ stage, outcome }) => `${stage} ${outcome}`)).toEqual([
      'import kept-texts',
      'mine same',
      'screen same',
      'code same',
    ]);
  });

  it('is intact after undo, other regions and a second mining', { timeout: 120_000 }, async () => {
    const context = { ...copyProject(project), newId: () => randomBytes(16).toString('hex') };
    await undo(context, LI);
    await changeRegions(context, { ...LI, exclude: ['heading'] });
    const { faults, runs } = await verifyProject(context);
    expect(faults).toEqual([]);
    expect(runs.find(({ stage }) => stage === 'mine')?.outcome).toBe('changed-since');
    await mineKeywords(context, {});
    const mined = await verifyProject(context);
    expect(mined.faults).toEqual([]);
    expect(mined.runs.findLast(({ stage }) => stage === 'mine')?.outcome).toBe('same');
    expect(mined.runs.findLast(({ stage }) => stage === 'screen')?.outcome).toBe('changed-since');
  });
});

/** One alteration of each table that is derived. */
const ALTERED: Readonly<Record<string, string>> = {
  keyword: 'UPDATE keyword SET weight = weight + 1 WHERE position = 1',
  mapping: `UPDATE mapping SET kind = iif(kind = 'free', 'controlled', 'free') WHERE case_id = 'JX01'`,
  assignment: `UPDATE assignment SET status = 'confirmed'`,
  reference_count: 'UPDATE reference_count SET passages = passages + 1',
  token_count: 'UPDATE token_count SET tokens = tokens + 1',
  new_word: 'UPDATE new_word SET score = score + 1',
  document_frequency: 'UPDATE document_frequency SET cases = cases + 1',
  verdict: 'UPDATE verdict SET is_contested = 1 - is_contested',
};

it('derived rows that were altered and sealed again are found, each by case, word or group', {
  timeout: 120_000,
}, async () => {
  const context = copyProject(project);
  for (const sql of Object.values(ALTERED)) alter(context, sql);
  const { faults } = await verifyProject(context);
  expect(faults.map(({ table }) => table)).toEqual(expect.arrayContaining(Object.keys(ALTERED)));
  const mappings = faults.filter(({ table }) => table === 'mapping');
  expect(mappings.map(({ at }) => at['case_id'])).toContain('JX01');
});

it('altered texts, contents, runs, terms and decisions are found though they were sealed again', {
  timeout: 120_000,
}, async () => {
  const context = copyProject(project);
  alter(context, `UPDATE decision SET after = json_set(after, '$.kind', 'keep') WHERE coder = '李'`);
  alter(context, 'DELETE FROM decision_subject');
  alter(context, `UPDATE text_part SET text = text || '。'`);
  alter(context, `UPDATE content SET text = text || ' '`);
  alter(context, `UPDATE run SET tool_version = '0'`);
  alter(context, 'UPDATE term SET frequency = frequency + 1');
  const { faults } = await verifyProject({ ...context, toolVersion: '0' });
  const tables = new Set(faults.map(({ table }) => table));
  for (const table of ['decision', 'decision_subject', 'text_part', 'content', 'run', 'term']) {
    expect(tables).toContain(table);
  }
});

it('rows that another version derived otherwise are not called altered, as long as their seals fit', {
  timeout: 120_000,
}, async () => {
  const context = { ...copyProject(project), toolVersion: 'newer' };
  alter(context, 'UPDATE keyword SET weight = weight + 1 WHERE position = 1');
  alter(context, 'UPDATE new_word SET score = score + 1');
  const { isIntact, runs } = await verifyProject(context);
  expect(isIntact).toBe(true);
  expect(runs.map(({ outcome }) => outcome)).toEqual([
    'kept-texts',
    'other-version',
    'other-version',
    'other-version',
  ]);
  const path = join(folder.path, 'by-hand.db');
  context.store.copyTo(path);
  const byHand = new Database(path);
  byHand.exec('UPDATE keyword SET weight = weight + 1 WHERE position = 1');
  byHand.close();
  const { faults } = await verifyProject({ ...copyProject(path), toolVersion: 'newer' });
  expect(new Set(faults.map(({ kind, table }) => `${kind} ${table}`))).toEqual(
    new Set(['rows-changed keyword']),
  );
});

it('a log that was made unreadable is reported, not a crash', { timeout: 120_000 }, async () => {
  const path = join(folder.path, 'unreadable.db');
  copyFileSync(project, path);
  const byHand = new Database(path);
  byHand.exec('DROP TRIGGER decision_is_final');
  byHand.exec(`UPDATE decision SET kind = 'invented'`);
  byHand.close();
  const { faults, isIntact } = await verifyProject(copyProject(path));
  expect(isIntact).toBe(false);
  expect(faults.map(({ table }) => table)).toContain('decision');
});
