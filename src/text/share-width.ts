import { printedWidth } from './printed-width.js';

/** The room that a column gets at least and asks for at most, in half-width characters: what is longer takes several lines. */
const LEAST = 4;
const MOST = 44;
/** Heads are broken into lines before cells are, but not within a word of letters. */
const HEAD = 8;
/** What is kept free between columns. */
const GAP = 2.5;

/** The text of a table by columns. */
interface Columns {
  readonly header: readonly string[];
  readonly rows: readonly (readonly ({ readonly text: string } | null)[])[];
}

/** How much room each column of a table asks for, in half-width characters. */
export function askedWidths({ header, rows }: Columns): number[] {
  return header.map((head, column) => {
    let width = Math.max(Math.min(printedWidth(head), HEAD), ...lengthsOfWords(head));
    if (width === 0) return GAP;
    for (const row of rows) width = Math.max(width, printedWidth(row[column]?.text ?? ''));
    return Math.max(LEAST, Math.min(MOST, width)) + GAP;
  });
}

/** How long the words are that no line is broken in. */
const lengthsOfWords = (text: string): number[] => (text.match(/[!-~]+/g) ?? []).map((word) => word.length);

/** Shares the room of a line among columns: all get what they ask for in proportion, the widest giving way first. */
export function shareWidth(asked: readonly number[], room: number): number[] {
  const total = sum(asked);
  if (total <= room) return asked.map((width) => (width * room) / total);
  // Narrow columns keep what they ask for; the others share what is left.
  const fair = room / asked.length;
  const narrow = sum(asked.filter((width) => width <= fair));
  const wide = sum(asked.filter((width) => width > fair));
  return asked.map((width) => (width <= fair ? width : (width * (room - narrow)) / wide));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
