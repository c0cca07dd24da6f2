import { HAN } from '../../text/han.js';
import { isCaption, isRow, isTableNote } from './floats.js';
import {
  endsSentence,
  hasChapterMark,
  hasClauses,
  hasHan,
  hasNumberMark,
  hasSentences,
  isLatin,
  isOpen,
  type Line,
  mayBeHeading,
  mayContinue,
  NARROWEST_COLUMN,
} from './lines.js';
import { type PageLayout, TOLERANCE } from './page-layout.js';
import { learnSeams } from './seam-model.js';

/** What stands between two lines: a line end alone, or what a page puts there (its end, a running head, a figure). */
export type Gap = 'line' | 'page';

/** Tells where a sentence of a text was torn apart. */
export interface Tears {
  readonly isTorn: (line: Line | undefined, next: Line | undefined, gap: Gap) => boolean;
  /** Whether the characters alone show it, wherever the lines stand. */
  readonly isCertain: (line: Line | undefined, next: Line | undefined) => boolean;
  /** Log odds that a page end tore the sentence of two lines; null where the first ends one or the next cannot continue it. */
  readonly oddsOf: (line: Line | undefined, next: Line | undefined) => number | null;
}

/** Lines of unwrapped text shorter than this break off at a page only, never at a line end alone. */
const SHORTEST_TORN_LINE = 60;
/** Headings of unwrapped text are not wider than this. */
const WIDEST_HEADING = 80;
const OPEN_END = new RegExp(`[${HAN}，、]$`, 'u');
/** Behind these a page may end within a sentence, but a line end alone tells nothing. */
const PAGE_END = /[\d%％）》”]$/;
const COMMA_END = /[，、]$/;
const LATIN_END = /[A-Za-z,-]$/;
const LATIN_WORD = /^[a-z]+[ ,.;)]/;
/** What begins a line of its own: an item of a list, a turn of a speaker. */
const ITEM = new RegExp(
  `^(?:[（(]?\\d+[）)]|[-•●■◆▼▲*·] ?|[①-⑳]|[\\[［〔]\\d+|注[：:]|[${HAN}]{1,6}[：:]|[A-Z][A-Za-z]{0,9}[：:])`,
  'u',
);

const BRACKETS = ['（）', '《》', '“”', '()', '「」'].map(
  (pair) => [pair.charAt(0), pair.charAt(1)] as const,
);
/** Log odds: what a comma or a Latin word says, a piece shorter than every paragraph, and how sure one must be. */
const SURE = 6;
const PIECE = 1.5;
const LEAST = { line: 1.5, page: 1.25 };
const CERTAIN = 2;
const ROUNDS = 12;

/** The tears of a text; in a hard-wrapped one every line that breaks off or fills the column may continue. */
export function openTears(text: string, lines: readonly Line[], layout: PageLayout | null): Tears {
  if (layout !== null) {
    const isTorn: Tears['isCertain'] = (line, next) =>
      mayContinue(line, next) || fillsColumn(line, next, layout);
    const isCertain: Tears['isCertain'] = (line, next) => fillsColumn(line, next, layout);
    return { isTorn, isCertain, oddsOf: (line, next) => (isTorn(line, next) ? SURE : null) };
  }
  let known: Judgement | undefined;
  const judge = () => {
    known ??= openJudgement(text, lines);
    return known;
  };
  return {
    isTorn: (line, next, gap) => {
      if (line === undefined || next === undefined || !canBeTorn(line, next, gap)) return false;
      const { weigh, prior } = judge();
      return weigh(line, next) + prior[gap] >= LEAST[gap];
    },
    oddsOf: (line, next) => {
      if (line === undefined || next === undefined || !canBeTorn(line, next, 'page')) return null;
      return judge().weigh(line, next) + judge().prior.page;
    },
    isCertain: (line, next) =>
      line !== undefined &&
      next !== undefined &&
      canBeTorn(line, next, 'page') &&
      judge().weigh(line, next) >= CERTAIN,
  };
}

/** Whether a line without clauses breaks off at the edge of the column, as headings seldom do. */
function fillsColumn(line: Line | undefined, next: Line | undefined, { column }: PageLayout): boolean {
  if (line === undefined || next === undefined || !isOpen(line) || mayBeHeading(line)) return false;
  const isFull = Math.abs(line.width - column) <= TOLERANCE;
  return isFull && hasHan(line) && !next.isHeading && !hasChapterMark(next) && !next.indented;
}

interface Judgement {
  readonly weigh: (line: Line, next: Line) => number;
  readonly prior: Readonly<Record<Gap, number>>;
}

/**
 * How often this text leaves off the mark at the end of a paragraph, and how often a line end tears a sentence, by
 * expectation maximisation over the lines that break off. Where paragraphs often end without a mark, its lack says little.
 */
function openJudgement(text: string, lines: readonly Line[]): Judgement {
  const goesOn = learnSeams(text);
  const paragraphs = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before !== undefined && endsSentence(before) && hasClauses(line) ? [line.width] : [];
  });
  const shortest = paragraphs.reduce((least, width) => Math.min(least, width), SHORTEST_TORN_LINE);
  const weigh = (line: Line, next: Line) => {
    if (COMMA_END.test(line.text) || isLatin(next) || isBracketTorn(line, next)) return SURE;
    const odds = goesOn(line.text, next.text);
    return endsSentence(next) && next.width < shortest ? odds + PIECE : odds;
  };
  const closed = lines.filter((line) => line.width >= SHORTEST_TORN_LINE && endsSentence(line)).length;
  const open = lines.flatMap((next, at) => {
    const line = lines[at - 1];
    if (line === undefined || COMMA_END.test(line.text) || !canBeTorn(line, next, 'line')) return [];
    return [weigh(line, next)];
  });
  let torn = open.length / 2;
  for (let round = 0; round < ROUNDS; round += 1) {
    const share = (torn + 0.5) / (open.length + 1);
    torn = open.reduce((sum, odds) => sum + share / (share + (1 - share) * Math.exp(-odds)), 0);
  }
  const left = open.length - torn;
  const unmarked = (left + 0.5) / (closed + open.length + 2);
  return { weigh, prior: { line: Math.log((torn + 0.5) / (left + 0.5)), page: Math.log(0.5 / unmarked) } };
}

/** Whether a sentence may run over a gap, as far as marks and kinds of lines tell. */
function canBeTorn(line: Line, next: Line, gap: Gap): boolean {
  if (isLatin(line) && isLatin(next)) return isLatinTorn(line, next);
  if (!breaksOffWhole(line) || next.isHeading || hasChapterMark(next)) return false;
  if (next.indented || hasNumberMark(next) || ITEM.test(next.text)) return false;
  if (isRow(line) || isRow(next)) return false;
  if (isCaption(next, false) || !(hasClauses(next) || endsSentence(next))) return false;
  if (next.afterPageBreak) return true;
  if (isTableNote(line)) return false;
  if (gap === 'page') return OPEN_END.test(line.text) || PAGE_END.test(line.text);
  return OPEN_END.test(line.text) && line.width >= SHORTEST_TORN_LINE && !(isBare(line) && isBare(next));
}

/** Whether a line of unwrapped text breaks off: with clauses in it, or as long as no heading is. */
function breaksOffWhole(line: Line): boolean {
  if (!isOpen(line) || line.width < NARROWEST_COLUMN) return false;
  if (line.width >= WIDEST_HEADING) return true;
  return mayBeHeading(line) ? hasClauses(line) && hasSentences(line) : hasClauses(line);
}

/** Whether a line has no marks within, as titles and dates that follow each other have none. */
function isBare(line: Line): boolean {
  return !hasClauses(line) && !line.text.includes('、');
}

/** Whether a bracket or quotation is left open at the end of a line, and closed in the next. */
function isBracketTorn(line: Line, next: Line): boolean {
  return BRACKETS.some(([open, close]) => {
    const closing = next.text.indexOf(close);
    if (closing < 0 || line.text.lastIndexOf(open) <= line.text.lastIndexOf(close)) return false;
    const opening = next.text.indexOf(open);
    return opening < 0 || opening > closing;
  });
}

function isLatinTorn(line: Line, next: Line): boolean {
  const isRunning = line.width >= SHORTEST_TORN_LINE && !line.isHeading && !next.isHeading;
  return isRunning && LATIN_END.test(line.text) && LATIN_WORD.test(next.text);
}
