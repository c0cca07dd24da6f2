import type { Codebook } from '../model/codebook.js';
import { CODEBOOK_COLUMNS, codebookOfTable, rowsOfCodebook } from './codebook-table.js';
import { readCsv, writeCsv } from './csv.js';

/** A codebook as a table, one row a code. */
export function writeCodebookCsv(codebook: Codebook): string {
  return writeCsv(CODEBOOK_COLUMNS, rowsOfCodebook(codebook));
}

/**
 * The codebook of a CSV table of codes.
 * @throws UserError code/bad-codebook, import/bad-csv
 */
export function readCodebookCsv(text: string, path: string): Codebook {
  return codebookOfTable(readCsv(text, path));
}
