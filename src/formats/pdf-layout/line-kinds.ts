import type { PageLine } from './reading-order.js';

/** What the layout of a page says a line is. */
export type LineKind = 'heading' | 'note';

/** Letters of headings are larger than those of running text by this factor, those of notes smaller. */
const LARGER = 1.15;
const SMALLER = 0.92;
const LONGEST_HEADING = 60;
/** Where more lines than one in so many are large, letters of two sizes are running text. */
const FEWEST_OTHERS = 4;
const RUNS_ON = /[。！？；，、：…!?;,:]$/;
const LETTER = /\p{L}/u;
const NUMBER_ALONE = /^[^\p{L}]*$/u;
/** What the notes at the foot of a page begin with. */
const NOTE_MARK = /^(?:[①-⑳]|[[［〔﹝(（]\d{1,3}[\]］〕﹞)）]|\d{1,3}[.．、\s]|[*＊†‡]|注[：:\d①-⑳])/u;

/**
 * Tells which lines of the pages are headings, by the size of their letters, and which are notes at the foot of a page,
 * by their size, place and mark. A table in small letters is no note.
 */
export function lineKinds(pages: readonly (readonly PageLine[])[]): ReadonlyMap<PageLine, LineKind> {
  const lines = pages.flat();
  const usual = usualSize(lines);
  const kinds = new Map<PageLine, LineKind>();
  const headings = lines.filter((line) => line.size >= LARGER * usual && mayBeHeading(line.text));
  if (headings.length * FEWEST_OTHERS <= lines.length)
    for (const line of headings) kinds.set(line, 'heading');
  for (const page of pages) {
    const foot = page.findLastIndex(({ text, size }) => size >= SMALLER * usual && !NUMBER_ALONE.test(text));
    const notes = page.slice(foot + 1).filter(({ text }) => !NUMBER_ALONE.test(text));
    if (foot >= 0 && NOTE_MARK.test(notes[0]?.text ?? '')) for (const line of notes) kinds.set(line, 'note');
  }
  return kinds;
}

/** The size in which most of the text is set. */
function usualSize(lines: readonly PageLine[]): number {
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
