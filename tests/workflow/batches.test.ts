import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { readStatistics } from '../../src/store/statistics-table.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import type { Context } from '../../src/workflow/context.js';
import { decide } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listDecisions, listRuns } from '../../src/workflow/list-history.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { runAll } from '../../src/workflow/run-all.js';
import { listCases, showCase } from '../../src/workflow/show-cases.js';
import { contextOf, copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const folder = makeFolder();
const batch1 = join(folder.path, 'batch1');
const batch2 = join(folder.path, 'batch2');
const PROJECT = join(folder.path, 'zhagen.db');

beforeAll(async () => {
  for (const path of [batch1, batch2]) mkdirSync(path);
  copyCases(batch1, 'JX', 'GS');
  copyCases(batch2, 'HN01', 'HN02');
  const store = openStore(PROJECT, { mode: 'create' });
  await runAll(contextOf(store), { paths: [batch1] });
  store.close();
});
afterAll(folder.remove);

/** A copy of the first batch that a test may change. */
function changeable(name: string): string {
  const path = join(folder.path, name);
  cpSync(batch1, path, { recursive: true });
  return path;
}

const candidatesOf = (context: Context, caseIds: ReadonlySet<string>) =>
  rowsOf(context, 'keywords').filter(({ group }) => caseIds.has(group));

describe('importing again', () => {
  it('adds nothing when the files are the same', async () => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    const report = await importCases(context, { paths: [batch1] });
    expect(report).toMatchObject({ added: [], changed: [] });
    expect(report.unchanged).toHaveLength(10);
    expect(stateHash(context.store)).toBe(before);
    expect(listRuns(context).filter(({ stage }) => stage === 'import')).toHaveLength(1);
  });

  it('keeps the title that an attribute table gave a text', async () => {
    const context = copyProject(PROJECT);
    const table = join(folder.path, 'titles.csv');
    writeFileSync(table, 'id,title\nJX01,表中的题名\n');
    await importCases(context, { paths: [batch1], attributes: table });
    await importCases(context, { paths: [batch1] });
    expect(showCase(context.store, 'JX01').title).toBe('表中的题名');
  });

  it('makes a new version of a changed file, moves its passages and lists those that are gone', async () => {
    const context = copyProject(PROJECT);
    const path = changeable('changed');
    const { version } = showCase(context.store, 'JX01');
    const before = rowsOf(context, 'evidence').filter(({ caseId }) => caseId === 'JX01');
    const lost = before.find(({ quote }) => quote.includes('三金明白账') || quote.includes('合作社'));
    rewrite(join(path, 'JX01.txt'), (text) => `新的一行👍。\n${text.replace(lost?.quote ?? '', '删去了。')}`);

    const report = await importCases(context, { paths: [path] });
    expect(report.changed).toEqual(['JX01']);
    expect(report.reanchored.orphaned.map(({ quote }) => quote)).toContain(lost?.quote);
    expect(report.reanchored.moved + report.reanchored.orphaned.length).toBe(before.length);

    const changed = showCase(context.store, 'JX01');
    expect(changed.version).not.toBe(version);
    const after = rowsOf(context, 'evidence').filter(({ caseId }) => caseId === 'JX01');
    expect(after.map(({ quote }) => quote)).not.toContain(lost?.quote);
    expect(after).toHaveLength(report.reanchored.moved);
    for (const row of after) expect(sliceCodePoints(changed.text, row)).toBe(row.quote);
  });

  it('takes up a changed file in the next mining, and only that', async () => {
    const context = copyProject(PROJECT);
    const path = changeable('mined');
    rewrite(join(path, 'GS01.txt'), (text) => `${text}\n又建了一座产业园。`);
    await importCases(context, { paths: [path] });
    expect(await mineKeywords(context, {})).toMatchObject({ computed: false, casesMined: ['GS01'] });
  });

  it('takes up a case that was cleaned anew in the next mining, and only that', async () => {
    const context = copyProject(PROJECT);
    const path = changeable('recleaned');
    rewrite(join(path, 'GS01.txt'), (text) => `${text}\n扶贫２０２０车间，扶贫２０２０车间。`);
    await importCases(context, { paths: [path] });
    await mineKeywords(context, {});
    const steps = ['line-ends', 'blank-lines', 'line-blanks'] as const;
    const { unchanged, recleaned } = await importCases(context, { paths: [path], steps });
    expect(unchanged).toHaveLength(10);
    expect(recleaned).toContain('GS01');
    expect((await mineKeywords(context, {})).casesMined).toEqual(recleaned);
    expect((await mineKeywords(context, {})).casesMined).toEqual([]);
  });
});

describe('a second batch', () => {
  const firstCases = new Set([
    'GS01',
    'GS02',
    'GS03',
    'GS04',
    'GS05',
    'JX01',
    'JX02',
    'JX03',
    'JX04',
    'JX05',
  ]);

  it('is mined under the frozen statistics; the first batch and people’s decisions stay as they were', async () => {
    const context = copyProject(PROJECT);
    const { store } = context;
    const [kept] = rowsOf(context, 'raw').filter(
      ({ caseId, reason }) => caseId === 'JX01' && reason === 'beyond-top',
    );
    await decide(context, {
      kind: 'keep',
      words: [kept?.rawKeyword ?? ''],
      coder: '左',
      reason: '要紧',
      group: 'JX01',
    });
    const statistics = readStatistics(store)?.runId;
    const decisions = listDecisions(context);
    const before = candidatesOf(context, firstCases);

    await importCases(context, { paths: [batch2], batch: '2' });
    const mined = await mineKeywords(context, {});
    const coded = await codeCases(context, {});

    expect(mined).toMatchObject({ statisticsRunId: statistics, computed: false, rankChanges: [] });
    expect(mined.casesMined).toEqual(['HN01', 'HN02']);
    expect(coded.cases).toBe(firstCases.size + 2);
    expect(listDecisions(context)).toEqual(decisions);
    expect(candidatesOf(context, firstCases)).toEqual(before);
    expect(
      rowsOf(context, 'raw').find((row) => row.caseId === 'JX01' && row.rawKeyword === kept?.rawKeyword),
    ).toMatchObject({
      kept: true,
      reason: 'decided-keep: 要紧',
    });
    expect(listCases(store, '2').map(({ id }) => id)).toEqual(['HN01', 'HN02']);
    expect(new Set(rowsOf(context, 'evidence', { batch: '2' }).map(({ caseId }) => caseId))).toEqual(
      new Set(['HN01', 'HN02']),
    );
  });

  it('tells the new words of its own cases that the statistics do not know, until they are taken up', async () => {
    const context = copyProject(PROJECT);
    const path = join(folder.path, 'own-words');
    mkdirSync(path);
    copyCases(path, 'HN04');
    const sentence = '村里办起了竹荪驿站，竹荪驿站请了老人，他们也都夸竹荪驿站好，外村人常来竹荪驿站。\n';
    rewrite(join(path, 'HN04.txt'), (text) => `${text}\n${sentence.repeat(2)}`);
    await importCases(context, { paths: [path], batch: '2' });
    const { newInBatch } = await mineKeywords(context, {});
    expect(newInBatch).toContainEqual({ word: '竹荪驿站', frequency: 8, cases: 1 });
    expect(newInBatch.length).toBeLessThanOrEqual(10);
    const known = new Set(readStatistics(context.store)?.newWords.map(({ word }) => word));
    expect(newInBatch.filter(({ word }) => known.has(word))).toEqual([]);
    expect((await mineKeywords(context, {})).newInBatch).toEqual([]);
    await mineKeywords(context, { restat: true });
    expect(readStatistics(context.store)?.newWords.map(({ word }) => word)).toContain('竹荪驿站');
  });

  it('has the words that people accepted as new words, also when its statistics would not find them', async () => {
    const context = copyProject(PROJECT);
    const accepted = '十里塅';
    expect(showCase(context.store, 'JX01').cleanText).toContain(accepted);
    await decide(context, { kind: 'add', words: [accepted], coder: '左', reason: '' });
    const path = join(folder.path, 'accepted');
    mkdirSync(path);
    copyCases(path, 'HN03');
    rewrite(join(path, 'HN03.txt'), (text) => `${text}\n也去看过十里塅。`);
    await importCases(context, { paths: [path], batch: '2' });
    await mineKeywords(context, { top: 1000 });
    const found = () =>
      rowsOf(context, 'keywords').find(({ group, word }) => group === 'HN03' && word === accepted);
    expect(found()).toMatchObject({ pos: 'n_new', isNew: true });
    await mineKeywords(context, { restat: true });
    expect(found()).toMatchObject({ isNew: true });
  });

  it('changes the statistics only when asked, which then tells the changed ranks', async () => {
    const context = copyProject(PROJECT);
    const before = new Map(
      rowsOf(context, 'keywords').map(({ group, word, rank }) => [`${group} ${word}`, rank]),
    );
    const frozen = readStatistics(context.store)?.runId;
    await importCases(context, { paths: [batch2], batch: '2' });
    await mineKeywords(context, {});
    const report = await mineKeywords(context, { restat: true });
    expect(report.computed).toBe(true);
    expect(report.statisticsRunId).not.toBe(frozen);
    expect(report.casesMined).toHaveLength(12);
    const changes = report.rankChanges.filter(({ group }) => firstCases.has(group));
    expect(changes.length).toBeGreaterThan(0);
    const now = new Map(
      rowsOf(context, 'keywords').map(({ group, word, rank }) => [`${group} ${word}`, rank]),
    );
    for (const change of changes) {
      const key = `${change.group} ${change.word}`;
      expect([change.before, change.after]).toEqual([before.get(key) ?? null, now.get(key) ?? null]);
    }
  });

  it('recomputes the statistics when their options are others now', async () => {
    const context = copyProject(PROJECT);
    expect((await mineKeywords(context, { minFrequency: 3 })).computed).toBe(false);
    expect((await mineKeywords(context, { minFrequency: 5 })).computed).toBe(true);
    expect((await mineKeywords(context, {})).computed).toBe(false);
  });
});
