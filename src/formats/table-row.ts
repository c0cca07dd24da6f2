import { filledCells, joinLines, trimLine } from './anchored-lines.js';
import type { MarkedLine } from './document-text.js';

/** A paragraph this long is text set in a table, not the entry of a cell. */
const LONGEST_ENTRY = 60;

/**
 * The lines of a table row: one, its cells separated by tabs. Entries of several short lines count as cells,
 * so that no two words grow together; letters one below the other are one word again. Cells with whole
 * paragraphs, as tables used for layout have, keep them one a line.
 */
export function joinRow(cells: readonly (readonly MarkedLine[])[]): MarkedLine[] {
  const contents = filledCells(cells.map((lines) => lines.map(trimLine))).map(mendUpright);
  const filled = contents.filter((lines) => lines.length > 0);
  const isLayout = filled.length === 1 || filled.some((lines) => lines.length > 1 && lines.some(isParagraph));
  if (isLayout) return filled.flat();
  const row = joinLines(
    contents.map((lines) => joinLines(lines, '\t')),
    '\t',
  );
  return filled.length === 0 ? [] : [{ ...row, text: row.text.trimEnd(), kind: 'table' }];
}

/** The lines of a table: where some are rows of cells, the short ones between them are rows of one cell. */
export function markTable(lines: readonly MarkedLine[]): MarkedLine[] {
  if (!lines.some(({ kind }) => kind === 'table')) return [...lines];
  return lines.map((line) =>
    line.kind === undefined && !isParagraph(line) ? { ...line, kind: 'table' } : line,
  );
}

function isParagraph({ text }: MarkedLine): boolean {
  return text.length > LONGEST_ENTRY || /[。！？；]$/.test(text);
}

function mendUpright(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const isUpright = lines.length > 1 && lines.every(({ text }) => [...text].length === 1);
  return isUpright ? [joinLines(lines, '')] : lines;
}
