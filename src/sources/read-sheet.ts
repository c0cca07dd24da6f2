import { extname } from 'node:path';
import { readSheetCsv } from '../formats/csv.js';
import { decodeText } from '../formats/decode-text.js';
import { DEFAULT_LIMITS } from '../formats/limits.js';
import type { AttributeTable } from '../model/case-record.js';
import { readBytes } from './read-bytes.js';
import { openReaderProcess } from './reader-process.js';

/**
 * Reads the sheets of a workbook, or a CSV file in whatever encoding it was saved.
 * @throws UserError import/missing-path, import/corrupt-file, import/bad-csv and others of reading a table
 */
export async function readSheet(path: string): Promise<readonly AttributeTable[]> {
  const bytes = readBytes(path);
  if (['.csv', '.tsv', '.txt'].includes(extname(path).toLowerCase())) {
    return [readSheetCsv(decodeText(bytes, path).text, path)];
  }
  const reader = openReaderProcess(DEFAULT_LIMITS);
  try {
    return await reader.read('xlsx', path, bytes);
  } finally {
    reader.close();
  }
}
