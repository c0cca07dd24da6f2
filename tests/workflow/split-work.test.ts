import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { dealCases } from '../../src/project/split/deal-cases.js';
import { caseIds } from '../../src/store/case-table.js';
import { openStore } from '../../src/store/open.js';
import { agreeCoders } from '../../src/workflow/agree.js';
import { changeSetting } from '../../src/workflow/change-settings.js';
import { chooseCase } from '../../src/workflow/choose-case.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { importSheet } from '../../src/workflow/import-sheet.js';
import { joinProject } from '../../src/workflow/join-projects.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { reportPilot } from '../../src/workflow/pilot.js';
import { splitWork } from '../../src/workflow/split-work.js';
import { makeProject } from '../project/random-history.js';
import { contextOf, makeFolder, rowsOf } from './project.js';

const TEXT = '扶贫车间在晒谷坪。农户在扶贫车间，培训在驿站。积分榜没有老人。合作社的竹荪。';
const lines = (['甲', '甲', '甲', '甲', '乙', '乙'] as const).map((province) => ({ text: TEXT, province }));

/** A coded project of six cases, two of them of another province. */
async function project() {
  const folder = makeFolder();
  const store = openStore(join(folder.path, 'zhagen.db'), { mode: 'create' });
  onTestFinished(() => {
    store.close();
    folder.remove();
  });
  const context = contextOf(store);
  await makeProject(context, folder.path, { lines, by: 'province', isGrown: false });
  return { context, folder: folder.path };
}

/** Works in another project file, with ids and times of its own. */
async function inFile<T>(path: string, at: number, work: (context: Context) => Promise<T>): Promise<T> {
  const store = openStore(path, { mode: 'write' });
  let ids = 0;
  try {
    return await work({
      ...contextOf(store, `2023-01-0${at}T00:00:00Z`),
      newId: () => `${at}${(++ids).toString(16).padStart(31, '0')}`,
    });
  } finally {
    store.close();
  }
}

const by = { codebook: 'big', reason: '' };
const coding = (coder: string, caseId: string, ...codes: string[]) => ({
  ...by,
  coder,
  caseId,
  span: { start: 0, end: 8 },
  codes,
});

it('deals every case once, those of the overlap to all, and of each stratum its share', () => {
  const cases = Array.from({ length: 40 }, (_, at) => ({
    caseId: `c${at}`,
    stratum: at < 30 ? '甲' : '乙',
    isChosen: at === 0,
  }));
  const coders = ['王', '李', '赵'];
  const { overlap, shares } = dealCases(cases, coders, { overlap: 8, seed: 3 });
  expect(overlap.filter((id) => Number(id.slice(1)) >= 30)).toHaveLength(2);
  expect(overlap).not.toContain('c0');
  const alone = [...shares.values()].flat();
  expect(new Set([...overlap, ...alone]).size).toBe(40);
  expect(alone).toHaveLength(32);
  expect([...shares.values()].map((own) => own.length)).toEqual([11, 11, 10]);
  expect(dealCases(cases.toReversed(), coders, { overlap: 8, seed: 3 })).toEqual({ overlap, shares });
  expect(dealCases(cases, coders, { overlap: 8, seed: 4 }).overlap).not.toEqual(overlap);
});

it('hands out files that show nothing of others, and takes in what was coded there', {
  timeout: 120_000,
}, async () => {
  const { context, folder } = await project();
  await codePassage(context, coding('李', 'c0', '就业'));
  await codePassage(context, coding('王', 'c0', '就业'));
  await chooseCase(context, { caseId: 'c5', coder: '王', reason: '对照' });
  const out = join(folder, 'work');
  const request = { coders: ['王', '李'], overlap: '50%', stratify: 'province', out, codebook: 'big' };
  const { overlap, chosen, files } = await splitWork(context, request);
  expect([overlap.length, chosen, overlap.includes('c5')]).toEqual([3, ['c5'], false]);
  for (const { coder, cases, file } of files) {
    await inFile(join(out, file), coder === '王' ? 1 : 2, async (own) => {
      expect(caseIds(own.store)).toEqual(cases);
      expect(listDecisions(own).every((one) => one.coder === coder)).toBe(true);
      for (const caseId of overlap) {
        await codePassage(
          own,
          coding(coder, caseId, caseId === overlap[0] && coder === '李' ? '网格治理' : '车间带动'),
        );
        await finishCases(own, { ...by, cases: [caseId], coder });
      }
    });
  }
  await expect(splitWork(context, request)).rejects.toMatchObject({ code: 'split/file-there' });
  for (const { file } of files) {
    const report = await joinProject(context, { path: join(out, file), coder: '王' });
    expect([report.casesAdded, report.statistics, report.decisions]).toEqual([[], 'here', 6]);
  }
  const { disagreements, universe } = agreeCoders(context, {
    coders: ['王', '李'],
    codebook: 'big',
    resamples: 0,
  });
  expect(new Set(disagreements.map(({ caseId }) => caseId))).toEqual(new Set([overlap[0]]));
  expect(universe.units).toBeGreaterThan(3);
});

it('keeps a retest beside the first coding, where it counts nowhere and is compared with it', {
  timeout: 120_000,
}, async () => {
  const { context, folder } = await project();
  for (const caseId of ['c0', 'c1', 'c2']) {
    await codePassage(context, coding('王', caseId, '车间带动'));
    await finishCases(context, { ...by, cases: [caseId], coder: '王' });
  }
  const out = join(folder, 'retest');
  const request = { coders: ['王'], again: '2', after: '14d', out, codebook: 'big' };
  await expect(splitWork(context, request)).rejects.toMatchObject({ code: 'split/nothing-done' });
  const later = { ...context, now: () => new Date('2021-03-01T00:00:00Z') };
  const { files } = await splitWork(later, request);
  const [first, second] = files[0]?.cases ?? [];
  expect(files.map(({ coder, file, cases }) => [coder, file, cases.length])).toEqual([
    ['王@retest', '王@retest.db', 2],
  ]);
  await inFile(join(out, '王@retest.db'), 3, async (own) => {
    expect(listDecisions(own)).toEqual([]);
    await codePassage(own, coding('王@retest', String(first), '车间带动'));
    await codePassage(own, coding('王@retest', String(second), '网格治理'));
    await finishCases(own, { ...by, cases: [String(first), String(second)], coder: '王@retest' });
  });
  const before = rowsOf(context, 'evidence', { codebook: 'big' });
  await joinProject(context, { path: join(out, '王@retest.db'), coder: '王' });
  expect(rowsOf(context, 'evidence', { codebook: 'big' })).toEqual(before);
  expect(rowsOf(context, 'contested', {})).toEqual([]);
  const report = agreeCoders(context, { coders: ['王'], round: 'retest', codebook: 'big', resamples: 0 });
  expect(report.coders).toEqual(['王', '王@retest']);
  expect(new Set(report.disagreements.map(({ caseId }) => caseId))).toEqual(new Set([second]));
});

it('hands out blind sheets of whole cases, and agreement can be asked of one batch', {
  timeout: 120_000,
}, async () => {
  const { context, folder } = await project();
  const more = join(folder, 'more.jsonl');
  writeFileSync(more, JSON.stringify({ id: 'x1', text: TEXT, province: '甲' }));
  const out = join(folder, 'sheets');
  const { files } = await splitWork(context, { coders: ['王', '李'], sheets: true, out, codebook: 'big' });
  expect(files.map(({ file }) => existsSync(join(out, file)))).toEqual([true, true]);
  const sheet = await importSheet(context, { path: join(out, '王.xlsx'), dryRun: true });
  expect([sheet.coder, sheet.rows]).toEqual(['王', 12]);
  expect(() => agreeCoders(context, { coders: ['王', '李'], batch: '9' })).toThrow();
});

it('reports a training round apart from the formal one, with its threshold', {
  timeout: 120_000,
}, async () => {
  const { context } = await project();
  for (const coder of ['王@pilot', '李@pilot']) {
    for (const caseId of ['c0', 'c1']) {
      await codePassage(context, coding(coder, caseId, '车间带动'));
      await finishCases(context, { ...by, cases: [caseId], coder });
    }
  }
  await codePassage(context, coding('王', 'c2', '车间带动'));
  await codePassage(context, coding('李', 'c2', '网格治理'));
  const request = { coders: ['王', '李'], codebook: 'big', resamples: 0 };
  expect(reportPilot(context, request)).toMatchObject({ threshold: null, isReached: null });
  await expect(
    changeSetting(context, { name: 'pilot-threshold', value: '80', coder: '王', reason: '' }),
  ).rejects.toMatchObject({ code: 'settings/wrong-value' });
  await changeSetting(context, { name: 'pilot-threshold', value: '0.8', coder: '王', reason: '约定' });
  const report = reportPilot(context, request);
  expect(report).toMatchObject({ cases: ['c0', 'c1'], value: 1, threshold: 0.8, isReached: true });
  expect(report.agreement.coders).toEqual(['王@pilot', '李@pilot']);
  // Of the formal coding there is nothing yet that both judged: the training round is no part of it.
  expect(() => agreeCoders(context, request)).toThrow(
    expect.objectContaining({ code: 'agree/nothing-in-common' }),
  );
});
