import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { type BatchReport, reportBatch } from '../../src/workflow/report-batch.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyCases, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);
const PROJECT = join(folder.path, 'zhagen.db');
const IMPORTED = join(folder.path, 'imported.db');

beforeAll(async () => {
  copyFileSync(await codedProject('GS01', 'JX01'), PROJECT);
  const cases = makeFolder();
  const context = contextOf(openStore(PROJECT, { mode: 'write' }));
  // Named so that the order of the names is not that of the batches.
  await importCases(context, { paths: [copyCases(cases.path, 'GS02', 'HN01')], batch: '0' });
  cases.remove();
  context.store.copyTo(IMPORTED);
  await mineKeywords(context, {});
  await codeCases(context, {});
  context.store.close();
}, 60_000);

const [OWN, EARLIER] = [
  ['GS02', 'HN01'],
  ['GS01', 'JX01'],
];

const coding = (context: Context, batch: string) => rowsOf(context, 'coding', { batch });
const topOf = (context: Context, batch: string) => {
  const [first] = coding(context, batch);
  return coding(context, batch).filter(({ level }) => level === first?.level);
};

it('shares of the top level are those of the coding table of the batch and of the batches before it', () => {
  const context = copyProject(PROJECT);
  const { pillars, earlierBatches, laterBatches, cases, earlierCases } = reportBatch(context, { batch: '0' });
  expect({ earlierBatches, laterBatches, cases, earlierCases }).toEqual({
    earlierBatches: ['1'],
    laterBatches: [],
    cases: 2,
    earlierCases: 2,
  });
  for (const [side, batch] of [
    ['batch', '0'],
    ['earlier', '1'],
  ] as const) {
    const rows = topOf(context, batch);
    expect(
      pillars.map(({ codeId, [side]: { assignments, references, cases } }) => [
        codeId,
        assignments,
        references,
        cases,
      ]),
    ).toEqual(
      rows.map(({ codeId, assignments, references, cases }) => [codeId, assignments, references, cases]),
    );
    const all = coding(context, batch).reduce((sum, { ownReferences }) => sum + ownReferences, 0);
    for (const [at, { [side]: count }] of pillars.entries()) {
      expect(count.caseShare).toBeCloseTo((rows[at]?.cases ?? 0) / 2, 5);
      expect(count.referenceShare).toBeCloseTo((rows[at]?.references ?? 0) / all, 5);
    }
  }
});

it('codes are seen first that the coding table has in no earlier case', () => {
  const context = copyProject(PROJECT);
  const earlier = new Set(coding(context, '1').flatMap(({ codeId, cases }) => (cases > 0 ? codeId : [])));
  const wanted = coding(context, '0').filter(({ codeId, cases }) => cases > 0 && !earlier.has(codeId));
  const { firstSeen } = reportBatch(context, { batch: '0' });
  expect(firstSeen.map(({ codeId, cases, references }) => [codeId, cases, references])).toEqual(
    wanted.map(({ codeId, cases, references }) => [codeId, cases, references]),
  );
  expect(wanted.length).toBeGreaterThan(0);
  const isConfirmed = { batch: '0', status: 'confirmed' } as const;
  expect(reportBatch(context, isConfirmed).firstSeen).toEqual([]);
});

it('new words occur in the batch and in no earlier text, and keywords without a code are those of the raw table', async () => {
  const context = copyProject(PROJECT);
  const textOf = (ids: readonly string[] | undefined) =>
    ids?.map((id) => showCase(context, id).text).join('\n') ?? '';
  const { newWords, unmapped } = reportBatch(context, { batch: '0' });
  expect(newWords.length).toBeGreaterThan(3);
  for (const { word, frequency } of newWords) {
    expect(textOf(OWN).split(word).length - 1, word).toBeGreaterThanOrEqual(frequency);
    expect(textOf(EARLIER), word).not.toContain(word);
  }
  const wanted = () =>
    rowsOf(context, 'raw').flatMap(({ caseId, rawKeyword, kept, coreKeyword }) =>
      kept && coreKeyword === null && OWN?.includes(caseId) ? rawKeyword : [],
    );
  const listed = ({ unmapped: words }: BatchReport) =>
    words.flatMap(({ word, cases }) => Array(cases).fill(word));
  expect(unmapped.length).toBeGreaterThan(1);
  expect(listed({ unmapped } as BatchReport).sort()).toEqual(wanted().sort());
  const [one] = unmapped;
  const code = coding(context, '0').at(-1)?.code ?? '';
  await decide(context, { kind: 'merge', words: [one?.word ?? '', code], coder: '王', reason: '' });
  const after = reportBatch(context, { batch: '0' });
  expect(after.unmapped.map(({ word }) => word)).not.toContain(one?.word);
  expect(listed(after).sort()).toEqual(wanted().sort());
});

it('says what it leaves out: other batches, excluded cases, cases that are not mined', async () => {
  const context = copyProject(IMPORTED);
  const report = reportBatch(context, { batch: '0' });
  expect(report).toMatchObject({
    notMined: OWN,
    uncoded: OWN,
    newWords: [],
    firstSeen: [],
    isUpToDate: false,
  });
  const first = reportBatch(context, { batch: '1' });
  expect(first).toMatchObject({ earlierBatches: [], earlierCases: 0, laterBatches: ['0'], laterCases: 2 });
  const coded = copyProject(PROJECT);
  await excludeCases(coded, { cases: ['HN01'], coder: '王', reason: '' });
  expect(reportBatch(coded, { batch: '0' })).toMatchObject({ cases: 1, excluded: 1, isUpToDate: true });
  expect(() => reportBatch(coded, { batch: '二' })).toThrow(
    expect.objectContaining({ code: 'cases/unknown-batch', params: { batch: '二', known: '0, 1' } }),
  );
});
