import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { CELL_UNITS } from '../../src/formats/xlsx/cell-text.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { openStore } from '../../src/store/open.js';
import { exportDataset } from '../../src/workflow/export-dataset.js';
import { openSheetNames } from '../../src/workflow/exports/workbook/sheet-names.js';
import { tableSheet } from '../../src/workflow/exports/workbook/table-sheet.js';
import { labelledTable } from '../../src/workflow/format-table.js';
import { makeTable } from '../../src/workflow/make-table.js';
import type { Table } from '../../src/workflow/table.js';
import { noteMissingPrograms, OPENPYXL } from '../formats/spreadsheet-programs.js';
import { codedProject, ranProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder } from './project.js';

noteMissingPrograms();
const PYTHON = process.env['ZHAGEN_TEST_PYTHON'] ?? 'python3';
const context = contextOf(openStore(await ranProject('JX'), { mode: 'read' }));
const folder = makeFolder();
const out = join(folder.path, 'book.xlsx');
const exported = await exportDataset(context, { format: 'xlsx', out });

interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly freeze: string | null;
  readonly filter: string | null;
  readonly merges: readonly string[];
  readonly formats: readonly string[];
  readonly links: readonly (readonly [cell: string, location: string])[];
}

const SCRIPT = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{
  "name": sheet.title,
  "rows": [list(row) for row in sheet.iter_rows(values_only=True)],
  "freeze": sheet.freeze_panes,
  "filter": sheet.auto_filter.ref,
  "merges": sorted(str(one) for one in sheet.merged_cells.ranges),
  "formats": [cell.number_format for cell in sheet[min(3, sheet.max_row)]],
  "links": [[cell.coordinate, cell.hyperlink.location] for row in sheet.iter_rows() for cell in row if cell.hyperlink],
} for sheet in book.worksheets]))
`;
const readBook = (path: string): readonly ReadSheet[] =>
  JSON.parse(execFileSync(PYTHON, ['-c', SCRIPT, path], { encoding: 'utf8', maxBuffer: 1 << 28 }));

describe.skipIf(!OPENPYXL)('a workbook as openpyxl reads it', () => {
  const sheets = OPENPYXL ? readBook(out) : [];
  const sheet = (name: string) => sheets.find((one) => one.name === name) as ReadSheet;

  it('has every table on a sheet: the same heads, texts as texts and numbers as numbers', () => {
    for (const name of exported.tables.filter((one) => one !== 'evidence')) {
      const table = makeTable(context, { name });
      const { title, header, cells, caption } = labelledTable(table, 'zh');
      const { rows, filter, freeze } = sheet(title);
      expect(rows[0]).toEqual(header);
      const expected = cells.map((row, at) =>
        row.map((cell, column) => {
          const value = table.rows[at]?.[table.columns[column] as string];
          return typeof value === 'number' ? value : cell || null;
        }),
      );
      expect(rows.slice(1, -3)).toEqual(expected);
      expect(rows.at(-2)?.[0]).toBe(caption);
      expect(filter).toMatch(new RegExp(`^A1:[A-Z]+${table.rows.length + 1}$`));
      expect(freeze).toBe('A2');
    }
  });

  it('begins with the contents, each line of which leads to its sheet', () => {
    const [contents, ...others] = sheets;
    expect(contents?.name).toBe('目录');
    expect(contents?.links.map(([, location]) => location)).toEqual(others.map(({ name }) => `'${name}'!A1`));
    expect(contents?.rows.find(([name]) => name === '关键词表')).toEqual([
      '关键词表',
      makeTable(context, { name: 'keywords' }).rows.length,
      expect.any(String),
    ]);
  });

  it('leads from the counts of a code to its first evidence, its own or of a code under it', () => {
    const evidence = sheet('编码证据表');
    const labels = evidence.rows.map((row) => row[1]);
    expect(new Set(labels.slice(1, -3)).size).toBe(
      labels.slice(1, -3).filter((label, at, all) => label !== all[at - 1]).length,
    );
    const coding = sheet('编码表');
    const links = new Map(coding.links);
    const [head = []] = coding.rows;
    const column = String.fromCharCode(65 + head.indexOf('编码参考点数'));
    const counted = coding.rows.flatMap((row, at) =>
      Number(row[head.indexOf('编码参考点数')]) > 0 ? [at] : [],
    );
    expect(counted.length).toBeGreaterThan(5);
    for (const at of counted) {
      const location = links.get(`${column}${at + 1}`) ?? '';
      expect(location).toMatch(/^'编码证据表'!A\d+$/);
      const found = evidence.rows[Number(location.split('!A')[1]) - 1];
      const labelsOf = (coding.rows[at] ?? []).slice(0, 3);
      const label = labelsOf.findLast((one) => one !== null);
      const path = coding.rows.find((row) => row[3] === found?.[3])?.slice(0, 3);
      expect(path).toContain(label);
    }
  });

  it('formats shares as per cent and weights with decimals, and prints Table 3 with merged cells', () => {
    expect(sheet('编码覆盖率表').formats).toContain('0.0%');
    expect(sheet('关键词表').formats).toEqual(['@', '0', '@', '@', '0.000', '0', '0', '0', '@']);
    const printed = sheet('编码表（打印）');
    expect(printed.merges.length).toBeGreaterThan(5);
    expect(printed.rows[0]?.[0]).toBe('编码表');
    expect(printed.rows[2]?.slice(0, 2)).toEqual(['落实防贫保障', '小计']);
  });

  it('prints a crosstab with its groups side by side', async () => {
    const contrasted = copyProject(await codedProject('JX', 'GZ'));
    const asked = { tables: ['crosstab'], by: 'province', group: ['江西', '贵州'] } as const;
    const path = join(folder.path, 'crosstab.xlsx');
    await exportDataset(contrasted, { format: 'xlsx', out: path, ...asked });
    const printed = readBook(path).find(({ name }) => name === '编码与案例属性交叉表（打印）')?.rows ?? [];
    expect(printed[1]?.slice(0, 3)).toEqual(['编码', '江西（n=5）', '贵州（n=5）']);
    expect(printed[1]).toContain('Cramér V 系数');
    expect(printed[2]?.[1]).toMatch(/^\d+（\d+\.\d%）$/);
  });

  it('has the row of sums on the printed sheet alone', () => {
    const first = (title: string) => sheet(title).rows.map(([cell]) => cell);
    expect(first('核心关键词频次表（打印）').at(-2)).toBe('合计');
    expect(first('核心关键词频次表')).not.toContain('合计');
  });
});

describe('workbooks', () => {
  it('are read by the program itself, and have the same bytes in any time zone', async () => {
    const bytes = readFileSync(out);
    expect((await readXlsx('book.xlsx', bytes, DEFAULT_LIMITS)).length).toBeGreaterThan(5);
    const usual = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      await exportDataset(context, { format: 'xlsx', out: join(folder.path, 'again.xlsx') });
    } finally {
      process.env['TZ'] = usual;
      if (usual === undefined) delete process.env['TZ'];
    }
    expect(readFileSync(join(folder.path, 'again.xlsx')).equals(bytes)).toBe(true);
  });

  it('say how many texts and rows they have no room for', () => {
    const { source } = makeTable(context, { name: 'evidence', rows: 1 });
    const row = {
      caseId: 'a',
      paragraph: 1,
      sentence: 1,
      start: 0,
      end: 1,
      quote: '长'.repeat(CELL_UNITS + 1),
    };
    const table: Table = { name: 'uncoded', columns: Object.keys(row), rows: [row], source };
    const notes: unknown[] = [];
    const open = (one: Table) =>
      tableSheet(one, 's', { language: 'zh', contents: '目录', note: (note) => notes.push(note) });
    expect([...open(table).rows].length).toBe(5);
    expect(notes).toEqual([{ kind: 'text-cut', table: '未编码句子表', count: 1 }]);
    const many = { ...table, rows: Array.from({ length: 1_048_580 }, () => ({ ...row, quote: '短' })) };
    open(many);
    expect(notes[1]).toEqual({ kind: 'rows-cut', table: '未编码句子表', count: 8 });
  });

  it('name sheets as Excel takes them: short, without its own characters, no two alike', () => {
    const nameSheet = openSheetNames();
    const long = '长'.repeat(40);
    expect(nameSheet('a/b:c[d]*?')).toBe('a b c d');
    expect(nameSheet('A/B:C[D]*?')).toBe('A B C D 2');
    expect(nameSheet(long)).toBe('长'.repeat(31));
    expect(nameSheet(long)).toBe(`${'长'.repeat(29)} 2`);
    expect(nameSheet(long, '（打印）')).toBe(`${'长'.repeat(27)}（打印）`);
    expect(nameSheet("'History'")).toBe('History 2');
    expect(nameSheet('')).toBe('x');
    expect(nameSheet(`${'a'.repeat(30)}𠮷`)).toBe('a'.repeat(30));
  });
});
