import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listDecisions, listRuns } from '../../src/workflow/list-history.js';
import { makeTable } from '../../src/workflow/make-table.js';
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

const evidenceOf = (context: Context, caseIds: ReadonlySet<string>) =>
  rowsOf(context, 'evidence').filter(({ caseId }) => caseIds.has(caseId));

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
    expect(showCase(context, 'JX01').title).toBe('表中的题名');
  });

  it('makes a new version of a changed file, moves its passages and lists those that are gone', async () => {
    const context = copyProject(PROJECT);
    const path = changeable('changed');
    const { version } = showCase(context, 'JX01');
    const before = rowsOf(context, 'evidence').filter(({ caseId }) => caseId === 'JX01');
    const lost = before.find(({ quote }) => quote.includes('三金明白账') || quote.includes('合作社'));
    rewrite(join(path, 'JX01.txt'), (text) => `新的一行👍。\n${text.replace(lost?.quote ?? '', '删去了。')}`);

    const report = await importCases(context, { paths: [path] });
    expect(report.changed).toEqual(['JX01']);
    expect(report.reanchored.orphaned.map(({ quote }) => quote)).toContain(lost?.quote);
    expect(report.reanchored.moved + report.reanchored.orphaned.length).toBe(before.length);

    const changed = showCase(context, 'JX01');
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
    const { generations, ...mined } = await mineKeywords(context, {});
    expect(mined).toMatchObject({ computedFor: 'cases', casesMined: ['GS01'], groupsMoved: [] });
    expect(generations.map(({ number, groups }) => [number, groups.length])).toEqual([
      [1, 9],
      [2, 1],
    ]);
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

  it('brings a new generation of statistics; the first batch and people’s decisions stay as they were', async () => {
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
    const decisions = listDecisions(context);
    const before = candidatesOf(context, firstCases);
    const evidence = evidenceOf(context, firstCases);

    await importCases(context, { paths: [batch2], batch: '2' });
    const mined = await mineKeywords(context, {});
    const coded = await codeCases(context, {});

    expect(mined).toMatchObject({ computedFor: 'cases', generation: 2, groupsMoved: [], rankChanges: [] });
    expect(mined.casesMined).toEqual(['HN01', 'HN02']);
    expect(mined.generations.map(({ groups, documents }) => [groups, documents])).toEqual([
      [[...firstCases], 10],
      [['HN01', 'HN02'], 12],
    ]);
    expect(coded.cases).toBe(firstCases.size + 2);
    expect(listDecisions(context)).toEqual(decisions);
    expect(candidatesOf(context, firstCases).map(({ generation, ...row }) => row)).toEqual(before);
    expect(evidenceOf(context, firstCases)).toEqual(evidence);
    expect(
      rowsOf(context, 'raw').find((row) => row.caseId === 'JX01' && row.rawKeyword === kept?.rawKeyword),
    ).toMatchObject({
      kept: true,
      reason: 'decided-keep: 要紧',
    });
    expect(listCases({ store }, '2').map(({ id }) => id)).toEqual(['HN01', 'HN02']);
    expect(new Set(rowsOf(context, 'evidence', { batch: '2' }).map(({ caseId }) => caseId))).toEqual(
      new Set(['HN01', 'HN02']),
    );
  });

  it('is ranked and coded as if both had been mined at once', async () => {
    const context = copyProject(PROJECT);
    await importCases(context, { paths: [batch2], batch: '2' });
    await mineKeywords(context, {});
    await codeCases(context, {});
    const atOnce = contextOf(openStore(join(folder.path, 'at-once.db'), { mode: 'create' }));
    await runAll(atOnce, { paths: [batch1, batch2] });
    const own = new Set(['HN01', 'HN02']);
    expect(candidatesOf(context, own).map(({ generation, ...row }) => row)).toEqual(
      candidatesOf(atOnce, own),
    );
    expect(evidenceOf(context, own)).toEqual(evidenceOf(atOnce, own));
    atOnce.store.close();
  });

  it('has its own new words, and tables say which generation of statistics each group has', async () => {
    const context = copyProject(PROJECT);
    const path = join(folder.path, 'own-words');
    mkdirSync(path);
    copyCases(path, 'HN04');
    const sentence = '村里办起了竹荪驿站，竹荪驿站请了老人，他们也都夸竹荪驿站好，外村人常来竹荪驿站。\n';
    rewrite(join(path, 'HN04.txt'), (text) => `${text}\n${sentence.repeat(2)}`);
    const columns = makeTable(context, { name: 'keywords' }).columns;
    await importCases(context, { paths: [path], batch: '2' });
    await mineKeywords(context, {});
    const [word] = candidatesOf(context, new Set(['HN04']));
    expect(word).toMatchObject({ word: '竹荪驿站', rank: 1, isNew: true, generation: 2 });
    expect(new Set(candidatesOf(context, firstCases).map(({ generation }) => generation))).toEqual(
      new Set([1]),
    );
    for (const name of ['keywords', 'weights'] as const) {
      const table = makeTable(context, { name });
      expect(table.columns.at(-1)).toBe('generation');
      const caption = captionTable(name, table.source, 'zh');
      expect(caption).toContain('第 1 代（10 个案例，运行');
      expect(caption).toContain('第 2 代（11 个案例，运行');
    }
    const restat = await mineKeywords(context, { restat: true });
    expect(restat.generations).toMatchObject([{ number: 3, groups: [...firstCases, 'HN04'].sort() }]);
    expect(makeTable(context, { name: 'keywords' }).columns).toEqual(columns);
  });

  it('in a group with earlier cases takes the whole group to the new generation, and says so', async () => {
    const context = copyProject(PROJECT);
    const attributesOf = (ids: Iterable<string>, province: (id: string) => string) => {
      const path = join(folder.path, 'provinces.csv');
      const rows = Array.from(ids, (id) => `${id},${province(id)}\n`);
      writeFileSync(path, `id,province\n${rows.join('')}`);
      return path;
    };
    const byPlace = (id: string) => (id.startsWith('JX') ? '江西' : '别处');
    await importCases(context, { paths: [batch1], attributes: attributesOf(firstCases, byPlace) });
    // All of one generation: grouping alone moves nothing.
    const grouped = await mineKeywords(context, { by: 'province' });
    expect(grouped).toMatchObject({ computedFor: null, groupsMoved: [], rankChanges: [] });
    const ofGroup = (name: string) => rowsOf(context, 'keywords').filter(({ group }) => group === name);
    const [stays, gains] = [ofGroup('江西'), ofGroup('别处')];
    const attributes = attributesOf(['HN01', 'HN02'], byPlace);
    await importCases(context, { paths: [batch2], attributes, batch: '2' });
    const { generations, ...mined } = await mineKeywords(context, {});
    expect(mined).toMatchObject({ computedFor: 'cases', groupsMoved: ['别处'] });
    expect(generations.map(({ groups }) => groups)).toEqual([['江西'], ['别处']]);
    expect(ofGroup('江西').map(({ generation, ...row }) => row)).toEqual(stays);
    expect(ofGroup('别处').map(({ rank, word }) => [rank, word])).not.toEqual(
      gains.map(({ rank, word }) => [rank, word]),
    );
    expect(new Set(mined.rankChanges.map(({ group }) => group))).toEqual(new Set(['别处']));

    // JX01 has the first generation and GS01 the second: a group of both takes the newest, alone.
    const halves = attributesOf(firstCases, (id) => (/01$/.test(id) ? '混合' : byPlace(id)));
    await importCases(context, { paths: [batch1], attributes: halves });
    const regrouped = await mineKeywords(context, {});
    expect(regrouped).toMatchObject({ computedFor: null, groupsMoved: ['混合'] });
    expect(regrouped.generations.map(({ number, groups }) => [number, groups])).toEqual([
      [1, ['江西']],
      [2, ['别处', '混合']],
    ]);
    expect(await mineKeywords(context, {})).toMatchObject({ computedFor: null, groupsMoved: [] });
  });

  it('leaves nothing behind when it is interrupted while it is mined', async () => {
    const context = copyProject(PROJECT);
    await importCases(context, { paths: [batch2], batch: '2' });
    const before = stateHash(context.store);
    for (const at of ['discover', 'segment', 'save']) {
      const stopped = mineKeywords(
        {
          ...context,
          progress: async (step) => {
            if (step === at) throw new Error('stop');
          },
        },
        {},
      );
      await expect(stopped).rejects.toThrow('stop');
      expect(stateHash(context.store)).toBe(before);
    }
  });

  it('has the words that people accepted as new words, also when its statistics would not find them', async () => {
    const context = copyProject(PROJECT);
    const accepted = '十里塅';
    expect(showCase(context, 'JX01').cleanText).toContain(accepted);
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

  it('leaves the ranks of earlier groups until asked, which then tells the changed ones', async () => {
    const context = copyProject(PROJECT);
    const ranksOf = () =>
      new Map(rowsOf(context, 'keywords').map(({ group, word, rank }) => [`${group} ${word}`, rank]));
    const before = ranksOf();
    await importCases(context, { paths: [batch2], batch: '2' });
    const second = await mineKeywords(context, {});
    const report = await mineKeywords(context, { restat: true });
    expect(report).toMatchObject({ computedFor: 'restat', generation: 3 });
    expect(report.statisticsRunId).not.toBe(second.statisticsRunId);
    expect(report.casesMined).toHaveLength(12);
    // The second batch was ranked with all cases before.
    expect(report.rankChanges.filter(({ group }) => !firstCases.has(group))).toEqual([]);
    expect(report.rankChanges.length).toBeGreaterThan(0);
    const now = ranksOf();
    for (const change of report.rankChanges) {
      const key = `${change.group} ${change.word}`;
      expect([change.before, change.after]).toEqual([before.get(key) ?? null, now.get(key) ?? null]);
    }
    expect(await mineKeywords(context, { restat: true })).toMatchObject({
      generation: 3,
      statisticsRunId: report.statisticsRunId,
      rankChanges: [],
    });
  });

  it('recomputes the statistics when their options change', async () => {
    const context = copyProject(PROJECT);
    expect((await mineKeywords(context, { minFrequency: 3 })).computed).toBe(false);
    expect((await mineKeywords(context, { minFrequency: 5 })).computedFor).toBe('options');
    expect((await mineKeywords(context, {})).computed).toBe(false);
  });
});
