import { COLOUR, SIZE } from './style.js';
import { element, escapeText } from './svg.js';

/** Widths of letters in ems: the widest of the usual fonts, so that no label runs into its neighbour. */
const NARROW = /[ijl.,:;'|!()[\] Iftr/]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z&]/;

/** The width of a text in the units of its size: a Han character is as wide as it is high. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100)
    return /[\p{Mn}\p{Cf}]/u.test(character) ? 0 : code >= 0x2e80 || code < 0x1200 ? 1 : 0.75;
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 0.92;
  if (CAPITAL.test(character)) return 0.7;
  return code < 0x0300 || code > 0x036f ? 0.59 : 0;
}

/** Characters that do not begin a line. */
const NOT_FIRST = /^[，。、；：！？）》」』】〕”’…·,.;:!?)\]}%]/;
/** What is not torn apart: a word of letters and digits with what follows it up to the next, or one other character. */
const PIECES = /[\p{Script=Latin}\p{N}\p{M}'’.\-–/%+_]+ ?|./gsu;

/**
 * Breaks a text into lines that are no wider than `width`, of about the same length; what is beyond `most` lines is cut with
 * an ellipsis.
 */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (textWidth(clean, size) <= width) return [clean];
  const full = breakLines(clean, size, width);
  const wanted = Math.min(full.length, most);
  if (full.length > most) {
    const kept = full.slice(0, most - 1);
    const rest = kept.reduce((text, line) => text.slice(line.length).trimStart(), clean);
    return [...kept, cutText(rest, size, width)];
  }
  // The narrowest lines of which there are no more: no last line of one character.
  const longest = Math.max(...piecesOf(clean).map((piece) => textWidth(piece.trimEnd(), size)));
  for (let narrow = Math.max(longest, textWidth(clean, size) / wanted); narrow < width; narrow += size / 4) {
    const lines = breakLines(clean, size, narrow);
    if (lines.length <= wanted) return lines;
  }
  return full;
}

/** A text cut to a width, with an ellipsis where something is missing. */
function cutText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const piecesOf = (text: string): readonly string[] => text.match(PIECES) ?? [];

function breakLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = piecesOf(text).flatMap((piece) =>
    textWidth(piece.trimEnd(), size) > width ? [...piece] : [piece],
  );
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width && !NOT_FIRST.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return [...lines, line.trimEnd()];
}

/** How a label is set; `y` is the middle of its lines. */
export interface LabelStyle {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly weight?: 'bold';
  /** A white border under the letters, where they lie on lines. */
  readonly halo?: boolean;
  readonly rotate?: number;
}

/** Lines of text around a middle; the fonts agree about where the middle of a Han character is, renderers do not. */
export function label(
  x: number,
  y: number,
  lines: string | readonly string[],
  { size = SIZE.text, anchor = 'start', fill = COLOUR.ink, weight, halo = false, rotate }: LabelStyle = {},
): string {
  const all = typeof lines === 'string' ? [lines] : lines;
  const pitch = size * LINE;
  const first = y + size * 0.36 - ((all.length - 1) * pitch) / 2;
  const style = {
    'font-size': size,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    fill,
    'font-weight': weight,
    transform: rotate === undefined ? undefined : `rotate(${rotate} ${x} ${y})`,
    ...(halo && {
      stroke: '#ffffff',
      'stroke-width': size * 0.2,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    }),
  };
  if (all.length === 1) return element('text', { x, y: first, ...style }, escapeText(all[0] ?? ''));
  return element(
    'text',
    style,
    ...all.map((line, at) => element('tspan', { x, y: first + at * pitch }, escapeText(line))),
  );
}

/** The distance of lines in ems. */
export const LINE = 1.25;
