import type { Place } from '../../../model/audit-finding.js';
import { addUp, countedOrRounded, type Interval } from './interval.js';
import type { Entry, PublishedTable } from './published-table.js';
import type { Words } from './words.js';

/** What the rows of a table say about a total: their sum, whether they are all there, and the largest of them. */
export interface RowsTotal {
  readonly sum: Interval;
  readonly largest: number;
  /** False where rows may be missing or empty, so that the total may be larger than their sum. */
  readonly isComplete: boolean;
}

/** A row that has a figure for a measure, and the figure. */
type Counted = Entry & { readonly figure: Interval };

/** The total of a measure over the lowest rows with a figure, all or those below a word; null without any. */
export function totalOfRows(
  table: PublishedTable,
  measure: string,
  words: Words,
  under: string | null = null,
): RowsTotal | null {
  const within =
    under === null ? table.entries : table.entries.filter((entry) => isWithin(entry, under, words));
  const counted = countedIn(within, measure);
  const above = new Set(counted.flatMap((entry) => keysAbove(entry, words)));
  return rowsTotal(
    table,
    within,
    measure,
    words,
    counted.filter((entry) => !above.has(keyOf(entry, words))),
  );
}

/** The total of a measure over the highest rows with a figure below a word of some level; null without any. */
export function totalBelow(
  table: PublishedTable,
  measure: string,
  words: Words,
  parent: Pick<Entry, 'level' | 'word'>,
): RowsTotal | null {
  const below = table.entries.filter((entry) => isBelow(entry, parent, words));
  const counted = countedIn(below, measure);
  const known = new Set(counted.map((entry) => keyOf(entry, words)));
  const highest = counted.filter((entry) => !keysAbove(entry, words).some((key) => known.has(key)));
  return rowsTotal(table, below, measure, words, highest);
}

/** One figure that a table gives for a word: printed in its own row, or the total of the rows below it. */
export interface WordFigure {
  readonly level: string;
  readonly place: Place;
  readonly total: RowsTotal;
  readonly isPrinted: boolean;
}

/** All figures that a table gives for a word, at a level or at any. */
export function figuresOfWord(
  table: PublishedTable,
  measure: string,
  words: Words,
  word: string,
  level?: string,
): WordFigure[] {
  const levels = level === undefined ? table.levels : table.levels.filter((one) => one === level);
  return levels.flatMap((at) => {
    const isIt = (entry: Entry) =>
      entry.level === at && words.canonical(at, entry.word) === words.canonical(at, word);
    const own = countedIn(table.entries.filter(isIt), measure).map(({ figure, place }) => {
      const total = { sum: figure, largest: figure.low, isComplete: true };
      return { level: at, place, total, isPrinted: true };
    });
    const below = totalBelow(table, measure, words, { level: at, word });
    return below === null ? own : [...own, { level: at, place: table.place, total: below, isPrinted: false }];
  });
}

function countedIn(entries: readonly Entry[], measure: string): Counted[] {
  return entries.flatMap((entry) => {
    const figure = entry.values.get(measure);
    return figure === undefined ? [] : [{ ...entry, figure: countedOrRounded(figure) }];
  });
}

function rowsTotal(
  table: PublishedTable,
  within: readonly Entry[],
  measure: string,
  words: Words,
  counted: readonly Counted[],
): RowsTotal | null {
  if (counted.length === 0) return null;
  const known = new Set(counted.map((entry) => keyOf(entry, words)));
  const isCounted = (entry: Entry) =>
    entry.values.has(measure) || keysAbove(entry, words).some((key) => known.has(key));
  const lowest = within.filter(({ level }) => level === table.levels.at(-1));
  return {
    sum: addUp(counted.map(({ figure }) => figure)),
    largest: counted.reduce((largest, { figure }) => Math.max(largest, figure.low), 0),
    isComplete: table.extent === 'all' && lowest.every(isCounted),
  };
}

function isWithin(entry: Entry, under: string, words: Words): boolean {
  return [...entry.path].some(
    ([level, word]) => words.canonical(level, word) === words.canonical(level, under),
  );
}

function isBelow(entry: Entry, parent: Pick<Entry, 'level' | 'word'>, words: Words): boolean {
  const above = entry.path.get(parent.level);
  if (above === undefined || entry.level === parent.level) return false;
  return words.canonical(parent.level, above) === words.canonical(parent.level, parent.word);
}

function keyOf({ level, word }: Pick<Entry, 'level' | 'word'>, words: Words): string {
  return `${level}\t${words.canonical(level, word)}`;
}

function keysAbove({ path, level }: Entry, words: Words): string[] {
  return [...path]
    .filter(([upper]) => upper !== level)
    .map(([upper, word]) => keyOf({ level: upper, word }, words));
}
