import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide } from '../../src/workflow/decide.js';
import { measureSensitivity } from '../../src/workflow/measure-sensitivity.js';
import { screenKeywords } from '../../src/workflow/screen-keywords.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);
const PROJECT = join(folder.path, 'zhagen.db');
const WANG = { coder: '王', reason: '' };

/** Rules that take so many keywords of each group. */
function rulesTaking(top: number): string {
  const path = join(folder.path, `take-${top}.yaml`);
  writeFileSync(path, `take: { top: ${top}, newWordsOnly: false, minFrequency: 2 }\n`);
  return path;
}

async function take(context: Context, top: number): Promise<void> {
  await screenKeywords(context, { rules: rulesTaking(top) });
  await codeCases(context, {});
}

const keptWords = (context: Context) =>
  rowsOf(context, 'raw').flatMap(({ kept, rawKeyword }) => (kept ? rawKeyword : []));

beforeAll(async () => {
  copyFileSync(await codedProject('GS01', 'GS02', 'JX01'), PROJECT);
  const context = contextOf(openStore(PROJECT, { mode: 'write' }));
  await take(context, 3);
  const [first = '', second = '', third = ''] = keptWords(context);
  const beyond = rowsOf(context, 'raw').find(({ reason }) => reason === 'beyond-top')?.rawKeyword ?? '';
  await decide(context, { ...WANG, kind: 'drop', words: [first] });
  await decide(context, { ...WANG, kind: 'keep', words: [beyond] });
  await decide(context, { ...WANG, kind: 'fold', words: [second, third] });
  const [code] = rowsOf(context, 'coding').filter(({ ownReferences }) => ownReferences > 0);
  await decide(context, { ...WANG, kind: 'merge', words: [third, code?.code ?? ''] });
  context.store.close();
}, 60_000);

const TOPS = [1, 2, 3, 5];

it('counts what screening and coding count with rules that take so many', { timeout: 120_000 }, async () => {
  const report = measureSensitivity(copyProject(PROJECT), { tops: TOPS });
  expect(report).toMatchObject({ present: 3, by: 'province', considered: 8, groups: 2, isUpToDate: true });
  expect(report.tops.map(({ top }) => top)).toEqual(TOPS);
  const counted: string[] = [];
  for (const [at, top] of TOPS.entries()) {
    const context = copyProject(PROJECT);
    if (top !== 3) await take(context, top);
    const words = keptWords(context);
    const named = rowsOf(context, 'frequency').filter(({ assignments }) => assignments > 0);
    expect(report.tops[at], `${top}`).toMatchObject({
      distinctKeywords: new Set(words).size,
      coreKeywords: named.length,
      unmapped: rowsOf(context, 'raw').filter(({ kept, coreKeyword }) => kept && coreKeyword === null).length,
    });
    const coding = new Map(rowsOf(context, 'coding').map((row) => [row.codeId, row]));
    for (const { codeId, references, counts } of [...report.pillars, ...report.changing]) {
      const row = coding.get(codeId ?? '');
      const { assignments, cases } = row ?? { assignments: 0, cases: 0 };
      expect({ references, ...counts[at] }, `${top} ${codeId}`).toEqual({
        references: row?.references,
        assignments,
        cases,
      });
    }
    const changing = new Set(report.changing.map(({ codeId }) => codeId));
    counted.push(
      JSON.stringify(
        [...coding.values()]
          .filter(({ codeId }) => !changing.has(codeId))
          .map(({ codeId, assignments, cases }) => [codeId, assignments, cases]),
      ),
    );
  }
  expect(new Set(counted).size).toBe(1);
  expect(report.changing.length).toBeGreaterThan(0);
});

it('names core keywords that are there besides or not any more', () => {
  const context = copyProject(PROJECT);
  const { tops } = measureSensitivity(context, { tops: [1, 8] });
  const of = (top: number) => tops.find((one) => one.top === top);
  expect(tops.map(({ top }) => top)).toEqual([1, 3, 8]);
  expect(of(3)).toMatchObject({ appear: [], vanish: [] });
  expect(of(1)?.appear).toEqual([]);
  expect(of(8)?.vanish).toEqual([]);
  const more = of(8)?.appear ?? [];
  expect((of(8)?.coreKeywords ?? 0) - (of(3)?.coreKeywords ?? 0)).toBe(more.length);
  expect(() => measureSensitivity(context, { tops: [9] })).toThrow(
    expect.objectContaining({ code: 'sensitivity/beyond-considered', params: { asked: 9, considered: 8 } }),
  );
});

it('writes nothing, and waits for nobody who writes', () => {
  const path = join(folder.path, 'locked.db');
  copyFileSync(PROJECT, path);
  const writer = new Database(path);
  writer.exec('BEGIN IMMEDIATE');
  const before = readFileSync(path);
  const store = openStore(path, { mode: 'read' });
  onTestFinished(() => {
    store.close();
    writer.close();
  });
  expect(measureSensitivity({ store }, { tops: TOPS }).tops.length).toBe(TOPS.length);
  expect(readFileSync(path).equals(before)).toBe(true);
});
