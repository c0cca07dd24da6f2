import type { Language } from '../../model/language.js';
import { captionTables } from '../../report/caption-tables.js';
import { formatInPieces } from '../format-table.js';
import type { Table } from '../table.js';
import type { FileToWrite } from '../write-files.js';
import { type DescribedColumn, describeTable, dictionaryFile } from './dictionary-file.js';
import type { ExportFormat } from './export-format.js';

/** A file of each table, in each of the formats, and the captions of all of them. */
export function* tableFiles(
  tables: Iterable<Table>,
  formats: readonly ('csv' | 'json')[],
  language: Language,
): Generator<FileToWrite> {
  const sources: Pick<Table, 'name' | 'source'>[] = [];
  for (const table of tables) {
    for (const format of formats) {
      yield { name: `${table.name}.${format}`, pieces: formatInPieces(table, format, language) };
    }
    sources.push({ name: table.name, source: table.source });
  }
  yield { name: 'tables.md', pieces: [captionTables(sources, language)] };
}

/** `csv`: a folder with one file a table, as Excel opens it. */
export const csvFormat: ExportFormat = {
  extension: null,
  write: ({ tables, language }) => withDictionary(tables(), language),
};

/** The files of the tables, and beside them what each of their columns is called and holds. */
function* withDictionary(tables: Iterable<Table>, language: Language): Generator<FileToWrite> {
  const described: DescribedColumn[] = [];
  const describing = function* () {
    for (const table of tables) {
      described.push(...describeTable(table));
      yield table;
    }
  };
  yield* tableFiles(describing(), ['csv'], language);
  yield dictionaryFile(described);
}
