import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { readSheet } from '../../src/sources/read-sheet.js';
import { readAllDone } from '../../src/store/case-done-table.js';
import { caseIds } from '../../src/store/case-table.js';
import { readJudgements } from '../../src/store/judgement-table.js';
import { readMemos } from '../../src/store/memo-table.js';
import { openStore } from '../../src/store/open.js';
import { readPassageJudgements } from '../../src/store/passage-verdict-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { recodeCases } from '../../src/workflow/code-cases.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { excludeCases, includeCases } from '../../src/workflow/exclude-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { joinProject } from '../../src/workflow/join-projects.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listCoders } from '../../src/workflow/list-coders.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { setCoderGuid } from '../../src/workflow/set-coder-guid.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { makeProject } from '../project/random-history.js';
import { contextOf, makeFolder, rowsOf } from './project.js';

const TEXT = '扶贫车间在晒谷坪。农户在扶贫车间，培训在驿站。积分榜没有老人。合作社的竹荪。';
const OTHER = '网格员在驿站。电商直播的合作社在产业园，产业园的农户。晒谷坪没有积分榜。';
const by = { reason: '' };

/** Two copies of a small coded project, each with ids and times of its own. */
async function twoCopies() {
  const folder = makeFolder();
  const path = (name: string) => join(folder.path, `${name}.db`);
  const origin = contextOf(openStore(path('origin'), { mode: 'create' }));
  const lines = [
    { text: TEXT, province: '甲' },
    { text: OTHER, province: '乙' },
  ] as const;
  await makeProject(origin, folder.path, { lines, by: 'case', isGrown: false });
  for (const name of ['a', 'b']) origin.store.copyTo(path(name));
  origin.store.close();
  const open = (name: string, at: number): Context => {
    const context = contextOf(openStore(path(name), { mode: 'write' }), `2022-01-0${at}T00:00:00Z`);
    let ids = 0;
    onTestFinished(() => context.store.close());
    return { ...context, newId: () => `${at}${(++ids).toString(16).padStart(31, '0')}` };
  };
  onTestFinished(folder.remove);
  const copyOf = ({ store }: Context, name: string, at: number) => {
    store.copyTo(path(name));
    return open(name, at);
  };
  return { folder: folder.path, path, a: open('a', 1), b: open('b', 2), copyOf };
}

async function importText(context: Context, folder: string, id: string, text: string): Promise<void> {
  const file = join(folder, `${id}-${text.length}.jsonl`);
  writeFileSync(file, JSON.stringify({ id, text, province: '丙' }));
  await importCases(context, { paths: [file] });
}

const coding = (coder: string, caseId: string, code: string) => ({
  ...by,
  codebook: 'big',
  coder,
  caseId,
  span: { start: 0, end: 8 },
  codes: [code],
});

it('takes over cases, codings and memos of another project, whose statistics are computed again over all cases', {
  timeout: 120_000,
}, async () => {
  const { folder, path, a, b, copyOf } = await twoCopies();
  await importText(a, folder, 'n1', `${TEXT}${OTHER}`);
  await importText(b, folder, 'n2', `${OTHER}${OTHER}网格员。`);
  for (const context of [a, b]) await mineKeywords(context, {});
  await codePassage(b, { ...coding('李', 'n2', '网格治理'), memo: '想一想' });
  const [intoA, intoB] = [copyOf(a, 'into-a', 3), copyOf(b, 'into-b', 4)];
  const report = await joinProject(intoA, { path: path('b'), coder: '左' });
  expect(report).toMatchObject({ casesAdded: ['n2'], decisions: 2, coders: ['李'], statistics: 'new' });
  expect(report.mined?.generation).toBe(3);
  expect(caseIds(intoA.store)).toEqual(['c0', 'c1', 'n1', 'n2']);
  expect(listMemos(intoA).map(({ text }) => text)).toEqual(['想一想']);
  expect(rowsOf(intoA, 'evidence', { codebook: 'big' })).toContainEqual(
    expect.objectContaining({ caseId: 'n2', code: '网格治理', coders: expect.arrayContaining(['李']) }),
  );
  await joinProject(intoB, { path: path('a'), coder: '左' });
  const hash = stateHash(intoA.store);
  expect(stateHash(intoB.store)).toBe(hash);
  // The statistics over all cases are newer than those of either project, and are computed once.
  const again = await joinProject(b, { path: path('into-a'), coder: '左' });
  expect([again.statistics, again.casesAdded, stateHash(b.store)]).toEqual(['there', ['n1'], hash]);
  expect((await joinProject(intoA, { path: path('a'), coder: '左' })).statistics).toBe('here');
  expect(stateHash(intoA.store)).toBe(hash);
  for (const joined of [intoA, b]) expect((await verifyProject(joined)).faults).toEqual([]);
});

it('names decisions that contradict each other, and takes those that a sheet chose', {
  timeout: 120_000,
}, async () => {
  const { path, folder, a, b, copyOf } = await twoCopies();
  await decide(a, { ...by, kind: 'rename', words: ['就业', '就业帮扶'], coder: '左' });
  await decide(b, { ...by, kind: 'rename', words: ['就业', '稳岗'], coder: '李' });
  const before = stateHash(a.store);
  const sheet = join(folder, 'conflicts.csv');
  const refused = (await joinProject(a, { path: path('b'), coder: '左', conflicts: sheet }).catch(
    (error) => error,
  )) as UserError;
  expect(refused).toMatchObject({
    code: 'join/conflicts',
    params: { about: ['就业 (左 / 李)'], path: sheet },
  });
  expect(stateHash(a.store)).toBe(before);
  const [table] = await readSheet(sheet);
  const [row] = table?.rows ?? [];
  expect(Object.values(row?.values ?? {}).slice(1, 7)).toEqual([
    '就业',
    expect.stringContaining('就业帮扶'),
    '左',
    expect.stringContaining('稳岗'),
    '李',
    '',
  ]);
  const filled = join(folder, 'filled.csv');
  const head = table?.columns ?? [];
  const values = head.map((name) => (name === '采用' ? '先' : row?.values[name]));
  writeFileSync(filled, `${head.join(',')}\n${values.join(',')}\n`);
  const [intoA, intoB] = [copyOf(a, 'into-a', 3), copyOf(b, 'into-b', 4)];
  for (const [into, other] of [
    [intoA, 'b'],
    [intoB, 'a'],
  ] as const) {
    const report = await joinProject(into, {
      path: path(other),
      coder: '左',
      settled: filled,
      reason: '按编码手册',
    });
    expect(report.conflicts.map(({ kept }) => kept)).toEqual(['earlier']);
    expect(rowsOf(into, 'coding', { codebook: 'small' })[0]).toMatchObject({ code: '就业帮扶' });
  }
  expect(stateHash(intoB.store)).toBe(stateHash(intoA.store));
  // Nothing is lost: both decisions and the one that settled them are on record.
  expect(listDecisions(intoA).map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
    'rename ',
    'rename ',
    'undo 按编码手册',
  ]);
  expect((await joinProject(intoA, { path: path('b'), coder: '左' })).conflicts).toEqual([]);
  expect((await verifyProject(intoA)).faults).toEqual([]);
});

it('refuses what must be the same first, all of it at once, and changes nothing', async () => {
  const { path, folder, a, b } = await twoCopies();
  await importText(a, folder, 'c0', `${TEXT}一。`);
  await importText(b, folder, 'c0', `${TEXT}一二。`);
  await mineKeywords(b, { by: 'province' });
  setCoderGuid(a, { name: '王', guid: '1b4e28ba-2fa1-11d2-883f-0016d3cca427' });
  setCoderGuid(b, { name: '小王', guid: '1b4e28ba-2fa1-11d2-883f-0016d3cca427' });
  const before = stateHash(a.store);
  const refused = (await joinProject(a, { path: path('b'), coder: '左' }).catch(
    (error) => error,
  )) as UserError;
  const { problems } = refused.params as { problems: readonly UserError[] };
  expect([refused.code, problems.map(({ code }) => code).sort()]).toEqual([
    'join/obstacles',
    ['join/other-name', 'join/other-setting', 'join/other-text'],
  ]);
  expect(stateHash(a.store)).toBe(before);
});

it('knows coders by the names given for them', async () => {
  const { path, a, b } = await twoCopies();
  await codePassage(a, coding('王', 'c0', '车间带动'));
  await codePassage(b, coding('小王', 'c1', '网格治理'));
  await codePassage(b, coding('小王', 'c0', '就业'));
  await joinProject(a, { path: path('b'), coder: '左', coderMap: { 小王: '王' } });
  expect(listCoders(a).map(({ name }) => name)).toEqual(['zhagen', '王']);
  const own = rowsOf(a, 'evidence', { codebook: 'big' }).filter(({ coders }) => coders.includes('王'));
  expect(new Set(own.map(({ caseId, code }) => `${caseId} ${code}`))).toEqual(
    new Set(['c0 车间带动', 'c0 就业', 'c1 网格治理']),
  );
});

it('knows by the names given for coders who is done with a case', async () => {
  const { path, a, b } = await twoCopies();
  await finishCases(a, { ...by, cases: ['c0'], coder: '王' });
  await finishCases(a, { ...by, cases: ['c0'], coder: '王', notYet: true });
  await finishCases(b, { ...by, cases: ['c0'], coder: '小王' });
  const { superseded } = await joinProject(b, { path: path('a'), coder: '左', coderMap: { 王: '小王' } });
  expect(superseded).toHaveLength(1);
  expect(readAllDone(b.store).map(({ caseId, coder }) => `${caseId} ${coder}`)).toEqual(['c0 小王']);
});

it.each([
  ['x1', 'x2'],
  ['x2', 'x1'],
])(
  'a text that two projects know as %s and %s is one case, with what was decided in both',
  {
    timeout: 240_000,
  },
  async (first, second) => {
    const { folder, path, a, b, copyOf } = await twoCopies();
    const text = `${TEXT}${OTHER}`;
    for (const [context, id, coder] of [
      [a, first, '王'],
      [b, second, '李'],
    ] as const) {
      await importText(context, folder, id, text);
      await mineKeywords(context, {});
      await recodeCases(context);
      await codePassage(context, { ...coding(coder, id, '车间带动'), memo: `${coder}想` });
      await decide(context, { ...by, kind: 'drop', words: ['扶贫车间'], group: id, coder });
    }
    await excludeCases(b, { cases: [second], coder: '李', reason: '一' });
    await includeCases(b, { cases: [second], coder: '李', reason: '二' });
    const [intoA, intoB] = [copyOf(a, 'into-a', 3), copyOf(b, 'into-b', 4)];
    const report = await joinProject(intoA, { path: path('b'), coder: '左', settle: 'later' });
    await joinProject(intoB, { path: path('a'), coder: '左', settle: 'later' });
    expect(report).toMatchObject({
      sameCases: [{ here: first, there: second, id: 'x1' }],
      casesAdded: [],
    });
    const hash = stateHash(intoA.store);
    expect(stateHash(intoB.store)).toBe(hash);
    for (const [into, own, other] of [
      [intoA, 'a', 'b'],
      [intoB, 'b', 'a'],
    ] as const) {
      expect(caseIds(into.store, { scope: 'all' })).toEqual(['c0', 'c1', 'x1']);
      const coded = rowsOf(into, 'evidence', { codebook: 'big' }).filter(
        ({ caseId, code }) => caseId === 'x1' && code === '车间带动',
      );
      expect(new Set(coded.flatMap(({ coders }) => coders))).toEqual(new Set(['zhagen', '李', '王']));
      expect(readMemos(into.store).map(({ memo: { on } }) => 'caseId' in on && on.caseId)).toEqual([
        'x1',
        'x1',
      ]);
      expect(placesOf(into, 'x2')).toEqual([]);
      // The other id goes on finding the case, and later joins know it.
      expect(showCase(into, 'x2').id).toBe('x1');
      for (const name of [own, other]) {
        const again = await joinProject(into, { path: path(name), coder: '左' });
        expect([again.decisions, again.conflicts, stateHash(into.store)]).toEqual([0, [], hash]);
      }
      expect((await verifyProject(into)).faults).toEqual([]);
      // A file imported again under the other id is the case that it became.
      await importText(into, folder, 'x2', text);
      expect(caseIds(into.store, { scope: 'all' })).toEqual(['c0', 'c1', 'x1']);
      // What was decided under the other id can be taken back.
      for (const coder of ['李', '李', '李', '李', '王', '王']) await undo(into, { ...by, coder });
      expect(readJudgements(into.store, { aspect: 'screening', word: '扶贫车间' })).toEqual([]);
      expect(readPassageJudgements(into.store, 'big')).toEqual([]);
    }
  },
);

it('a text that one project has twice stays two cases', async () => {
  const { folder, path, a, b } = await twoCopies();
  for (const id of ['x1', 'x3']) await importText(a, folder, id, '同一篇文本。');
  await importText(b, folder, 'x2', '同一篇文本。');
  const { sameCases } = await joinProject(a, { path: path('b'), coder: '左' });
  expect(sameCases).toEqual([{ here: 'x1', there: 'x2', id: 'x1' }]);
  expect(caseIds(a.store, { scope: 'all' })).toEqual(['c0', 'c1', 'x1', 'x3']);
});

/** In which columns of a project a case is called so, beside its log and where its files lay. */
function placesOf({ store }: Context, name: string): string[] {
  const columns = store.all<{ table: string; column: string }>(
    `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT IN ('decision', 'case_alias', 'seal', 'word')`,
  );
  return columns.flatMap(({ table, column }) =>
    column !== 'source' &&
    column !== 'title' &&
    store.get(`SELECT 1 FROM ${table} WHERE instr(${column}, ?) > 0`, name)
      ? `${table}.${column}`
      : [],
  );
}

it('says that the file of another project is cut off or none, and whether the projects have a case in common', async () => {
  const { a, b, path, folder } = await twoCopies();
  const whole = readFileSync(path('b'));
  const cut = join(folder, 'cut.db');
  writeFileSync(cut, whole.subarray(0, whole.length / 2));
  await expect(joinProject(a, { path: cut, coder: '李' })).rejects.toMatchObject({ code: 'join/damaged' });
  const none = join(folder, 'none.db');
  writeFileSync(none, '');
  await expect(joinProject(a, { path: none, coder: '李' })).rejects.toMatchObject({
    code: 'join/not-a-project',
  });
  expect(await joinProject(a, { path: b.store.path, coder: '李', dryRun: true })).toMatchObject({
    isForeign: false,
  });
  const other = contextOf(openStore(path('other'), { mode: 'create' }));
  await importText(other, folder, '丙', OTHER + TEXT);
  other.store.close();
  expect(await joinProject(a, { path: path('other'), coder: '李', dryRun: true })).toMatchObject({
    isForeign: true,
  });
});
