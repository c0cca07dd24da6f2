import type { MarkedLine } from './document-text.js';

/** A paragraph this long is text set in a table, not the entry of a cell. */
const LONGEST_ENTRY = 60;

/**
 * The lines of a table row: one, its cells separated by tabs. Entries of several short lines count as cells,
 * so that no two words grow together; letters one below the other are one word again. Cells with whole
 * paragraphs, as tables used for layout have, keep them one a line.
 */
export function joinRow(cells: readonly (readonly MarkedLine[])[]): MarkedLine[] {
  const contents = cells.map((lines) =>
    mendUpright(
      lines.map(({ text, kind }) => ({ text: text.trim(), kind })).filter(({ text }) => text !== ''),
    ),
  );
  const filled = contents.filter((lines) => lines.length > 0);
  const isLayout = filled.length === 1 || filled.some((lines) => lines.length > 1 && lines.some(isParagraph));
  if (isLayout) return filled.flat();
  const row = contents.map((lines) => lines.map(({ text }) => text).join('\t')).join('\t');
  return filled.length === 0 ? [] : [{ text: row.trimEnd(), kind: 'table' }];
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
  return isUpright ? [{ text: lines.map(({ text }) => text).join('') }] : lines;
}
