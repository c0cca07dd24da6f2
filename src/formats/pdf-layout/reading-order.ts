import { pushAll } from '../../text/many.js';
import { notesBehind } from './column-notes.js';
import type { Fragment } from './fragment.js';
import type { PageLine } from './page-line.js';
import { extentOf, linesOf, type Row, rowsOf } from './rows.js';
import { readUnruledTable } from './unruled-tables.js';

/** A stripe between columns, and the runs of rows that it parts or not. */
interface Gutter {
  readonly at: number;
  readonly bands: readonly Band[];
}

interface Band {
  readonly rows: Row[];
  readonly isParted: boolean;
}

/** Lines of running text are at least this long (ems) and fill this share of their column; cells of tables do not. */
const SHORTEST_LINE = 7;
const FILLED = 0.6;
/** So many lines of running text have a mark behind a letter, or the dots of a table of contents; rows of tables have none. */
const PUNCTUATED = 0.25;
const PUNCTUATION = /\p{L}[”’」』）》)]*[，。；、：！？,.;:!?]|[.…·]{3}/u;
const FEWEST_LINES = 3;
const FEWEST_KNOWN = 2;
const NARROWEST_GUTTER = 0.8;
/** How far apart (points) the same gutter is on two pages. */
const SAME_GUTTER = 6;
/** Columns within columns are not set deeper than this. */
const DEEPEST = 3;

/**
 * The lines of a page as one reads them: columns from left to right, between them what spans them. `gutters` are those of the
 * document: the ones found are added, and where one is known fewer lines are columns.
 */
export function linesInOrder(
  fragments: readonly Fragment[],
  gutters: Set<number> = new Set(),
  depth = DEEPEST,
): PageLine[] {
  const rows = rowsOf(fragments);
  const gutter = depth > 0 ? findGutter(rows, gutters) : null;
  if (gutter === null) return linesOf(rows);
  return gutter.bands.flatMap((band) => {
    if (!band.isParted) return linesOf(band.rows);
    const table = readUnruledTable(band.rows);
    if (table !== null) return table;
    gutters.add(gutter.at);
    return notesBehind(sidesOf(band.rows, gutter.at).map((side) => linesInOrder(side, gutters, depth - 1)));
  });
}

/** The white stripe down the region that parts most text into columns of prose; null where there is none. */
function findGutter(rows: readonly Row[], known: ReadonlySet<number>): Gutter | null {
  let best: (Gutter & { amount: number }) | null = null;
  for (const at of stripes(rows)) {
    const isKnown = [...known].some((gutter) => Math.abs(gutter - at) < SAME_GUTTER);
    const bands = bandsOf(rows, at, isKnown ? FEWEST_KNOWN : FEWEST_LINES);
    const amount = bands.filter(({ isParted }) => isParted).reduce((sum, band) => sum + band.rows.length, 0);
    if (amount > (best?.amount ?? 0)) best = { at, bands, amount };
  }
  return best;
}

/** The middles of all gaps within rows that are as wide as a gutter; each is tried once. */
function stripes(rows: readonly Row[]): number[] {
  const middles = new Set<number>();
  for (const { fragments } of rows) {
    const sorted = [...fragments].sort((a, b) => a.left - b.left);
    for (const [at, fragment] of sorted.entries()) {
      const before = sorted[at - 1];
      if (before !== undefined && fragment.left - before.right >= NARROWEST_GUTTER * fragment.size) {
        middles.add(Math.round(fragment.left - (NARROWEST_GUTTER * fragment.size) / 2));
      }
    }
  }
  return [...middles].sort((a, b) => a - b);
}

/** Runs of rows that the stripe parts into columns of prose, and the runs between them. */
function bandsOf(rows: readonly Row[], at: number, fewest: number): Band[] {
  const runs: Band[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    // Short lines above the columns are read first in any case: they belong to what spans both.
    const isBefore = run?.isParted !== true && row.fragments.every(({ right }) => right <= at);
    const isParted = !isBefore && row.fragments.every(({ left, right }) => right <= at || left >= at);
    if (run?.isParted === isParted) run.rows.push(row);
    else runs.push({ rows: [row], isParted });
  }
  const bands: Band[] = [];
  for (const run of runs) {
    const isParted = run.isParted && isProse(run, at, fewest);
    const band = bands.at(-1);
    if (!isParted && band?.isParted === false) pushAll(band.rows, run.rows);
    else bands.push({ rows: [...run.rows], isParted });
  }
  return bands;
}

function isProse({ rows }: Band, at: number, fewest: number): boolean {
  return sidesOf(rows, at).every((side) => {
    const lines = rowsOf(side);
    const widths = lines
      .map(extentOf)
      .map(({ left, right }) => right - left)
      .sort((a, b) => a - b);
    const middle = widths[Math.floor(widths.length / 2)] ?? 0;
    const size = side[0]?.size ?? 1;
    const punctuated = lines.filter(({ fragments }) => fragments.some(({ text }) => PUNCTUATION.test(text)));
    return (
      widths.length >= fewest &&
      middle >= SHORTEST_LINE * size &&
      middle >= FILLED * (widths.at(-1) ?? 0) &&
      punctuated.length >= PUNCTUATED * lines.length
    );
  });
}

function sidesOf(rows: readonly Row[], at: number): [Fragment[], Fragment[]] {
  const fragments = rows.flatMap((row) => row.fragments);
  return [fragments.filter(({ right }) => right <= at), fragments.filter(({ right }) => right > at)];
}
