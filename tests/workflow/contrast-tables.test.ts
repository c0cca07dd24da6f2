import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { compareByCodePoint } from '../../src/text/code-points.js';
import { concordance } from '../../src/workflow/concordance.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { labelledTable } from '../../src/workflow/format-table.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const PROVINCES = ['江西', '贵州'];
const coder = '王';
const open = async () => copyProject(await codedProject('JX', 'GZ'));
/** The same, one of the ten cases being of a third province. */
const openWithSmall = async () => {
  const context = await open();
  await setAttributes(context, { caseId: 'GZ05', values: { province: '河北' }, coder, reason: '' });
  return context;
};
const whole = (context: Context, level = 1) =>
  rowsOf(context, 'coding').filter((row) => row.level === `l${level}`);

describe('codes by an attribute of the cases', () => {
  it('count the cases of the coding table, group by group', async () => {
    const context = await open();
    const rows = rowsOf(context, 'crosstab', { by: 'province', level: 1 });
    for (const { codeId, cases } of whole(context).filter((one) => one.cases > 0)) {
      const ofCode = rows.filter((row) => row.codeId === codeId);
      expect(ofCode.reduce((sum, row) => sum + row.cases, 0)).toBe(cases);
      for (const row of ofCode) expect(row.share).toBeCloseTo(row.cases / row.groupCases, 6);
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  it('test nothing while a group has fewer than five cases, and name it', async () => {
    const context = await openWithSmall();
    const table = makeTable(context, { name: 'crosstab', by: 'province', level: 1 });
    expect(
      table.rows.every(({ test, p, residual }) => test === 'none' && p === null && residual === null),
    ).toBe(true);
    expect(labelledTable(table, 'zh').caption).toMatch(/案例不足 5 个的组：河北.*全表不作检验/);
    expect(labelledTable(table, 'en').caption).toMatch(
      /fewer than 5 cases: 河北, 贵州; so nothing is tested/,
    );
  });

  it('test the groups that are named, each code once, and say that the cases are no random sample', async () => {
    const context = await open();
    const table = makeTable(context, { name: 'crosstab', by: 'province', level: 1, group: PROVINCES });
    const tested = new Set(table.rows.filter(({ p }) => p !== null).map(({ codeId }) => codeId)).size;
    expect(tested).toBeGreaterThan(0);
    expect(new Set(table.rows.map(({ group }) => group))).toEqual(new Set(PROVINCES));
    const { caption } = labelledTable(table, 'zh');
    expect(caption).toContain(`作检验的编码 ${tested} 个`);
    expect(caption).toContain('不是随机样本');
    expect(caption.match(/比较的组/g)).toHaveLength(1);
  });

  it('leave out and count the cases without a value, and those that are excluded', async () => {
    const context = await openWithSmall();
    await setAttributes(context, { caseId: 'JX01', values: { province: '' }, coder, reason: '' });
    await excludeCases(context, { cases: ['GZ05'], coder, reason: '重复' });
    const table = makeTable(context, { name: 'crosstab', by: 'province', level: 1 });
    expect(table.rows.every(({ group }) => group === '江西' || group === '贵州')).toBe(true);
    expect(labelledTable(table, 'zh').caption).toContain('该属性未注明的 1 个');
  });

  it.each([
    [{}, 'tables/needs-attribute'],
    [{ by: 'case' }, 'tables/needs-attribute'],
    [{ by: 'nothing' }, 'mine/unknown-attribute'],
    [{ by: 'province', group: ['火星'] }, 'tables/unknown-group'],
    [{ by: 'province', group: ['江西'] }, 'tables/one-group'],
  ])('refuse %o', async (request, code) => {
    const context = await open();
    expect(() => makeTable(context, { name: 'crosstab', ...request })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('words of one group against others', () => {
  it('count the cases of the keyword table, and put the words of the group first', async () => {
    const context = await open();
    const request = { by: 'province', group: ['江西'], against: ['贵州'], minCases: 1 };
    const rows = rowsOf(context, 'keyness', request);
    expect(rows[0]?.keyness).toBeGreaterThan(0);
    expect(rows.at(-1)?.keyness).toBeLessThan(0);
    const counted = new Map(rows.map(({ word, cases, otherCases }) => [word, cases + otherCases]));
    const keywords = rowsOf(context, 'keywords');
    expect(keywords.length).toBeGreaterThan(0);
    for (const { word, cases } of keywords) expect(counted.get(word), word).toBe(cases);
  });

  it('have the opposite sign seen from the other group', async () => {
    const context = await open();
    const signs = (group: string, other: string) =>
      new Map(
        rowsOf(context, 'keyness', { by: 'province', group: [group], against: [other] }).map((row) => [
          row.word,
          row.keyness,
        ]),
      );
    const [there, back] = [signs('江西', '贵州'), signs('贵州', '江西')];
    for (const [word, keyness] of there)
      expect(Math.abs((back.get(word) ?? 0) + (keyness ?? 0))).toBeLessThan(1e-6);
  });

  it('are compared with all other groups where none is named, and are not tested where one is small', async () => {
    const context = await openWithSmall();
    const table = makeTable(context, { name: 'keyness', by: 'province', group: ['河北'], minCases: 1 });
    expect(table.rows.every(({ test, groupCases }) => test === 'none' && groupCases === 1)).toBe(true);
    const { caption } = labelledTable(table, 'zh');
    expect(caption).toContain('河北（1 个案例） 与 其余（9 个案例）');
    expect(caption).toContain('案例不足 5 个的组：河北');
  });

  it.each([
    [{ by: 'province' }, 'tables/needs-group'],
    [{ by: 'province', group: ['火星'] }, 'tables/unknown-group'],
    [{ by: 'province', group: ['江西'], against: ['江西'] }, 'tables/same-group'],
    [{ by: 'province', group: ['江西', '贵州'] }, 'tables/one-group'],
  ])('refuse %o', async (request, code) => {
    const context = await open();
    expect(() => makeTable(context, { name: 'keyness', ...request })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('occurrences in context', () => {
  it('come sorted by what stands after or before the word, none lost', async () => {
    const context = await open();
    const lines = concordance(context, '村');
    const words = (text: string) => text.replace(/^[^\p{L}\p{N}]+/u, '');
    const keys = (sort: 'left' | 'right') =>
      concordance(context, '村', { sort }).map(({ left, right }) =>
        words(sort === 'right' ? right : [...left].reverse().join('')),
      );
    for (const sort of ['left', 'right'] as const) {
      expect(keys(sort)).toEqual([...keys(sort)].sort(compareByCodePoint));
      expect(keys(sort)).toHaveLength(lines.length);
    }
  });
});

describe('codes that meet', () => {
  it.each(['passage', 'paragraph'] as const)(
    'have their text, a row for each shared unit: %s',
    async (unit) => {
      const context = await open();
      const pairs = rowsOf(context, 'cooccurrence', { unit, level: 1 });
      const places = rowsOf(context, 'overlaps', { unit, level: 1 });
      expect(pairs.length).toBeGreaterThan(0);
      for (const { codeId, otherCodeId, sharedUnits } of pairs) {
        const own = places.filter((row) => row.codeId === codeId && row.otherCodeId === otherCodeId);
        expect(own).toHaveLength(sharedUnits);
      }
      for (const { caseId, quote } of places) expect(showCase(context, caseId).text).toContain(quote);
    },
  );

  it('more often in wider windows, and never in more units than there are sentences', async () => {
    const context = await open();
    const sharedIn = (within?: number) =>
      rowsOf(context, 'cooccurrence', { within, level: 1 }).reduce((sum, row) => sum + row.sharedUnits, 0);
    expect(sharedIn(1)).toBeGreaterThan(sharedIn());
    expect(sharedIn(3)).toBeGreaterThan(sharedIn(1));
    const table = makeTable(context, { name: 'cooccurrence', within: 3 });
    expect(labelledTable(table, 'zh').caption).toContain('每一句连同其前 3 句');
    expect(() => makeTable(context, { name: 'cooccurrence', unit: 'case', within: 2 })).toThrow(
      expect.objectContaining({ code: 'tables/within-no-window' }),
    );
  });
});
