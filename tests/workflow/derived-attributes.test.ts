import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupCases } from '../../src/project/group-cases.js';
import { captionTable } from '../../src/report/caption-table.js';
import { labelTable } from '../../src/report/label-table.js';
import { getSetting } from '../../src/store/setting-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { undo } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listAttributes } from '../../src/workflow/list-attributes.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { listCases } from '../../src/workflow/show-cases.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const coded = await codedProject('GS01', 'GS02', 'JX01', 'LN01');
const LI = { coder: '李', reason: '理由' };

describe('a derived attribute', () => {
  it('groups as an attribute does, also by its Chinese name, and is stored nowhere', () => {
    const context = copyProject(coded);
    const groups = [...new Set(rowsOf(context, 'pillars', { by: '四大地区' }).map(({ group }) => group))];
    expect(groups).toEqual(['东北', '中部', '西部']);
    const table = makeTable(context, { name: 'pillars', by: 'economic-region' });
    expect(captionTable('pillars', table.source, 'zh')).toContain('分组：四大地区（国家统计局 2011 年划分');
    const english = labelTable('pillars', table.columns, table.rows, table.source, 'en');
    expect(new Set(english.cells.map(([group]) => group))).toEqual(new Set(['Northeast', 'Central', 'West']));
    expect(listCases(context).flatMap(({ attributes }) => Object.keys(attributes))).not.toContain('四大地区');
    expect(listAttributes(context).filter(({ isDerived }) => isDerived)).toMatchObject([
      { name: 'economic-region', cases: 4, distinct: 3 },
    ]);
  });

  it('has groups that are named in either language', () => {
    const context = copyProject(coded);
    const groupsOf = (...group: string[]) => {
      const rows = rowsOf(context, 'crosstab', { by: 'economic-region', level: 1, group });
      return [...new Set(rows.map((row) => row.group))];
    };
    expect(groupsOf('Northeast', 'west')).toEqual(groupsOf('东北', '西部'));
    expect(groupsOf('West', '中部')).toEqual(['中部', '西部']);
  });

  it('gives way to an attribute that people gave under its name', () => {
    const context = copyProject(coded);
    const source = (by: string) => makeTable(context, { name: 'pillars', by }).source.by;
    expect([source('region'), source('四大地区')]).toEqual(['region', 'economic-region']);
  });

  it('moves a case to another group when the province is set, as if all had been mined so', async () => {
    const context = copyProject(coded);
    await mineKeywords(context, { by: '四大地区' });
    await codeCases(context, {});
    expect(getSetting(context.store, 'by')).toBe('economic-region');
    const before = stateHash(context.store);
    const { derived } = await setAttributes(context, {
      ...LI,
      caseId: 'GS02',
      values: { province: '安徽省' },
    });
    expect(derived?.groups).toBe(2);
    const after = stateHash(context.store);
    await codeCases(context, {});
    expect(stateHash(context.store)).toBe(after);
    await undo(context, LI);
    expect(stateHash(context.store)).toBe(before);
  });

  it('keeps who sent a report in and where its practice is apart', async () => {
    const context = copyProject(coded);
    const { path, remove } = makeFolder();
    writeFileSync(
      join(path, 'cases.csv'),
      'id,正文,报送单位,实践地\n甲,易地搬迁。,北京市乡村振兴局,贵州省威宁县\n乙,产业帮扶。,江西省扶贫办,\n',
    );
    await importCases(context, { paths: [join(path, 'cases.csv')] });
    remove();
    const imported = listCases(context).filter(({ id }) => id === '甲' || id === '乙');
    expect(imported.map(({ attributes }) => attributes)).toEqual([
      { 报送单位: '江西省扶贫办', 实践地: '' },
      { 报送单位: '北京市乡村振兴局', 实践地: '贵州省威宁县' },
    ]);
    const groups = groupCases(context.store, '四大地区');
    expect([groups.get('西部'), groups.get('未注明')]).toEqual([['GS01', 'GS02', '甲'], ['乙']]);
  });
});
