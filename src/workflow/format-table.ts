import { writeCsv, writeCsvRows } from '../formats/csv.js';
import type { LabelledTable } from '../model/labelled-table.js';
import type { Language } from '../model/language.js';
import { labelTable } from '../report/label-table.js';
import { readableColumns, readableTable, readNumber } from '../report/readable-table.js';
import { writeMarkdownTable } from '../text/markdown-table.js';
import { escapeMarkdown } from '../text/markdown-text.js';
import type { Table } from './table.js';

/** Rows that are made into text together. */
const ROWS_AT_ONCE = 5000;

/** A table with its heads, values and caption in one language. */
export function labelledTable(
  { name, columns, rows, source, total }: Table,
  language: Language,
): LabelledTable {
  return labelTable(name, columns, rows, source, language, total);
}

/** The same as people read it: shares in per cent, indented codes, no columns for programs alone. */
export function readableCells(table: Table, language: Language): LabelledTable {
  const readable = readableTable(table.columns, labelledTable(table, language));
  const columns = readableColumns(table.columns);
  const read = (row: readonly string[]) => row.map((cell, at) => readNumber(columns[at] ?? '', cell));
  return {
    ...readable,
    cells: readable.cells.map(read),
    ...(readable.total && { total: read(readable.total) }),
  };
}

/** The same on a page: the sums are its last row. */
export function tableToRead(table: Table, language: Language): LabelledTable {
  const { total, ...readable } = readableCells(table, language);
  return total ? { ...readable, cells: [...readable.cells, total] } : readable;
}

/** The cells of a table in one language, some thousand rows at a time. */
export function* labelledParts(table: Table, language: Language): Generator<LabelledTable['cells']> {
  for (const rows of inParts(table.rows)) yield labelledTable({ ...table, rows }, language).cells;
}

/** The text of a table as a file: CSV for Excel, Markdown with its caption, or the rows as JSON. */
export function formatTable(table: Table, format: 'csv' | 'md' | 'json', language: Language): string {
  if (format !== 'md') return [...formatInPieces(table, format, language)].join('');
  return writeLabelledTable(tableToRead(table, language), format);
}

/** The text of a table that is ready for people. */
export function writeLabelledTable(
  { title, caption, header, cells, numeric }: LabelledTable,
  format: 'csv' | 'md',
): string {
  if (format === 'csv') return writeCsv(header, []) + writeCsvRows(cells);
  return `**${escapeMarkdown(title)}**\n\n${writeMarkdownTable(header, cells, numeric)}\n${escapeMarkdown(caption)}\n`;
}

/** The same, piece by piece: the file of a table of sentences is longer than the texts. */
export function* formatInPieces(table: Table, format: 'csv' | 'json', language: Language): Generator<string> {
  if (format === 'csv') {
    yield writeCsv(labelledTable({ ...table, rows: [] }, language).header, []);
    for (const cells of labelledParts(table, language)) yield writeCsvRows(cells);
    return;
  }
  let isBegun = false;
  for (const rows of inParts(table.rows)) {
    // Without the brackets: those of the first row and of the last stand around all of them.
    yield `${isBegun ? ',' : '['}${JSON.stringify(rows, null, 1).slice(1, -2)}`;
    isBegun = true;
  }
  yield isBegun ? '\n]\n' : '[]\n';
}

function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}
