import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { type SheetToWrite, writeXlsx } from '../../src/formats/xlsx-write.js';
import {
  LIBREOFFICE_CALC,
  noteMissingPrograms,
  OPENPYXL,
  openWithOpenpyxl,
  saveWithLibreOffice,
} from './spreadsheet-programs.js';

noteMissingPrograms();
const folder = mkdtempSync(join(tmpdir(), 'zhagen-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HARD = [
  '00012',
  '1-2',
  '=1+1',
  '+8',
  '2020/1/1',
  '12:30',
  '1E5',
  ' 前后 ',
  '一行\n两行',
  '𠮷野家<&>"',
  '_x0041_',
];

const SHEET: SheetToWrite = {
  name: '编码表',
  columns: [
    { head: '编号', width: 10 },
    { head: '初始概念', width: 24, isOpen: true, list: 'codes' },
    { head: 'zhagen:case', width: 8, isHidden: true },
  ],
  rows: HARD.map((text, at) => [text, at % 2 === 0 ? '产业园' : null, `case:${text}`]),
  lists: [{ name: 'codes', values: ['产业园', '扶贫车间', '=假公式'] }],
  notInList: { title: '新代码', message: '列表中没有这个代码。' },
};

const EXPECTED = SHEET.rows.map((row) => row.map((cell) => cell ?? ''));

/** What our own reader reads of a workbook: its first sheet, row by row. */
async function readBack(bytes: Uint8Array): Promise<string[][]> {
  const [table] = await readXlsx('sheet.xlsx', bytes, DEFAULT_LIMITS);
  expect(table?.columns).toEqual(SHEET.columns.map(({ head }) => head));
  return (table?.rows ?? []).map(({ values }) => SHEET.columns.map(({ head }) => values[head] ?? ''));
}

describe('writeXlsx', () => {
  it('writes every cell as a text that our own reader reads back', async () => {
    expect(await readBack(await writeXlsx(SHEET))).toEqual(EXPECTED);
  });

  it('writes the same bytes in any time zone', async () => {
    const usual = process.env['TZ'];
    try {
      const written = [];
      for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
        process.env['TZ'] = zone;
        written.push(Buffer.from(await writeXlsx(SHEET)).toString('base64'));
      }
      expect(written[0]).toBe(written[1]);
    } finally {
      process.env['TZ'] = usual;
      if (usual === undefined) delete process.env['TZ'];
    }
  });

  it('leaves out what XML cannot carry and cuts what is longer than a cell', async () => {
    const long = '长'.repeat(40_000);
    const bytes = await writeXlsx({ ...SHEET, rows: [['a\u0001b\u000bc\ud800', null, long]] });
    const [row] = await readBack(bytes);
    expect(row?.[0]).toBe('abc\ufffd');
    expect(row?.[2]).toBe(`${'长'.repeat(32_766)}…`);
  });

  it('names no person, program version or time', async () => {
    const parts = unzipSync(await writeXlsx(SHEET));
    const about = `${strFromU8(parts['docProps/core.xml'] as Uint8Array)}${strFromU8(parts['docProps/app.xml'] as Uint8Array)}`;
    expect(about.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['1970-01-01T', '1970-01-01T']);
    expect(about).not.toMatch(/creator|lastModifiedBy/);
  });

  it.skipIf(!OPENPYXL)('is read whole by openpyxl, and whole again after that saved it', async () => {
    const { read, saved } = openWithOpenpyxl(folder, await writeXlsx(SHEET));
    const [head, ...rows] = read.rows;
    expect(head).toEqual(SHEET.columns.map(({ head: text }) => text));
    // It saves _x0041_ as Excel reads an A.
    const withoutCode = <T>(table: readonly T[]) => table.slice(0, -1);
    expect(withoutCode(rows)).toEqual(withoutCode(SHEET.rows));
    expect(read).toMatchObject({
      hidden: ['C'],
      freeze: 'A2',
      filter: `A1:C${HARD.length + 1}`,
      lists: [{ range: `B2:B${HARD.length + 1001}`, formula: 'codes', style: 'warning' }],
      names: { codes: "'lists'!$A$1:$A$3" },
    });
    expect(withoutCode(await readBack(saved))).toEqual(withoutCode(EXPECTED));
  });

  it.skipIf(!LIBREOFFICE_CALC).each(['xlsx', 'xls'] as const)(
    'is read whole after LibreOffice saved it as %s',
    async (to) => {
      expect(await readBack(saveWithLibreOffice(folder, await writeXlsx(SHEET), to))).toEqual(EXPECTED);
    },
    120_000,
  );

  it.skipIf(!LIBREOFFICE_CALC || !OPENPYXL)(
    'keeps its lists, hidden columns and filter where LibreOffice saved it',
    async () => {
      const { read } = openWithOpenpyxl(folder, saveWithLibreOffice(folder, await writeXlsx(SHEET), 'xlsx'));
      expect(read).toMatchObject({
        hidden: ['C'],
        filter: `A1:C${HARD.length + 1}`,
        lists: [{ range: `B2:B${HARD.length + 1001}`, formula: 'codes', style: 'warning' }],
      });
    },
    120_000,
  );
});
