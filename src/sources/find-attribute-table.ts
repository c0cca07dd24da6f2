import { extname } from 'node:path';
import { UserError } from '../errors.js';
import { holdsCases } from '../formats/table-cases.js';
import type { FoundFile } from './find-files.js';
import { namesCases, openCaseReader } from './read-case-file.js';

const TABLES = ['.csv', '.tsv', '.xlsx', '.xlsm', '.xls', '.ods'];

/** The first of some files that is a table of attributes: it says of which cases its rows are, and has no texts itself. */
export async function findAttributeTable(files: readonly FoundFile[]): Promise<FoundFile | undefined> {
  const reader = openCaseReader({});
  try {
    for (const file of files) {
      if (!TABLES.includes(extname(file.source).toLowerCase())) continue;
      const table = await reader.readTable(file).catch((error: unknown) => {
        // What is wrong with it is said when it is read as cases.
        if (error instanceof UserError) return null;
        throw error;
      });
      if (table !== null && namesCases(table) && !holdsCases(table, {})) return file;
    }
    return undefined;
  } finally {
    reader.close();
  }
}
