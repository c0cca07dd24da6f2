import type { HeadKey } from './head-keys.js';
import type { Line } from './lines.js';
import type { PageLayout } from './page-layout.js';
import { isNumber } from './page-numbers.js';
import type { Pages } from './pages.js';
import type { Tears } from './tears.js';

/** A line at the edges of so many pages may be their head. */
export const FEWEST_PAGES = 3;
const FEWEST_NUMBERED_PAGES = 2;
const FEWEST_TORN = 2;

/** The lines that pages begin with to which a sentence runs over from the page before; what comes again is passed over. */
export function findTornStarts(
  lines: readonly Line[],
  pages: Pages,
  places: ReadonlyMap<HeadKey, readonly number[]>,
  tears: Tears,
): ReadonlySet<Line> {
  const aside = new Set<Line>(lines.filter(isNumber));
  for (const same of places.values())
    if (same.length > 1) for (const at of same) aside.add(lines[at] as Line);
  const torn = new Set<Line>();
  let before: Line | undefined;
  let start: Line | undefined;
  for (const line of lines) {
    if (pages.starts.has(line)) start = line;
    if (aside.has(line)) continue;
    if (start !== undefined && tears.isTorn(before, line, 'page')) torn.add(start);
    before = line;
    start = undefined;
  }
  return torn;
}

/**
 * At how many edges of pages a line is their head. Pages that no sentence runs over are sheets, such as forms: what comes
 * again on each of them is said on each, unless the pages have numbers and nothing else in common.
 */
export function fewestAtEdges(
  lines: readonly Line[],
  pages: Pages,
  layout: PageLayout | null,
  torn: ReadonlySet<Line>,
): number {
  if (pages.starts.size === 0) return Number.POSITIVE_INFINITY;
  const isRunning = torn.size > 0 || (layout !== null && pages.areNumbered && !areSheets(lines, pages));
  if (!isRunning) return Number.POSITIVE_INFINITY;
  return pages.areNumbered ? FEWEST_NUMBERED_PAGES : FEWEST_PAGES;
}

/**
 * Whether lines that come again at the beginning of pages are headings: no sentence runs over to any of these pages, though some
 * do to several others, as where each case of a collection begins on a page of its own.
 */
export function areHeadings(
  lines: readonly Line[],
  { starts }: Pages,
  torn: ReadonlySet<Line>,
  same: readonly { readonly at: number }[],
): boolean {
  if (torn.size < FEWEST_TORN || same.length < FEWEST_PAGES) return false;
  return same.every(({ at }) => {
    const first = [at, at - 1].find((place) => place === 0 || starts.has(lines[place] as Line));
    return first !== undefined && !torn.has(lines[first] as Line);
  });
}

/** Whether a label or a line within the pages comes again on half of them, as on sheets of one form. */
function areSheets(lines: readonly Line[], { starts, edges }: Pages): boolean {
  const lastPages = new Map<string, number>();
  const counts = new Map<string, number>();
  let page = 0;
  for (const line of lines) {
    if (starts.has(line)) page += 1;
    if (edges.has(line)) continue;
    const label = /^[^：:]{1,12}[：:]/.exec(line.text)?.[0] ?? line.text;
    if (lastPages.get(label) === page) continue;
    lastPages.set(label, page);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count * 2 > page);
}
