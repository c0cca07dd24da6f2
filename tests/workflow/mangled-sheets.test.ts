import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { UserError } from '../../src/errors.js';
import { writeXlsx } from '../../src/formats/xlsx-write.js';
import { openStore } from '../../src/store/open.js';
import { type ExportOptions, exportSheet } from '../../src/workflow/export-sheet.js';
import { importCoding } from '../../src/workflow/import-coding.js';
import { importSheet } from '../../src/workflow/import-sheet.js';
import {
  changeWithOpenpyxl,
  LIBREOFFICE_CALC,
  noteMissingPrograms,
  OPENPYXL,
  saveWithLibreOffice,
} from '../formats/spreadsheet-programs.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

noteMissingPrograms();
const folder = makeFolder();
const project = await codedProject('JX01', 'GZ01');
afterAll(folder.remove);

const SHEET = join(folder.path, 'sheet.xlsx');

/** The problems of rows, each with what it is about. */
const problemsOf = (error: unknown) =>
  (error as { params: { problems: UserError[] } }).params.problems.map(({ params }) => {
    const { line, problems } = params as { line: number; problems: UserError[] };
    return [line, ...problems.map((one) => (one.params as { kind?: string }).kind ?? one.code)];
  });

describe.skipIf(!OPENPYXL)('a sheet of passages that somebody changed in a spreadsheet', () => {
  /** Hands a sheet out, changes it by a script that finds columns by their heads (`at`), and hands it in. */
  async function change(script: string, options: Partial<ExportOptions> = {}, dryRun = false) {
    const context = copyProject(project);
    await exportSheet(context, { what: 'passages', coder: '左', ...options }, SHEET);
    const at = 'at = {cell.value: cell.column for cell in sheet[1]}\n';
    writeFileSync(SHEET, changeWithOpenpyxl(folder.path, readFileSync(SHEET), at + script));
    return importSheet(context, { path: SHEET, dryRun });
  }

  it('takes a verdict that is merged over rows for each of them', async () => {
    const { kinds } = await change(`
sheet.cell(2, at['判定']).value = '确认'
sheet.merge_cells(start_row=2, end_row=4, start_column=at['判定'], end_column=at['判定'])`);
    expect(kinds).toEqual({ confirm: 3 });
  });

  it('is read under a filter, with hidden and empty rows and columns between', async () => {
    const { kinds } = await change(`
sheet.cell(3, at['判定']).value = '否决'
sheet.row_dimensions[3].hidden = True
sheet.insert_rows(3)
sheet.insert_cols(2)
sheet.column_dimensions['A'].hidden = True`);
    expect(kinds).toEqual({ reject: 1 });
  });

  it('shows the case and its number as it likes: the hidden columns say what a row is', async () => {
    const { kinds } = await change(`
sheet.cell(2, at['判定']).value = '确认'
sheet.cell(2, at['案例']).value = datetime.date(2023, 1, 2)
sheet.cell(2, at['编号']).value = 1.23e17`);
    expect(kinds).toEqual({ confirm: 1 });
  });

  it('asks about errors, formulas without a value and dates, by row, and writes nothing', async () => {
    const error = await change(`
sheet.cell(2, at['判定']).value = '#N/A'
sheet.cell(3, at['判定']).value = '=G2'
sheet.cell(4, at['开放式编码']).value = datetime.date(2023, 1, 2)
sheet.cell(5, at['备忘']).value = datetime.date(2023, 1, 2)`).catch((thrown) => thrown);
    expect(problemsOf(error)).toEqual([
      [2, 'error'],
      [3, 'no-value'],
      [4, 'date'],
    ]);
  });

  it('tells comments and other sheets that it does not read', async () => {
    const { comments, unread } = await change(
      `
sheet.cell(2, at['判定']).comment = Comment('拿不准', '左')
book.create_sheet('草稿').append(['随手记'])
book['草稿'].append(['一'])`,
      {},
      true,
    );
    expect(comments).toEqual([{ line: 2, column: '判定', text: '拿不准' }]);
    expect(unread).toEqual(['草稿']);
  });
});

describe('hand coding in a sheet that a spreadsheet mangled', () => {
  const HEADS = ['编号', '语句', '开放式编码', '主轴编码'];
  const map = ['案例=编号,语句=语句,核心词=开放式编码,范畴=主轴编码'];
  function newProject() {
    const store = openStore(join(makeFolderOfTest(), 'zhagen.db'), { mode: 'create' });
    onTestFinished(() => store.close());
    return contextOf(store);
  }
  const makeFolderOfTest = () => {
    const own = makeFolder();
    onTestFinished(own.remove);
    return own.path;
  };
  const sheetOf = (rows: (string | null)[][]) =>
    writeXlsx({ name: '编码', columns: HEADS.map((head) => ({ head, width: 10 })), rows });
  const bring = (context = newProject(), options = {}) =>
    importCoding(context, { path: SHEET, map, coder: '左', withoutText: true, ...options });

  it.skipIf(!OPENPYXL)('takes cases and categories that are merged over rows for each of them', async () => {
    const bytes = await sheetOf([
      ['01', null, '收益分红', '利益联结'],
      ['01', null, '土地流转', '利益联结'],
      ['02', null, '防贫预警', '风险防范'],
    ]);
    writeFileSync(
      SHEET,
      changeWithOpenpyxl(folder.path, bytes, "sheet.merge_cells('A2:A3')\nsheet.merge_cells('D2:D3')"),
    );
    const context = newProject();
    expect(await bring(context)).toMatchObject({ codings: 3, newCases: ['01', '02'] });
    expect(rowsOf(context, 'coding').map(({ level1, level2 }) => [level1, level2])).toEqual(
      expect.arrayContaining(
        [
          ['收益分红', '利益联结'],
          ['土地流转', '利益联结'],
        ].map((pair) => expect.arrayContaining(pair)),
      ),
    );
  });

  it.skipIf(!OPENPYXL)(
    'asks about ids that are dates or lost their last digits, and about errors',
    async () => {
      const bytes = await sheetOf(
        Array.from({ length: 5 }, (_, at) => [`案例${at}`, null, '收益分红', null]),
      );
      const script = `
sheet['A2'] = datetime.date(2023, 1, 2)
sheet['A3'] = 123456789012345678
sheet['C4'] = '#REF!'
sheet['D5'] = 0.5
sheet['D5'].number_format = '0%'`;
      writeFileSync(SHEET, changeWithOpenpyxl(folder.path, bytes, script));
      const context = newProject();
      const asked = [
        [2, 'date'],
        [3, 'digits'],
        [4, 'error'],
        [5, 'format'],
      ];
      expect(problemsOf(await bring(context).catch((thrown) => thrown))).toEqual(asked);
      const left = await bring(context, { skipBad: true });
      expect(left).toMatchObject({ rows: 5, codings: 1, newCases: ['案例4'] });
    },
  );

  it('takes no id for another that lost its zeros, though cases may be added', async () => {
    const context = newProject();
    writeFileSync(SHEET, await sheetOf([['001', null, '收益分红', null]]));
    await bring(context);
    writeFileSync(
      SHEET,
      await sheetOf([
        ['1', null, '土地流转', null],
        ['1.0', null, '土地流转', null],
      ]),
    );
    const error = await bring(context).catch((thrown) => thrown);
    expect(problemsOf(error)).toEqual([
      [2, 'coding/unknown-case'],
      [3, 'coding/unknown-case'],
    ]);
    expect(error.params.problems[0].params.problems[0].params.near).toBe('001');
  });

  it('finds cases typed wide, and names codes of nearly the same name', async () => {
    const context = newProject();
    writeFileSync(SHEET, await sheetOf([['A1', null, '收益分红', null]]));
    await bring(context);
    writeFileSync(SHEET, await sheetOf([['　Ａ１ ', null, '收益分工', null]]));
    const { newCases, founded } = await bring(context);
    expect(newCases).toEqual([]);
    expect(founded).toMatchObject([{ name: '收益分工', near: ['收益分红'] }]);
  });

  it.skipIf(!LIBREOFFICE_CALC).each(['ods', 'xls'] as const)('is read as .%s', async (format) => {
    const bytes = await sheetOf([
      ['01', '2023-01-02', '收益分红', '利益联结'],
      ['1-2', null, '土地流转', '利益联结'],
    ]);
    const path = join(folder.path, `手工.${format}`);
    writeFileSync(path, saveWithLibreOffice(folder.path, bytes, format));
    expect(await bring(newProject(), { path })).toMatchObject({ codings: 2, newCases: ['01', '1-2'] });
  });
});
