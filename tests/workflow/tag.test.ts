import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { logHash } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, redo, undo } from '../../src/workflow/decide.js';
import { type DiffRequest, diffTag } from '../../src/workflow/diff-tag.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { formatDiff } from '../../src/workflow/format-diff.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { joinProject } from '../../src/workflow/join-projects.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { listTags, tagProject } from '../../src/workflow/tag-project.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyCases, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const WANG = { coder: '王', reason: '' };
const tagged = (context: Context, name = '投稿稿') => tagProject(context, { ...WANG, name });
const changesOf = (context: Context, request: Partial<DiffRequest> = {}) =>
  diffTag(context, { tag: '投稿稿', ...request }).changes;

let project: string;
let files = 0;

beforeAll(async () => {
  project = await codedProject('GS01', 'JX01');
}, 60_000);

/** A copy of a project with ids and times of its own. */
function copyOf(path: string, at = 1): Context {
  files += 1;
  const copy = join(folder.path, `${files}.db`);
  copyFileSync(path, copy);
  const context = contextOf(openStore(copy, { mode: 'write' }), `2022-01-0${at}T00:00:00Z`);
  let ids = 0;
  onTestFinished(() => context.store.close());
  return { ...context, newId: () => `${at}${(++ids).toString(16).padStart(31, '0')}` };
}

/** The file of a project as it is now, closed. */
function closed(context: Context): string {
  files += 1;
  const path = join(folder.path, `${files}.db`);
  context.store.copyTo(path);
  return path;
}

const keptWords = (context: Context) => [
  ...new Set(rowsOf(context, 'raw').flatMap(({ kept, rawKeyword }) => (kept ? rawKeyword : []))),
];

describe('a tag', () => {
  it('names a state once, is taken back by undo and given again by redo', async () => {
    const context = copyOf(project);
    const { tag } = await tagged(context);
    expect(tag).toMatchObject({ name: '投稿稿', decisions: 0, coder: '王', isOfThisLog: true });
    expect(tag.numbers).toBeGreaterThan(300);
    const again = (await tagged(context).catch((error) => error)) as UserError;
    const params = { name: '投稿稿', coder: '王', revision: tag.revision, time: tag.time };
    expect(again).toMatchObject({ code: 'tag/given', params });
    await undo(context, WANG);
    expect(listTags(context)).toEqual([]);
    await redo(context, WANG);
    expect(listTags(context)).toEqual([tag]);
    await tagged(context, '修改稿');
    expect(listTags(context).map(({ name }) => name)).toEqual(['投稿稿', '修改稿']);
    expect(() => diffTag(context, { tag: '定稿' })).toThrow(
      expect.objectContaining({ code: 'tag/unknown', params: { name: '定稿', known: ['投稿稿', '修改稿'] } }),
    );
    await expect(tagged(context, ' ')).rejects.toMatchObject({ code: 'tag/no-name' });
  });

  it('has the hashes that verify prints, as long as nothing else is decided', {
    timeout: 60_000,
  }, async () => {
    const context = copyOf(project);
    const { tag } = await tagged(context);
    const { stateHash, faults } = await verifyProject(context);
    expect([stateHash, faults]).toEqual([tag.stateHash, []]);
    expect(logHash(context.store, tag.revision)).toBe(tag.logHash);
  });

  it('is given before the first coding, when there are no numbers, but not to tables that lag behind', async () => {
    const context = contextOf(openStore(join(folder.path, 'new.db'), { mode: 'create' }));
    onTestFinished(() => context.store.close());
    const cases = makeFolder();
    onTestFinished(cases.remove);
    await importCases(context, { paths: [copyCases(cases.path, 'JX01')] });
    expect((await tagged(context, '预注册')).tag.codebooks).toEqual([]);
    await mineKeywords(context, {});
    await codeCases(context, { codebook: 'six-pillars' });
    await importCases(context, { paths: [copyCases(cases.path, 'GS01')] });
    await expect(tagged(context)).rejects.toMatchObject({ code: 'tag/out-of-date' });
  });
});

describe('the difference to a tag', () => {
  it('is each number of the tables that changed, with the decisions about its code', async () => {
    const context = copyOf(project);
    await tagged(context);
    const before = rowsOf(context, 'coding');
    const code = before.find(({ ownReferences }) => ownReferences > 0) as (typeof before)[number];
    const [word = ''] = keptWords(context);
    await decide(context, { ...WANG, kind: 'merge', words: [word, code.code], reason: '同类' });
    const { changes, why, kinds, compared } = diffTag(context, { tag: '投稿稿' });
    const now = rowsOf(context, 'coding');
    const wanted = now.flatMap((row, at) =>
      (['assignments', 'ownAssignments', 'cases', 'references', 'ownReferences'] as const).flatMap(
        (column) =>
          row[column] === before[at]?.[column]
            ? []
            : [[row.codeId, column, before[at]?.[column], row[column]]],
      ),
    );
    const inCoding = changes.filter(({ table }) => table === 'coding');
    expect(inCoding.map(({ codeId, column, before: was, now: is }) => [codeId, column, was, is])).toEqual(
      wanted,
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(compared).toBeGreaterThan(changes.length);
    expect(kinds).toEqual([{ kind: 'merge', count: 1 }]);
    const own = why.find(({ code: name }) => name === code.code);
    expect(own?.listed.map(({ kind, reason }) => [kind, reason])).toEqual([['merge', '同类']]);
    for (const name of [code.code, code.level1]) {
      const ofRow = inCoding.filter(({ row }) => row === name);
      expect(ofRow.length, name ?? '').toBeGreaterThan(0);
      for (const { decisions } of ofRow) expect(decisions, name ?? '').toBe(1);
    }
    await undo(context, WANG);
    expect(changesOf(context)).toEqual([]);
    expect(diffTag(context, { tag: '投稿稿' }).why).toEqual([]);
  });

  it('says names and places, and rows that came or went', async () => {
    const context = copyOf(project);
    await tagged(context);
    const [row] = rowsOf(context, 'frequency');
    const { coreKeyword, codeId, assignments } = row as NonNullable<typeof row>;
    await decide(context, { ...WANG, kind: 'rename', words: [coreKeyword, '新名'] });
    expect(changesOf(context).filter(({ column }) => column === 'name')).toEqual([
      expect.objectContaining({ table: 'frequency', codeId, before: coreKeyword, now: '新名', decisions: 1 }),
      expect.objectContaining({ table: 'coding', codeId, before: coreKeyword, now: '新名', decisions: 1 }),
    ]);
    await undo(context, WANG);
    const [, second] = rowsOf(context, 'frequency');
    await decide(context, { ...WANG, kind: 'merge', words: [coreKeyword, second?.coreKeyword ?? ''] });
    expect(changesOf(context)).toContainEqual(
      expect.objectContaining({
        table: 'frequency',
        codeId,
        column: 'assignments',
        before: assignments,
        now: null,
      }),
    );
  });

  it('says that cases were imported, mined and coded since', { timeout: 60_000 }, async () => {
    const context = copyOf(project);
    await tagged(context);
    const cases = makeFolder();
    onTestFinished(cases.remove);
    await importCases(context, { paths: [copyCases(cases.path, 'GS02')], batch: '二' });
    const between = diffTag(context, { tag: '投稿稿' });
    expect(between.isUpToDate).toBe(false);
    expect(between.changes).toContainEqual(
      expect.objectContaining({ table: 'study', column: 'cases', before: 2, now: 3, decisions: 0 }),
    );
    await mineKeywords(context, {});
    await codeCases(context, {});
    const { stages, isUpToDate, kinds } = diffTag(context, { tag: '投稿稿' });
    expect(stages).toEqual(['import', 'mine', 'screen', 'code'].map((stage) => ({ stage, count: 1 })));
    expect([isUpToDate, kinds]).toEqual([true, []]);
  });

  it('between two tags is the same later, and turned round the other way', async () => {
    const context = copyOf(project);
    await tagged(context);
    await excludeCases(context, { ...WANG, cases: ['JX01'] });
    const now = diffTag(context, { tag: '投稿稿' });
    await tagged(context, '修改稿');
    await decide(context, { ...WANG, kind: 'drop', words: keptWords(context).slice(0, 1) });
    const later = diffTag(context, { tag: '投稿稿', other: '修改稿' });
    expect([later.changes, later.kinds]).toEqual([now.changes, now.kinds]);
    const back = diffTag(context, { tag: '修改稿', other: '投稿稿' });
    expect(back.kinds).toEqual(later.kinds);
    expect(back.changes.find(({ table }) => table === 'study')).toMatchObject({ before: 1, now: 2 });
    const csv = formatDiff(later, 'csv', 'zh').split(/\r?\n/);
    expect(csv[0]).toBe('\ufeff表,行,层级,指标,当时,现在,相关判定');
    expect(csv[1]).toBe('案例数,,,案例数,2,1,0');
  });

  it('is empty after any decision and its undo', { timeout: 120_000 }, async () => {
    const context = copyOf(project);
    await tagged(context);
    const words = keptWords(context);
    const labels = rowsOf(context, 'coding').map(({ code }) => code);
    const passages = rowsOf(context, 'evidence').flatMap(({ passage }) => passage ?? []);
    const word = fc.constantFrom(...words);
    const label = fc.constantFrom(...labels);
    const step: fc.Arbitrary<(context: Context) => Promise<unknown>> = fc.oneof(
      fc.tuple(fc.constantFrom('keep' as const, 'drop' as const), word).map(
        ([kind, one]) =>
          (on: Context) =>
            decide(on, { ...WANG, kind, words: [one] }),
      ),
      fc.tuple(word, label).map(
        ([one, into]) =>
          (on: Context) =>
            decide(on, { ...WANG, kind: 'merge', words: [one, into] }),
      ),
      label.map((one) => (on: Context) => decide(on, { ...WANG, kind: 'rename', words: [one, '新名'] })),
      fc
        .constantFrom(...passages)
        .map((one) => (on: Context) => reviewPassages(on, 'reject', { ...WANG, passages: [one] })),
      fc.constant((on: Context) => excludeCases(on, { ...WANG, cases: ['GS01'] })),
    );
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(step, async (take) => {
        await take(context);
        changed += changesOf(context).length;
        await undo(context, WANG);
        expect(changesOf(context)).toEqual([]);
      }),
      { numRuns: 12, seed: 7 },
    );
    expect(changed).toBeGreaterThan(0);
  });
});

describe('tags of two copies', () => {
  it('that name different states contradict each other until somebody chooses; the other stays in the log', {
    timeout: 60_000,
  }, async () => {
    const [a, b] = [copyOf(project, 1), copyOf(project, 2)];
    const [word = ''] = keptWords(a);
    await tagged(a);
    await decide(b, { ...WANG, coder: '李', kind: 'drop', words: [word] });
    await tagProject(b, { coder: '李', reason: '', name: '投稿稿' });
    const [pathA, pathB] = [closed(a), closed(b)];
    const join = { coder: '左' };
    await expect(joinProject(copyOf(pathA, 3), { ...join, path: pathB })).rejects.toMatchObject({
      code: 'join/conflicts',
      params: { about: ['投稿稿 (王 / 李)'] },
    });
    for (const settle of ['earlier', 'later'] as const) {
      const [intoA, intoB] = [copyOf(pathA, 3), copyOf(pathB, 4)];
      await joinProject(intoA, { ...join, path: pathB, settle });
      await joinProject(intoB, { ...join, path: pathA, settle });
      const names = (context: Context) =>
        listTags(context).map(({ name, coder, stateHash }) => [name, coder, stateHash]);
      expect(names(intoA)).toEqual(names(intoB));
      expect(listTags(intoA)).toMatchObject([{ name: '投稿稿', coder: settle === 'earlier' ? '王' : '李' }]);
      expect((await verifyProject(intoA)).faults).toEqual([]);
    }
  });

  it('come along with a join, are told by times there, and equal ones are one', {
    timeout: 60_000,
  }, async () => {
    const [a, b] = [copyOf(project, 1), copyOf(project, 2)];
    const [first = '', second = ''] = keptWords(a);
    await tagged(a);
    await decide(a, { ...WANG, kind: 'drop', words: [first] });
    await tagged(b);
    await decide(b, { ...WANG, coder: '李', kind: 'drop', words: [second] });
    await tagProject(b, { coder: '李', reason: '', name: '修改稿' });
    const report = await joinProject(a, { path: closed(b), coder: '左' });
    expect(report.conflicts).toEqual([]);
    expect(listTags(a).map(({ name, isOfThisLog }) => [name, isOfThisLog])).toEqual([
      ['投稿稿', true],
      ['修改稿', false],
    ]);
    const { isByTime, kinds } = diffTag(a, { tag: '修改稿' });
    expect([isByTime, kinds]).toEqual([true, []]);
    expect(diffTag(a, { tag: '投稿稿' })).toMatchObject({
      isByTime: false,
      kinds: [{ kind: 'drop', count: 2 }],
    });
    expect((await verifyProject(a)).faults).toEqual([]);
  });
});

describe('altered tags', () => {
  const NUMBERS = `json_set(tag, '$.tables[0].rows[0][2]', 99)`;

  it('are found where another program changed their numbers', { timeout: 60_000 }, async () => {
    const context = copyOf(project);
    await tagged(context);
    const path = closed(context);
    const byHand = new Database(path);
    byHand.exec(`UPDATE tag SET tag = ${NUMBERS}`);
    byHand.close();
    const { faults } = await verifyProject(copyOf(path));
    expect(faults.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
      'rows-changed tag',
      'not-by-log decision',
    ]);
  });

  it('are found by the log though they were sealed again, and so is a log that was altered before them', {
    timeout: 60_000,
  }, async () => {
    const context = copyOf(project);
    const [word = ''] = keptWords(context);
    await decide(context, { ...WANG, kind: 'drop', words: [word] });
    await tagged(context);
    const found = async () =>
      (await verifyProject(context)).faults.map(({ kind, at }) => [kind, at['subject']]);
    context.store.run(`UPDATE tag SET tag = ${NUMBERS}`);
    expect(await found()).toEqual([['not-by-log', '投稿稿']]);
    context.store.run(`UPDATE tag SET tag = (SELECT after FROM decision WHERE kind = 'tag')`);
    context.store.run('DROP TRIGGER decision_is_final');
    context.store.run(`UPDATE decision SET reason = '改' WHERE kind = 'drop'`);
    expect(await found()).toEqual([['log-broken', '投稿稿']]);
  });
});
