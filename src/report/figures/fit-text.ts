import { textWidth } from './text-width.js';

/** The room that a text has. */
export interface TextRoom {
  readonly size: number;
  readonly width: number;
  /** So many lines at most. */
  readonly lines: number;
  /** Stands behind the text, and stays whole where that is shortened. */
  readonly number?: string | undefined;
}

/** A text as it is set; `isWhole` where nothing of it is missing. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

/** Marks that end no line, and marks that begin none. */
const OPENING = '（《〈「『【〔“‘(\\[{';
const CLOSING = '，。、；：！？）》〉」』】〕”’…·,.;:!?)\\]}%';
/** A word of letters and digits, or one other character: what is not torn apart, with the marks and blanks beside it. */
const PIECES = new RegExp(
  `[${OPENING}]*(?:[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{N}\\p{M}'’.\\-–/%+_]+|.)[${CLOSING}]* ?`,
  'gsu',
);
/** Where a word may be torn that is wider than its line. */
const PARTS = /[^\-–/_]*[-–/_]+|[^\-–/_]+/g;

/**
 * Sets a text in its room: it is broken at blanks and between Han characters, into lines of about the same length. What has no
 * room is shortened, with an ellipsis in its place.
 */
export function fitText(text: string, { size, width, lines: most, number = '' }: TextRoom): FittedText {
  const clean = [text.replace(/\s+/g, ' ').trim(), number].filter(Boolean).join(' ');
  if (textWidth(clean, size) <= width) return { lines: [clean], isWhole: true };
  const parts = piecesOf(clean).flatMap((piece) =>
    isWider(piece, size, width) ? (piece.match(PARTS) ?? []) : [piece],
  );
  const pieces = parts.map((part) => (isWider(part, size, width) ? shorten(part, size, width) : part));
  const lines = breakLines(pieces, size, width);
  const isWhole = parts.every((part, at) => part === pieces[at]);
  const set =
    lines.length <= most
      ? balance(pieces, lines, size, width)
      : cutLines(lines, { size, width, lines: most, number });
  return { lines: set.map((line) => line.trimEnd()), isWhole: isWhole && lines.length <= most };
}

/** Texts in the largest of some sizes in which the fewest of them are shortened. */
export function chooseSize(sizes: readonly number[], setAt: (size: number) => readonly FittedText[]) {
  const tried = sizes.map((size) => {
    const fitted = setAt(size);
    return {
      size,
      lines: fitted.map(({ lines }) => lines),
      cut: fitted.filter(({ isWhole }) => !isWhole).length,
    };
  });
  return tried.reduce((best, one) => (one.cut < best.cut ? one : best));
}

const piecesOf = (text: string): readonly string[] => text.match(PIECES) ?? [];

const isWider = (piece: string, size: number, width: number) => textWidth(piece.trimEnd(), size) > width;

/** A text, or as many of its characters as there is room for with an ellipsis. */
function shorten(text: string, size: number, width: number): string {
  if (!isWider(text, size, width)) return text;
  let kept = '';
  for (const character of text.trimEnd()) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…${text.endsWith(' ') ? ' ' : ''}`;
}

function breakLines(pieces: readonly string[], size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && isWider(line + piece, size, width)) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}

/** The narrowest lines of which there are no more: no last line of one character. */
function balance(pieces: readonly string[], lines: readonly string[], size: number, width: number) {
  const widest = Math.max(...pieces.map((piece) => textWidth(piece.trimEnd(), size)));
  const even = textWidth(pieces.join(''), size) / lines.length;
  for (let narrow = Math.max(widest, even); narrow < width; narrow += size / 4) {
    const narrower = breakLines(pieces, size, narrow);
    if (narrower.length <= lines.length) return narrower;
  }
  return lines;
}

/** The first lines, the last of them shortened so that the number still stands behind it. */
function cutLines(lines: readonly string[], { size, width, lines: most, number = '' }: TextRoom): string[] {
  const behind = number && ` ${number}`;
  const last = `${lines[most - 1] ?? ''}${lines[most] ?? ''}`;
  const named = number && last.endsWith(number) ? last.slice(0, -number.length).trimEnd() : last;
  return [
    ...lines.slice(0, most - 1),
    `${shorten(named, size, width - textWidth(behind, size)).trimEnd()}${behind}`,
  ];
}
