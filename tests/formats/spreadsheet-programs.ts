import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertWithLibreOffice } from './print-pdf.js';

/** A Python with openpyxl, where the machine has one: the one that `.ci/run` makes, or the usual one. */
const PYTHON = process.env['ZHAGEN_TEST_PYTHON'] ?? 'python3';
const CALC = '/usr/lib/libreoffice/program/libsclo.so';

/** Programs that open workbooks and save them again, where the machine has them. */
export const OPENPYXL = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
export const LIBREOFFICE_CALC = spawnSync('test', ['-e', CALC]).status === 0;

/** Says once why tests are skipped. */
export function noteMissingPrograms(): void {
  if (!OPENPYXL)
    process.stderr.write('openpyxl is missing (pip install openpyxl; ZHAGEN_TEST_PYTHON): skipped.\n');
  if (!LIBREOFFICE_CALC) process.stderr.write('libreoffice-calc-nogui is missing: skipped.\n');
}

/** What openpyxl reads of the first sheet of a workbook. */
export interface OpenpyxlSheet {
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly hidden: readonly string[];
  readonly freeze: string | null;
  readonly filter: string | null;
  readonly lists: readonly { readonly range: string; readonly formula: string; readonly style: string }[];
  readonly names: Readonly<Record<string, string>>;
}

const SCRIPT = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
out = {
  "rows": [list(row) for row in sheet.iter_rows(values_only=True)],
  "hidden": [key for key, one in sheet.column_dimensions.items() if one.hidden],
  "freeze": sheet.freeze_panes,
  "filter": sheet.auto_filter.ref,
  "lists": [{"range": str(one.sqref), "formula": one.formula1, "style": one.errorStyle}
            for one in sheet.data_validations.dataValidation],
  "names": {name: one.attr_text for name, one in book.defined_names.items()},
}
book.save(sys.argv[2])
print(json.dumps(out))
`;

/** Opens a workbook with openpyxl, which says what it read, and saves it again. */
export function openWithOpenpyxl(
  folder: string,
  bytes: Uint8Array,
): { readonly read: OpenpyxlSheet; readonly saved: Uint8Array } {
  const [source, saved] = [join(folder, 'in.xlsx'), join(folder, 'openpyxl.xlsx')];
  writeFileSync(source, bytes);
  const said = execFileSync(PYTHON, ['-c', SCRIPT, source, saved], { encoding: 'utf8' });
  return { read: JSON.parse(said) as OpenpyxlSheet, saved: readFileSync(saved) };
}

/** Opens a workbook with LibreOffice and saves it again, as a workbook or as CSV in UTF-8. */
export function saveWithLibreOffice(
  folder: string,
  bytes: Uint8Array,
  to: 'xlsx' | 'xls' | 'ods' | 'csv',
): Uint8Array {
  const filters = { xlsx: 'xlsx', xls: 'xls', ods: 'ods', csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1' };
  // Under another name: the folder of what is saved is that of what is read.
  const into = `${to}-in.${to === 'xlsx' ? 'xlsm' : 'xlsx'}`;
  return convertWithLibreOffice(folder, into, bytes, filters[to]);
}

/** Opens a workbook with openpyxl, does something to its first sheet as somebody in Excel would, and saves it. */
export function changeWithOpenpyxl(folder: string, bytes: Uint8Array, script: string): Uint8Array {
  const [source, saved] = [join(folder, 'in.xlsx'), join(folder, 'changed.xlsx')];
  writeFileSync(source, bytes);
  const open = 'import sys, datetime, openpyxl\nfrom openpyxl.comments import Comment\n';
  const begin = 'book = openpyxl.load_workbook(sys.argv[1])\nsheet = book.worksheets[0]\n';
  const whole = `${open}${begin}${script}\nbook.save(sys.argv[2])`;
  execFileSync(PYTHON, ['-c', whole, source, saved]);
  return readFileSync(saved);
}
