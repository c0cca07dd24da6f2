import type { Line } from './lines.js';
import { findPageNumbers } from './page-numbers.js';
import type { Tears } from './tears.js';

/** Where the pages of a text begin and end. */
export interface Pages {
  /** The lines that pages begin with, but for the first page. */
  readonly starts: ReadonlySet<Line>;
  /** The lines at the head and foot of every page. */
  readonly edges: ReadonlySet<Line>;
  /** Whether the number of every page is printed. */
  readonly areNumbered: boolean;
}

const FEWEST_PAGES = 3;
/** Lines between one page number and the next, at the least. */
const SHORTEST_PAGE = 5;

/** The pages that form feeds tell; in a text without them those that the numbers of pages tell. */
export function findPages(lines: readonly Line[], tears: Tears): Pages {
  const starts = new Set(lines.filter((line) => line.afterPageBreak));
  if (starts.size > 0) {
    const edges =
      starts.size + 1 < FEWEST_PAGES
        ? new Set<Line>()
        : edgesAt(lines, (at) => starts.has(lines[at] as Line));
    const numbers = findPageNumbers(lines, edges, new Set(), tears);
    return { starts, edges, areNumbered: numbers.size >= starts.size };
  }
  const numbers = findPageNumbers(lines, new Set(), new Set(), tears);
  const places = [...lines.keys()].filter((at) => numbers.has(lines[at] as Line));
  const areApart = places.every((at, index) => index === 0 || at - (places[index - 1] ?? 0) >= SHORTEST_PAGE);
  if (places.length + 1 < FEWEST_PAGES || !areApart) return { starts, edges: new Set(), areNumbered: false };
  const isBorder = (at: number) => numbers.has(lines[at] as Line) || numbers.has(lines[at - 1] as Line);
  return {
    starts: new Set(places.map((at) => lines[at] as Line)),
    edges: edgesAt(lines, isBorder),
    areNumbered: true,
  };
}

/** The first two lines behind the beginning of a page and the last two before it. */
function edgesAt(lines: readonly Line[], isStart: (at: number) => boolean): Set<Line> {
  return new Set(
    lines.filter((_, at) => {
      const isHead = [at, at - 1].some((first) => first <= 0 || isStart(first));
      const isFoot = [at + 1, at + 2].some((next) => next >= lines.length || isStart(next));
      return isHead || isFoot;
    }),
  );
}
