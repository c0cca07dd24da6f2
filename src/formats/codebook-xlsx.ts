import { UserError } from '../errors.js';
import type { Codebook } from '../model/codebook.js';
import type { Problem } from '../model/problem.js';
import { CODEBOOK_COLUMNS, codebookOfTable, rowsOfCodebook } from './codebook-table.js';
import { DEFAULT_LIMITS } from './limits.js';
import { withSingleColumns } from './name-columns.js';
import { CELL_UNITS } from './xlsx/cell-text.js';
import { readXlsx } from './xlsx.js';
import { writeXlsx } from './xlsx-write.js';

/** Of each column, in characters. */
const WIDTH = 18;

/**
 * A codebook as a workbook with the columns of the CSV, one row a code. Texts are text cells, whatever they
 * begin with, so that none is run as a formula.
 * @throws UserError code/bad-codebook
 */
export async function writeCodebookXlsx(codebook: Codebook, path: string): Promise<Uint8Array> {
  const rows = rowsOfCodebook(codebook).map((row, index) =>
    CODEBOOK_COLUMNS.map((column) => {
      const value = row[column] ?? '';
      if (String(value).length <= CELL_UNITS) return value;
      const problem: Problem = { kind: 'cell-too-long', most: CELL_UNITS };
      throw new UserError('code/bad-codebook', { path, place: `codes[${index}].${column}`, problem });
    }),
  );
  return writeXlsx({
    name: 'codes',
    columns: CODEBOOK_COLUMNS.map((head) => ({ head, width: WIDTH })),
    rows,
  });
}

/**
 * The codebook of the first sheet of a workbook that has a column `id`.
 * @throws UserError code/bad-codebook, and those of `readXlsx`
 */
export async function readCodebookXlsx(path: string, bytes: Uint8Array): Promise<Codebook> {
  const tables = await readXlsx(path, bytes, DEFAULT_LIMITS);
  const table = tables.find(({ columns }) => columns.includes('id')) ?? tables[0];
  return codebookOfTable({ ...withSingleColumns(table ?? { path, columns: [], rows: [] }), path });
}
