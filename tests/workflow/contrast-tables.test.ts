import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { labelledTable } from '../../src/workflow/format-table.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const PROVINCES = ['江西', '湖南'];
const open = async () => copyProject(await codedProject('JX', 'HN', 'HE'));
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
    const context = await open();
    const table = makeTable(context, { name: 'crosstab', by: 'province', level: 1 });
    expect(
      table.rows.every(({ test, p, residual }) => test === 'none' && p === null && residual === null),
    ).toBe(true);
    expect(labelledTable(table, 'zh').caption).toMatch(/案例不足 5 个的组：河北.*全表不作检验/);
    expect(labelledTable(table, 'en').caption).toMatch(/fewer than 5 cases: 河北; so nothing is tested/);
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
    expect(caption).toContain('其他组的 1 个');
  });

  it('leave out and count the cases without a value, and those that are excluded', async () => {
    const context = await open();
    const coder = '王';
    await setAttributes(context, { caseId: 'JX01', values: { province: '' }, coder, reason: '' });
    await excludeCases(context, { cases: ['HE01'], coder, reason: '重复' });
    const table = makeTable(context, { name: 'crosstab', by: 'province', level: 1 });
    expect(table.rows.every(({ group }) => group === '江西' || group === '湖南')).toBe(true);
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
