import type { PageLine } from './page-line.js';

/** What the layout of a page or a bookmark says a line is; of a heading the level, 1 the highest. */
export interface LineKind {
  readonly kind: 'heading' | 'note';
  readonly level?: number;
}

/** A bookmark of the document: its title, the page that it leads to (from 0), and its level, 1 the highest. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly level: number;
}

/** Letters of headings are larger than those of running text by this factor, those of notes smaller. */
const LARGER = 1.15;
export const SMALLER = 0.92;
const LONGEST_HEADING = 60;
/** A heading is set in so many lines at most. */
const MOST_LINES = 3;
/** Where more lines than one in so many are large, letters of two sizes are running text. */
const FEWEST_OTHERS = 4;
const RUNS_ON = /[。！？；，、：…!?;,:]$/;
const LETTER = /\p{L}/u;
const NUMBER_ALONE = /^[^\p{L}]*$/u;
/** What the notes at the foot of a page begin with. */
export const NOTE_MARK =
  /^(?:[①-⑳]|[⁰¹²³⁴-⁹]|[[［〔﹝(（]\d{1,3}[\]］〕﹞)）]|\d{1,3}[.．、\s]|[*＊†‡]|注[：:\d①-⑳])/u;

/**
 * Finds which lines of the pages are headings, by bookmarks and by the size of their letters, and which are notes at the foot of
 * a page, by their size, place and mark. A table in small letters is no note. The levels are those of the bookmarks; in a document
 * without them the largest letters are those of the first level.
 */
export function lineKinds(
  pages: readonly (readonly PageLine[])[],
  bookmarks: readonly Bookmark[],
): ReadonlyMap<PageLine, LineKind> {
  const lines = pages.flat();
  const usual = usualSize(lines);
  const kinds = new Map<PageLine, LineKind>();
  const headings = lines.filter(
    (line) => line.kind === undefined && line.size >= LARGER * usual && mayBeHeading(line.text),
  );
  const marked = bookmarkedLines(pages, bookmarks);
  if (headings.length * FEWEST_OTHERS <= lines.length) {
    const sizes = [...new Set(headings.map(roundSize))].sort((a, b) => b - a);
    for (const line of headings) {
      const level = sizes.indexOf(roundSize(line)) + 1;
      kinds.set(line, marked.size > 0 ? { kind: 'heading' } : { kind: 'heading', level });
    }
  }
  for (const [line, level] of marked) kinds.set(line, { kind: 'heading', level });
  for (const page of pages) {
    const foot = page.findLastIndex(({ text, size }) => size >= SMALLER * usual && !NUMBER_ALONE.test(text));
    const notes = page.slice(foot + 1).filter(({ text }) => !NUMBER_ALONE.test(text));
    if (foot >= 0 && NOTE_MARK.test(notes[0]?.text ?? ''))
      for (const line of notes) kinds.set(line, { kind: 'note' });
  }
  return kinds;
}

/** The lines that bookmarks lead to, each with its level; a title may be set in several lines. */
function bookmarkedLines(
  pages: readonly (readonly PageLine[])[],
  bookmarks: readonly Bookmark[],
): ReadonlyMap<PageLine, number> {
  const found = new Map<PageLine, number>();
  for (const { title, page, level } of bookmarks) {
    const wanted = lettersOf(title);
    const lines = pages[page] ?? [];
    for (const at of lines.keys()) {
      let joined = '';
      let end = at;
      while (end < lines.length && end < at + MOST_LINES && joined.length < wanted.length) {
        joined += lettersOf((lines[end] as PageLine).text);
        end += 1;
      }
      if (joined !== wanted || wanted === '' || found.has(lines[at] as PageLine)) continue;
      for (const line of lines.slice(at, end)) found.set(line, level);
      break;
    }
  }
  return found;
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{Cc}]+/gu, '');
}

function roundSize({ size }: PageLine): number {
  return Math.round(size * 2) / 2;
}

/** The size in which most of the text is set. */
export function usualSize(lines: readonly PageLine[]): number {
  const amounts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 10) / 10;
    amounts.set(rounded, (amounts.get(rounded) ?? 0) + text.length);
  }
  let usual = { size: Number.POSITIVE_INFINITY, amount: 0 };
  for (const [size, amount] of [...amounts].sort(([a], [b]) => a - b)) {
    if (amount > usual.amount) usual = { size, amount };
  }
  return usual.size;
}

function mayBeHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && LETTER.test(text) && !RUNS_ON.test(text);
}
