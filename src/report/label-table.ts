import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';
import type { TableSource } from '../model/table-source.js';
import { captionTable } from './caption-table.js';
import { chineseColumns, chineseValues, titles } from './labels.js';

/** A table made ready for people: everything is text in one language. */
export interface LabelledTable {
  readonly title: string;
  readonly caption: string;
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Which columns hold numbers and stand flush right. */
  readonly numeric: readonly boolean[];
}

type Cell = string | number | boolean | null;

/** Puts a table's heads, values and caption into a language; numbers keep their digits. */
export function labelTable(
  name: TableName,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  source: TableSource,
  language: Language,
): LabelledTable {
  return {
    title: titles[language][name],
    caption: captionTable(name, source, language),
    header: columns.map((column) => (language === 'zh' ? (chineseColumns[column] ?? column) : column)),
    cells: rows.map((row) => columns.map((column) => labelCell(column, row[column] ?? null, language))),
    numeric: columns.map((column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number')),
  };
}

function labelCell(column: string, value: Cell, language: Language): string {
  if (value === null) return '';
  if (language === 'en') return String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  const known = chineseValues[column];
  if (!known || typeof value !== 'string') return String(value);
  // A screening reason may be followed by what exactly acted: only the reason itself is translated.
  const [head = ''] = value.split(': ', 1);
  const detail = value.slice(head.length + 2);
  return [known[head] ?? head, ...(detail ? [detail] : [])].join('：');
}
