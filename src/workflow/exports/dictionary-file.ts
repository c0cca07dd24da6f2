import { writeCsv } from '../../formats/csv.js';
import type { DataTable } from '../../model/data-table.js';
import type { Language } from '../../model/language.js';
import { explainColumn } from '../../report/columns/explain-column.js';
import { describeColumn } from '../../report/describe-columns.js';
import { labelledTable } from '../format-table.js';
import type { Table } from '../table.js';
import type { FileToWrite } from '../write-files.js';

/** What a file of data has in one column. */
export type DescribedColumn = Readonly<Record<(typeof HEADS)[number], string>>;

const HEADS = [
  'file',
  'column',
  'zh',
  'en',
  'type',
  'valuesZh',
  'valuesEn',
  'unitZh',
  'unitEn',
  'meaningZh',
  'meaningEn',
] as const;

/** The name of the file that says what the columns of those beside it hold. */
export const DICTIONARY = 'dictionary.csv';

/** What is said of columns, as the text of a file. */
export const writeDictionary = (described: readonly DescribedColumn[]): string => writeCsv(HEADS, described);

/** The same as a file of a folder. */
export const dictionaryFile = (described: readonly DescribedColumn[]): FileToWrite => ({
  name: DICTIONARY,
  pieces: [writeDictionary(described)],
});

/** Describes the columns of a table that is written under its name. */
export function describeTable(table: Table): DescribedColumn[] {
  const headsIn = (language: Language) => labelledTable({ ...table, rows: [] }, language).header;
  const [zh, en] = [headsIn('zh'), headsIn('en')];
  return table.columns.map((column, at) => {
    const { type, values } = describeColumn(table.name, column);
    return {
      ...inBoth({ valuesZh: values.zh, valuesEn: values.en }, column, table.name),
      file: `${table.name}.csv`,
      column,
      zh: zh[at] ?? column,
      en: en[at] ?? column,
      type,
    };
  });
}

/**
 * Describes the variables of tables of data.
 * @param tablesIn the tables with the heads of a language
 * @param namesIn what the columns of a table are called in its file, where they are not its heads
 */
export function describeVariables(
  tablesIn: (language: Language) => readonly DataTable[],
  language: Language,
  namesIn: (table: DataTable) => readonly string[] = ({ variables }) => variables.map(({ name }) => name),
): DescribedColumn[] {
  const [zh, en] = [tablesIn('zh'), tablesIn('en')];
  return (language === 'zh' ? zh : en).flatMap((table, of) => {
    const names = namesIn(table);
    return table.variables.map(({ field = '', type }, at) => {
      const [one, other] = [zh[of]?.variables[at], en[of]?.variables[at]];
      const values = { valuesZh: one?.values?.join('；') ?? '', valuesEn: other?.values?.join('; ') ?? '' };
      return {
        ...inBoth(values, field),
        file: `${table.name}.csv`,
        column: names[at] ?? '',
        zh: one?.label ?? '',
        en: other?.label ?? '',
        type,
      };
    });
  });
}

function inBoth<Values>(values: Values, column: string, table?: Table['name']) {
  const { meaning, unit } = explainColumn(column, table);
  return { ...values, unitZh: unit.zh, unitEn: unit.en, meaningZh: meaning.zh, meaningEn: meaning.en };
}
