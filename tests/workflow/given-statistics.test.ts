import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { newestGeneration } from '../../src/store/generation-table.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { applyPseudonyms } from '../../src/workflow/apply-pseudonyms.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { deriveAgain } from '../../src/workflow/derive-again.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { joinProject } from '../../src/workflow/join-projects.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { describeProvenance } from '../../src/workflow/provenance.js';
import { screenKeywords } from '../../src/workflow/screen-keywords.js';
import { termsOfFiles } from '../../src/workflow/terms-filter.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { rejectionOf } from '../formats/rejection.js';
import { contextOf, copyProject, makeFolder, rowsOf, statisticsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const opened: Context['store'][] = [];
afterAll(() => {
  for (const store of opened) store.close();
});

function project(name: string): Context {
  const store = openStore(join(folder.path, name), { mode: 'create' });
  opened.push(store);
  return contextOf(store);
}

type Line = { readonly id: string; readonly text: string };

const file = (name: string, content: string) => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};

const linesFile = (name: string, lines: readonly Line[]) =>
  file(name, lines.map((line) => JSON.stringify(line)).join('\n'));

/** Writes the statistics of cases with the new words that a project found. */
async function writeStatistics(name: string, paths: readonly string[], words: Context): Promise<string> {
  const found = statisticsOf(words.store)?.newWords ?? [];
  const newWords = file(`${name}.words`, found.map((word) => JSON.stringify(word)).join('\n'));
  let text = '';
  for await (const some of termsOfFiles({ paths, newWords })) text += some;
  return file(name, text);
}

const PIECES = [
  '晒谷坪',
  '夜话',
  '扶贫',
  '产业',
  '园',
  '农户',
  '四联',
  '五防',
  '竹荪',
  '驿站',
  '，',
  '的',
  '。',
];
const OPTIONS = { minFrequency: 2, top: 1000 };
const textOf = fc
  .array(fc.constantFrom(...PIECES), { minLength: 5, maxLength: 40 })
  .map((parts) => parts.join(''));

/** What a project says of its words, apart from where its statistics come from. */
const ranksOf = (context: Context) =>
  JSON.stringify([rowsOf(context, 'weights'), rowsOf(context, 'keywords'), rowsOf(context, 'top-words')]);

it('a project ranks to the byte as one that mined itself, with the statistics of its own cases', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(textOf, { minLength: 1, maxLength: 6 }), async (texts) => {
      run += 1;
      const cases = linesFile(
        `own-${run}.jsonl`,
        texts.map((text, id) => ({ id: `c${id}`, text })),
      );
      const [own, other] = [project(`own-${run}.db`), project(`other-${run}.db`)];
      for (const context of [own, other]) await importCases(context, { paths: [cases] });
      await mineKeywords(own, OPTIONS);
      const statistics = await writeStatistics(`own-${run}.stat`, [cases], own);
      await mineKeywords(other, { top: OPTIONS.top, statistics });
      expect(ranksOf(other)).toBe(ranksOf(own));
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 300_000);

/** A corpus elsewhere, with its statistics. */
const ELSEWHERE: readonly Line[] = Array.from({ length: 9 }, (_, at) => ({
  id: `e${at}`,
  text: `晒谷坪夜话在村里开讲，${'晒谷坪夜话带动农户。'.repeat(3)}扶贫产业园第${at}期。`,
}));
const FIRST: readonly Line[] = [
  { id: 'a', text: '我村办晒谷坪夜话，农户都来。合作社带动农户增收。' },
  { id: 'b', text: '扶贫产业园建成，竹荪驿站开张，竹荪驿站红火，竹荪驿站有名。' },
];
const LATER: readonly Line[] = [
  { id: 'c', text: '晒谷坪夜话第二季，村民议事。竹荪驿站扩建。' },
  { id: 'd', text: '农户种竹荪，合作社收购。' },
];

let statistics: string;
let base: string;

beforeAll(async () => {
  const elsewhere = project('elsewhere.db');
  const paths = [linesFile('elsewhere.jsonl', ELSEWHERE)];
  await importCases(elsewhere, { paths });
  await mineKeywords(elsewhere, {});
  statistics = await writeStatistics('archive.jsonl', paths, elsewhere);
  const context = project('given.db');
  await importCases(context, { paths: [linesFile('first.jsonl', FIRST)] });
  await mineKeywords(context, { statistics });
  base = join(folder.path, 'base.db');
  context.store.copyTo(base);
}, 60_000);

const newId = () => randomBytes(16).toString('hex');

/** A project of the first cases that takes its statistics from elsewhere. */
const givenProject = (): Context => ({ ...copyProject(base), newId });

const importLater = (context: Context) =>
  importCases(context, { paths: [linesFile('later.jsonl', LATER)], batch: '2' });

const LI = { coder: '李', reason: '' };

describe('a project with statistics of another corpus', { timeout: 120_000 }, () => {
  it('knows its new words and numbers of cases, and says where they come from', async () => {
    const context = givenProject();
    const { store } = context;
    expect(newestGeneration(store)).toMatchObject({ documents: 9, file: 'archive.jsonl' });
    const words = rowsOf(context, 'keywords').map(({ word }) => word);
    expect(words).toContain('晒谷坪夜话');
    expect(words).not.toContain('竹荪驿站');
    const { source } = makeTable(context, { name: 'keywords' });
    expect(captionTable('keywords', source, 'en')).toContain('archive.jsonl (9 cases elsewhere)');
    expect(captionTable('keywords', source, 'zh')).toContain('archive.jsonl（其他语料的 9 个案例）');
    await screenKeywords(context, {});
    expect(JSON.stringify(await describeProvenance(context, {}))).toContain('archive.jsonl');
  });

  it('ranks later cases with the same statistics, as if all had come at once', async () => {
    const context = givenProject();
    const { runId } = newestGeneration(context.store) ?? {};
    await importLater(context);
    const mined = await mineKeywords(context, {});
    expect(mined).toMatchObject({
      computed: false,
      casesMined: ['c', 'd'],
      file: 'archive.jsonl',
      documents: 9,
    });
    expect(newestGeneration(context.store)?.runId).toBe(runId);
    const atOnce = project('at-once.db');
    await importCases(atOnce, { paths: [linesFile('first.jsonl', FIRST)] });
    await importLater(atOnce);
    await mineKeywords(atOnce, { statistics });
    expect(stateHash(context.store)).toBe(stateHash(atOnce.store));
    expect((await mineKeywords(context, {})).casesMined).toEqual([]);
    expect((await mineKeywords(context, { statistics })).computedFor).toBe(null);
  });

  it('takes the statistics of its own cases again on request, and others after that', async () => {
    const context = givenProject();
    await importLater(context);
    expect(await mineKeywords(context, { restat: true })).toMatchObject({ file: null, documents: 4 });
    expect(rowsOf(context, 'keywords').map(({ word }) => word)).toContain('竹荪驿站');
    expect(await mineKeywords(context, {})).toMatchObject({ computed: false, file: null });
    expect(await mineKeywords(context, { statistics })).toMatchObject({
      computedFor: 'statistics',
      documents: 9,
    });
  });

  it('is verified with the cases that came later, and an altered number is found', async () => {
    const context = givenProject();
    await codeCases(context, {});
    await importLater(context);
    await mineKeywords(context, {});
    await decide(context, { ...LI, kind: 'add', words: ['竹荪驿站'], group: 'c', caseId: 'c' });
    await mineKeywords(context, {});
    await codeCases(context, {});
    const { faults, runs } = await verifyProject(context);
    expect(faults).toEqual([]);
    expect(runs.filter(({ stage }) => stage === 'mine').map(({ outcome }) => outcome)).toEqual([
      'same',
      'same',
      'same',
    ]);
    context.store.run('UPDATE document_frequency SET cases = cases + 1');
    context.store.run(
      `UPDATE term SET frequency = frequency + 1 WHERE list_no IN
         (SELECT list_no FROM mined_case JOIN project_case USING (case_no) WHERE id = 'd')`,
    );
    const altered = (await verifyProject(context)).faults;
    expect(altered).toContainEqual(expect.objectContaining({ table: 'document_frequency' }));
    expect(altered).toContainEqual(expect.objectContaining({ table: 'term', at: { case: 'd' } }));
  });

  it('cuts words that people accept alike in earlier and later cases, and undo brings back what was', async () => {
    const context = givenProject();
    await codeCases(context, {});
    const before = rowsOf(context, 'keywords');
    await decide(context, { ...LI, kind: 'add', words: ['竹荪驿站'], group: 'b', caseId: 'b' });
    await importLater(context);
    expect((await mineKeywords(context, {})).casesAgain).toEqual(['b']);
    await codeCases(context, {});
    const groups = rowsOf(context, 'keywords').filter(({ word }) => word === '竹荪驿站');
    expect(groups.map(({ group }) => group).sort()).toEqual(['b', 'c']);
    expect(await deriveAgain(context)).toEqual([]);
    await undo(context, LI);
    await mineKeywords(context, {});
    const after = rowsOf(context, 'keywords').filter(({ group }) => group === 'a' || group === 'b');
    expect(after).toEqual(before);
  });

  it('loses no statistics when a case is excluded, nor when the vocabulary changes', async () => {
    const context = givenProject();
    await excludeCases(context, { ...LI, cases: ['a'], reason: '重复' });
    expect(await mineKeywords(context, {})).toMatchObject({ computed: false, documents: 9 });
    const rejectWords = file('reject.txt', '晒谷坪夜话\n');
    const mined = await mineKeywords(context, { rejectWords });
    expect(mined).toMatchObject({ computedFor: 'vocabulary', file: 'archive.jsonl', documents: 9 });
    expect(statisticsOf(context.store)?.newWords.map(({ word }) => word)).not.toContain('晒谷坪夜话');
    expect((await verifyProject(context)).faults).toEqual([]);
  });

  it('refuses options of a discovery that is not made', async () => {
    const context = givenProject();
    expect(await rejectionOf(mineKeywords(context, { minFrequency: 5 }))).toMatchObject({
      code: 'mine/given-statistics',
      params: { path: 'archive.jsonl' },
    });
    expect(await mineKeywords(context, { minFrequency: 2, restat: true })).toMatchObject({ file: null });
  });

  it('takes nothing of a file that was cut off', async () => {
    const context = givenProject();
    const before = stateHash(context.store);
    const cut = file(
      'cut.jsonl',
      '{"statistics":1,"zhagen":"1","segmenter":"s","options":{},"documents":1,"newWords":0}\n',
    );
    expect((await rejectionOf(mineKeywords(context, { statistics: cut }))).code).toBe('statistics/cut');
    expect(stateHash(context.store)).toBe(before);
  });

  it('keeps them in a copy in which names gave way to pseudonyms, without the names', async () => {
    const context = givenProject();
    const table = file('names.csv', '名称,化名,词中也替换,类别\n晒谷坪,A坪,是,地名\n');
    const out = join(folder.path, 'pseudonyms.db');
    await applyPseudonyms(context, { table, out });
    const copy = copyProject(out);
    expect(newestGeneration(copy.store)).toMatchObject({ file: 'archive.jsonl', documents: 9 });
    const weights = (project: Context) =>
      rowsOf(project, 'weights').map(({ group, word, rarityFactor }) => [group, word, rarityFactor]);
    expect(weights(copy)).toContainEqual(
      weights(context)
        .find(([, word]) => word === '晒谷坪夜话')
        ?.with(1, 'A坪夜话'),
    );
    expect((await verifyProject(copy)).faults).toEqual([]);
  });

  it('is as it was where mining ends before all is saved', async () => {
    const context = givenProject();
    await importLater(context);
    const before = stateHash(context.store);
    const stopped = (calls = 0) => ({
      ...context,
      now: () => {
        calls += 1;
        // The second time is asked for within the transaction.
        if (calls > 1) throw new Error('stopped');
        return context.now();
      },
    });
    const own = project('ended.db');
    await importCases(own, { paths: [linesFile('first.jsonl', FIRST)] });
    await mineKeywords(own, { minFrequency: 2 });
    const ownBefore = stateHash(own.store);
    await expect(mineKeywords({ ...stopped(), store: own.store }, { statistics })).rejects.toThrow('stopped');
    await expect(mineKeywords(stopped(), {})).rejects.toThrow('stopped');
    await expect(mineKeywords(stopped(), { restat: true })).rejects.toThrow('stopped');
    expect([stateHash(context.store), stateHash(own.store)]).toEqual([before, ownBefore]);
  });

  it('joined with a copy that has further cases comes to the same in both, with the same statistics', async () => {
    const context = givenProject();
    await codeCases(context, {});
    const path = join(folder.path, 'coded.db');
    context.store.copyTo(path);
    const copy = { ...copyProject(path), newId };
    await importLater(copy);
    await mineKeywords(copy, {});
    await importCases(context, {
      paths: [linesFile('own.jsonl', [{ id: 'f', text: '竹荪驿站与农户夜话。' }])],
    });
    await mineKeywords(context, {});
    const [here, there] = ['here.db', 'there.db'].map((name) => join(folder.path, name));
    context.store.copyTo(here as string);
    copy.store.copyTo(there as string);
    await joinProject(context, { ...LI, path: there as string });
    await joinProject(copy, { ...LI, path: here as string });
    expect(newestGeneration(context.store)).toMatchObject({ file: 'archive.jsonl', documents: 9 });
    expect(stateHash(context.store)).toBe(stateHash(copy.store));
    expect(await mineKeywords(context, { statistics })).toMatchObject({ computed: false, casesMined: [] });
  });
});
