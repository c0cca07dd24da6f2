import type { Edit } from '../../../text/edits.js';
import { findHtmlTables, type MarkupTable } from './html-tables.js';
import { toCodePoints } from './merge-edits.js';
import { findPipeTables } from './pipe-tables.js';

/** Tables in HTML or Markdown become one line a row, cells separated by a tab, without their markup. */
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
  const isWithin = (pipe: MarkupTable) => html.some(({ start, end }) => start < pipe.end && pipe.start < end);
  return [...html, ...pipes.filter((pipe) => !isWithin(pipe))].sort((a, b) => a.start - b.start);
}
