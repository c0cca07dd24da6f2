import { rememberLast } from '../../text/remember-last.js';
import { breaksOff, closesSentence, isOpen, type Line, NARROWEST_COLUMN } from './lines.js';

/** How a hard-wrapped document was set. */
export interface PageLayout {
  /** Width of the column of text, in half-width columns. */
  readonly column: number;
  /** Whether every line has a blank one after it, so that blank lines end no paragraph. */
  readonly blankLinesAreSpacing: boolean;
  /** Whether paragraphs begin with an indented line. */
  readonly indents: boolean;
}

/** Lines of one column differ by this much (two Chinese characters), being justified and mixed with Latin. */
export const TOLERANCE = 4;

const FEWEST_LINES = 3;
const FEWEST_BROKEN = 2;
const FEWEST_SURE = 4;
/** No page is wider; lines beyond it are paragraphs. */
const WIDEST_COLUMN = 140;
/** Among so many lines one at least fills the column, where headings and rows of figures abound. */
const FEWEST_FULL = 6;
/** Of so many lines that fill the column one may be wider, such as the row of a table. */
const FEWEST_WIDER = 5;
/** One in so many lines that break off closes a sentence. */
const FEWEST_CLOSED = 4;

/**
 * How the lines of a hard-wrapped document were set; null for a document of one paragraph a line. It counts
 * as hard-wrapped when its running lines have the same width, few are wider, and many of them break off.
 */
export const detectLayout = rememberLast(layoutOf);

function layoutOf(lines: readonly Line[]): PageLayout | null {
  const column = commonWidth(lines);
  const body = lines.filter(({ width }) => Math.abs(width - column) <= TOLERANCE);
  const broken = body.filter(breaksOff);
  const wider = lines.filter(({ width }) => width > column + TOLERANCE);
  const isWrapped =
    (broken.length >= FEWEST_SURE || areOfOneWidth(broken)) &&
    body.length >= FEWEST_LINES &&
    broken.length >= FEWEST_BROKEN &&
    body.length * FEWEST_FULL >= lines.length &&
    wider.length * FEWEST_WIDER <= body.length &&
    body.filter(isOpen).length * 3 >= body.length &&
    // Verses break off, too, but no sentence ends within them or behind them.
    lines.filter(closesSentence).length * FEWEST_CLOSED >= broken.length;
  if (!isWrapped) return null;
  const followers = lines.filter((_, at) => lines[at - 1] !== undefined && breaksOff(lines[at - 1] as Line));
  // Where lines that go on with a sentence are indented too, an indent begins nothing.
  const beginsParagraphs = followers.filter((line) => line.indented).length * 2 < followers.length;
  return {
    column,
    blankLinesAreSpacing: followers.filter((line) => line.afterBlankLine).length * 2 >= followers.length,
    indents: beginsParagraphs && lines.some((line) => line.indented),
  };
}

/** Whether a few lines are as long as each other: those of a page are, those of a list hardly. */
function areOfOneWidth(lines: readonly Line[]): boolean {
  const widths = lines.map(({ width }) => width);
  return Math.max(...widths) - Math.min(...widths) <= TOLERANCE;
}

/** The width around which most lines lie; of several the widest, for other lines end where paragraphs do. */
function commonWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { width } of lines) {
    if (width >= NARROWEST_COLUMN && width <= WIDEST_COLUMN) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = { width: 0, around: 0 };
  for (const width of [...counts.keys()].sort((a, b) => a - b)) {
    let around = 0;
    for (let near = width - TOLERANCE; near <= width + TOLERANCE; near += 1) around += counts.get(near) ?? 0;
    if (around >= best.around) best = { width, around };
  }
  return best.width;
}
