import { languageSchema } from '../model/language.js';
import type { ReadContext } from '../project/context.js';
import { getSetting } from '../store/setting-table.js';
import { tableFiles } from './exports/csv-files.js';
import { tablesWithRows } from './exports/tables-with-rows.js';
import { makeTables } from './make-table.js';
import { writeFolder } from './write-files.js';

/**
 * Writes every table of the project that has rows into a folder, as CSV for Excel and as JSON, with their captions in
 * `tables.md`. The language is the project's. Returns the names of the files.
 * @throws UserError files/cannot-write
 */
export function writeTables(context: ReadContext, folder: string): Promise<string[]> {
  const { store } = context;
  const language = languageSchema.parse(getSetting(store, 'language'));
  const tables = makeTables(context, tablesWithRows(store, {}));
  return writeFolder(folder, tableFiles(tables, ['csv', 'json'], language), async () => {});
}
