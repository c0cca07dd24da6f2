import { writeCsv } from '../../formats/csv.js';
import type { Language } from '../../model/language.js';
import { captionTables } from '../../report/caption-tables.js';
import { describeColumn } from '../../report/describe-columns.js';
import { formatInPieces, labelledTable } from '../format-table.js';
import type { Table } from '../table.js';
import type { FileToWrite } from '../write-files.js';
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

const DICTIONARY = ['file', 'column', 'zh', 'en', 'type', 'valuesZh', 'valuesEn'];

/** The files of the tables, and beside them `dictionary.csv`: what each of their columns is called and holds. */
function* withDictionary(tables: Iterable<Table>, language: Language): Generator<FileToWrite> {
  const described: Readonly<Record<string, string>>[] = [];
  const describing = function* () {
    for (const table of tables) {
      const [zh, en] = (['zh', 'en'] as const).map(
        (one) => labelledTable({ ...table, rows: [] }, one).header,
      );
      for (const [at, column] of table.columns.entries()) {
        const { type, values } = describeColumn(table.name, column);
        const heads = { zh: zh?.[at] ?? column, en: en?.[at] ?? column };
        const file = `${table.name}.csv`;
        described.push({ file, column, ...heads, type, valuesZh: values.zh, valuesEn: values.en });
      }
      yield table;
    }
  };
  yield* tableFiles(describing(), ['csv'], language);
  yield { name: 'dictionary.csv', pieces: [writeCsv(DICTIONARY, described)] };
}
