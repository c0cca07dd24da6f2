/** What Excel has room for in one cell, in UTF-16 units. */
export const CELL_UNITS = 32_767;
/** Rows of a sheet. */
export const SHEET_ROWS = 1_048_576;
/** Links of a sheet. */
export const SHEET_LINKS = 65_530;
/** Characters that XML has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What Excel reads as the number of a character. */
const ESCAPED = /_(?=x[\dA-Fa-f]{4}_)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const UNUSUAL = /[\u0000-\u0008\u000b-\u001f&<>_\ud800-\udfff\ufffe\uffff]/;
/** Points of a line, and of the highest row that Excel has. */
const [LINE_POINTS, HIGHEST] = [16, 409];
/** The first character that is as wide as a Chinese one. */
const WIDE = 0x2e80;

/** A text as XML of a cell: without what XML cannot carry, and no longer than Excel has it. */
export function cellXml(value: string): string {
  const short = value.length > CELL_UNITS ? cut(value) : value;
  if (!UNUSUAL.test(short)) return short;
  return short
    .toWellFormed()
    .replaceAll(NOT_IN_XML, '')
    .replaceAll(ESCAPED, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** How high a row must be for its longest cell; LibreOffice does not find it out when it opens a file. */
export function heightOf(cells: readonly (string | number | null)[], widths: readonly number[]): number {
  const lines = widths.map((width, at) => {
    const cell = cells[at];
    if (typeof cell !== 'string') return 1;
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
  });
  return Math.min(HIGHEST, LINE_POINTS * Math.max(1, ...lines) + 1);
}

/** Characters of the default font: a Chinese one takes the room of two. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < WIDE ? 1 : 2;
  return width;
}

function cut(text: string): string {
  const kept = text.slice(0, CELL_UNITS - 1).toWellFormed();
  return `${kept.replace(/\ufffd$/u, '')}…`;
}
