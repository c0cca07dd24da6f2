import { writeCsv } from '../formats/csv.js';
import { writeMarkdownTable } from '../formats/markdown.js';
import type { Language } from '../model/language.js';
import { type LabelledTable, labelTable } from '../report/label-table.js';
import type { Table } from './make-table.js';

/** A table with its heads, values and caption in one language. */
export function labelledTable({ name, columns, rows, source }: Table, language: Language): LabelledTable {
  return labelTable(name, columns, rows, source, language);
}

/** The text of a table as a file: CSV for Excel, Markdown with its caption, or the rows as JSON. */
export function formatTable(table: Table, format: 'csv' | 'md' | 'json', language: Language): string {
  if (format === 'json') return `${JSON.stringify(table.rows, null, 1)}\n`;
  const { title, caption, header, cells, numeric } = labelledTable(table, language);
  if (format === 'md') {
    return `**${title}**\n\n${writeMarkdownTable(header, cells, numeric)}\n${caption}\n`;
  }
  const records = cells.map((row) => Object.fromEntries(header.map((head, at) => [head, row[at] ?? ''])));
  return writeCsv(header, records);
}
