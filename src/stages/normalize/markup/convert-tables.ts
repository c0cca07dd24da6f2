import type { Edit } from '../../../text/edits.js';
import { findHtmlTables, type MarkupTable } from './html-tables.js';
import { findLatexTables } from './latex-tables.js';
import { toCodePoints } from './merge-edits.js';
import { findPipeTables } from './pipe-tables.js';

/** Tables in HTML, Markdown or LaTeX become one line a row, cells separated by a tab, without their markup. */
export function convertTables(text: string): Edit[] {
  return toCodePoints(
    text,
    findTables(text).flatMap(({ edits }) => edits),
  );
}

/** The tables that a text holds in markup, in order and apart. */
export function findTables(text: string): MarkupTable[] {
  const html = text.includes('<') ? findHtmlTables(text) : [];
  const pipes = text.includes('|') ? findPipeTables(text) : [];
  const latex = text.includes('\\begin{') ? findLatexTables(text) : [];
  const isApart = (table: MarkupTable, others: readonly MarkupTable[]) =>
    !others.some(({ start, end }) => start < table.end && table.start < end);
  const closed = [...html, ...latex.filter((table) => isApart(table, html))];
  return [...closed, ...pipes.filter((table) => isApart(table, closed))].sort((a, b) => a.start - b.start);
}
