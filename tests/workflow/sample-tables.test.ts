import { describe, expect, it } from 'vitest';
import { captionTable } from '../../src/report/caption-table.js';
import { composeTable } from '../../src/report/document/compose-table.js';
import { printTable } from '../../src/report/print-table.js';
import { decide } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { formatTable, labelledTable, tableToRead } from '../../src/workflow/format-table.js';
import { makeTable, makeTables } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { sealCases } from '../../src/workflow/seal-cases.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { listCases } from '../../src/workflow/show-cases.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const coded = await codedProject('GS01', 'GS02', 'GS03', 'JX01', 'GZ01', 'LN01');
const LI = { coder: '李', reason: '理由' };

describe('the table of the sample', () => {
  it('counts the cases and characters of each value again, and says what has no value', async () => {
    const context = copyProject(coded);
    await setAttributes(context, { ...LI, caseId: 'LN01', values: { province: '' } });
    const coverage = new Map(rowsOf(context, 'coverage').map((row) => [row.caseId, row.characters]));
    const cases = listCases(context);
    for (const attribute of ['province', 'region', 'year']) {
      const rows = rowsOf(context, 'sample', { by: attribute });
      const values = [...new Set(cases.map((one) => one.attributes[attribute] || null))];
      expect(rows.map(({ value }) => value).sort()).toEqual([...values].sort());
      for (const { value, cases: count, share, characters } of rows) {
        const own = cases.filter((one) => (one.attributes[attribute] || null) === value);
        const sum = own.reduce((all, { id }) => all + (coverage.get(id) ?? 0), 0);
        expect([count, characters, share]).toEqual([own.length, sum, expect.closeTo(own.length / 6, 5)]);
      }
    }
    const provinces = rowsOf(context, 'sample', { by: 'province' });
    expect(provinces.map(({ value }) => value)).toEqual(['甘肃', '江西', '贵州', null]);
    const { cells } = labelledTable(makeTable(context, { name: 'sample', by: 'province' }), 'zh');
    expect(cells.at(-1)?.slice(0, 3)).toEqual(['province', '未注明', '1']);
  });

  it('lists the attributes that divide the cases, and the regions that follow, and names the others', () => {
    const context = copyProject(coded);
    const table = makeTable(context, { name: 'sample' });
    const listed = [...new Set(rowsOf(context, 'sample').map(({ attribute }) => attribute))];
    expect(listed).toEqual(['province', 'region', 'year', 'economic-region']);
    const derived = rowsOf(context, 'sample').filter(({ isDerived }) => isDerived);
    expect(derived.map(({ value, cases }) => [value, cases])).toEqual([
      ['中部', 1],
      ['西部', 4],
      ['东北', 1],
    ]);
    expect(captionTable('sample', table.source, 'zh')).toContain('四大地区（国家统计局 2011 年划分');
    const english = tableToRead(table, 'en');
    expect(english.header).toEqual(['attribute', 'value', 'cases', 'share', 'characters']);
    expect(english.cells.slice(-2).map((row) => row.slice(0, 4))).toEqual([
      ['economic region', 'Northeast', '1', '16.67%'],
      ['total', '', '6', '100.00%'],
    ]);
  });

  it('refuses an attribute that no case has, and names those there are', () => {
    const context = copyProject(coded);
    expect(() => makeTable(context, { name: 'sample', by: '民族' })).toThrowError(
      expect.objectContaining({ code: 'mine/unknown-attribute' }),
    );
  });
});

describe('the flow of cases and keywords', () => {
  it('adds up step by step, and ends in what the other tables count', async () => {
    const context = copyProject(coded);
    await excludeCases(context, { coder: '李', reason: '重复', cases: ['GS02'] });
    await excludeCases(context, { coder: '李', reason: '不是案例', cases: ['GS03'] });
    await sealCases(context, { ...LI, cases: ['LN01'] });
    const [kept, other] = rowsOf(context, 'raw').filter((row) => row.kept);
    await decide(context, { ...LI, kind: 'drop', words: [kept?.rawKeyword as string] });
    await decide(context, { ...LI, kind: 'merge', words: [other?.rawKeyword as string, '庭院经济'] });
    const rows = rowsOf(context, 'flow');
    rows.forEach((row, at) => {
      const before = rows[at - 1];
      if (before?.part === row.part) expect(row.count).toBe(before.count - row.leftOut + row.added);
    });
    const stepsOf = (part: string) =>
      rows
        .filter((row) => row.part === part)
        .map(({ step, reason, leftOut, count }) => [step, reason, leftOut, count]);
    expect(stepsOf('cases')).toEqual([
      ['imported', null, 0, 6],
      ['excluded', '不是案例', 1, 5],
      ['excluded', '重复', 1, 4],
      ['sealed', null, 1, 3],
      ['counted', null, 0, 3],
    ]);
    const raw = rowsOf(context, 'raw');
    const at = (step: string) => rows.find((row) => row.step === step);
    expect(at('considered')?.count).toBe(raw.length);
    const dropped = raw.filter(({ reason }) => reason.startsWith('decided-drop'));
    expect([at('decided-drop')?.leftOut, dropped.length > 0]).toEqual([dropped.length, true]);
    expect(at('kept')?.count).toBe(raw.filter((row) => row.kept).length);
    const frequency = rowsOf(context, 'frequency').filter(({ assignments }) => assignments > 0);
    const sum = (field: 'assignments' | 'distinctRaw') => frequency.reduce((all, row) => all + row[field], 0);
    expect(at('assigned')?.count).toBe(sum('assignments'));
    expect(at('distinct-raw')?.count).toBe(sum('distinctRaw'));
    expect(at('core-keywords')?.count).toBe(frequency.length);
    expect(frequency.map(({ coreKeyword }) => coreKeyword)).toContain('庭院经济');
  });

  it('is the same made by itself and made together with other tables', () => {
    const context = copyProject(coded);
    const names = ['sample', 'flow', 'top-words', 'nodes', 'frequency'] as const;
    const alone = names.map((name) => makeTable(context, { name }));
    expect([...makeTables(context, names)]).toEqual(alone);
  });
});

describe('the list of the most frequent words', () => {
  it('sums the words of all cases as the keywords of each case have them', async () => {
    const context = copyProject(coded);
    await mineKeywords(context, { by: 'case', top: 100_000 });
    const keywords = rowsOf(context, 'keywords');
    const words = rowsOf(context, 'top-words');
    expect(words.length).toBe(new Set(keywords.map(({ word }) => word)).size);
    for (const { word, frequency, cases } of words.filter((_, at) => at % 7 === 0)) {
      const own = keywords.filter((row) => row.word === word);
      expect([word, cases]).toEqual([word, own.length]);
      expect(frequency).toBe(own.reduce((sum, row) => sum + row.frequency, 0));
    }
    const all = words.reduce((sum, { frequency }) => sum + frequency, 0);
    const { source, total } = makeTable(context, { name: 'top-words', rows: 3 });
    expect([total, source.words?.tokens]).toEqual([{ frequency: all, share: 1 }, all]);
    expect(words.at(-1)?.cumulativeShare).toBe(1);
    expect(words.map(({ rank }) => rank)).toEqual(words.map((_, at) => at + 1));
    const characters = rowsOf(context, 'coverage').reduce((sum, row) => sum + row.characters, 0);
    expect(captionTable('top-words', source, 'zh')).toContain(`计入的文本共 ${characters} 字`);
  });
});

describe('the sums of a table', () => {
  it('are a row where it is printed, and no row of its data', () => {
    const context = copyProject(coded);
    const table = makeTable(context, { name: 'frequency', rows: 2 });
    const sum = rowsOf(context, 'frequency').reduce((all, { assignments }) => all + assignments, 0);
    const cases = new Set(rowsOf(context, 'matrix').map(({ caseId }) => caseId)).size;
    expect(table.total).toMatchObject({ assignments: sum, cases, share: 1 });
    expect(formatTable(table, 'md', 'zh')).toMatch(new RegExp(`\\| 全表合计 \\|  \\| ${sum} \\| 100.00% `));
    expect(formatTable(table, 'csv', 'zh').trimEnd().split('\n')).toHaveLength(3);
    expect(JSON.parse(formatTable(table, 'json', 'zh'))).toHaveLength(2);
    const printed = printTable('frequency', table.columns, labelledTable(table, 'zh'), 'zh');
    expect(printed.total?.slice(0, 3)).toEqual(['全表合计', String(sum), '1']);
    const setting = { language: 'zh', number: '1', quotesOf: () => null, notes: [] } as const;
    const block = composeTable(table, setting);
    expect([block.hasTotal, block.rows.length]).toEqual([true, 3]);
    expect(block.rows[2]?.slice(0, 3).map((cell) => cell?.text)).toEqual(['全表合计', String(sum), '100.0%']);
  });

  it('of nodes are none: a code is indented under the one above it, in print alone', () => {
    const context = copyProject(coded);
    const table = makeTable(context, { name: 'nodes' });
    expect(table.total).toBeUndefined();
    const { header, cells } = tableToRead(table, 'zh');
    expect(header).not.toContain('级');
    expect(cells.slice(0, 3).map(([code]) => code)).toEqual([
      '落实防贫保障',
      '　实施动态监测',
      '　　防贫预警',
    ]);
    expect(labelledTable(table, 'zh').cells[1]?.[0]).toBe('实施动态监测');
  });
});
