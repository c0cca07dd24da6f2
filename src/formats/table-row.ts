/** A paragraph this long is text set in a table, not the entry of a cell. */
const LONGEST_ENTRY = 60;

/**
 * The lines of a table row: one, its cells separated by tabs. Entries of several short lines count as cells,
 * so that no two words grow together; letters one below the other are one word again. Cells with whole
 * paragraphs, as tables used for layout have, keep them one a line.
 */
export function joinRow(cells: readonly (readonly string[])[]): string[] {
  const contents = cells.map((lines) =>
    mendUpright(lines.map((line) => line.trim()).filter((line) => line !== '')),
  );
  const filled = contents.filter((lines) => lines.length > 0);
  const isLayout = filled.length === 1 || filled.some((lines) => lines.length > 1 && lines.some(isParagraph));
  if (isLayout) return filled.flat();
  const row = contents.map((lines) => lines.join('\t')).join('\t');
  return filled.length === 0 ? [] : [row.trimEnd()];
}

function isParagraph(line: string): boolean {
  return line.length > LONGEST_ENTRY || /[。！？；]$/.test(line);
}

function mendUpright(lines: readonly string[]): readonly string[] {
  const isUpright = lines.length > 1 && lines.every((line) => [...line].length === 1);
  return isUpright ? [lines.join('')] : lines;
}
