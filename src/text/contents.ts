/** Lines one after the other, from the first up to one that is no longer of them. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

const TITLE =
  /^[\s【［[（(]*(?:目\s*[录次]|(?:插?图|表格?|图表)\s*(?:目\s*录|清\s*单|索\s*引)|(?:table of )?contents|list of (?:figures|tables))[\s】］\])）：:]*$/i;
const PAGE = '[（(]?(?:\\d{1,4}|[ivxlIVXL]{1,6})[）)]?';
const DOT = '[.…·．⋯•﹒_-]';
// Only from where dots begin: from each of 50,000 it takes half a minute.
const LEADER = new RegExp(`(?<!${DOT}\\s?)(?:${DOT}\\s?){3,}\\s*${PAGE}$|(?<!…)…{2,}\\s*${PAGE}$`);
const TAB_PAGE = new RegExp(`\\t\\s*${PAGE}$`);
const GLUED_PAGE = /[^\d.％%]\s?\d{1,3}$/;
const SENTENCE_MARK = /[。！？；]/;
const LONGEST_ENTRY = 60;
const FEWEST_ENTRIES = 2;
const FEWEST_WITHOUT_TITLE = 3;

/**
 * Tables of contents, as spans of lines, none of them blank: under their title, with pages or repeated as headings later; else runs
 * of lines with leaders.
 */
export function findContents(lines: readonly string[]): LineRange[] {
  const found: LineRange[] = [];
  let last: ReadonlyMap<string, number> | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const isTitle = isContentsTitle(lines[at] ?? '');
    if (isTitle) last ??= lastPlaces(lines);
    const end = last && isTitle ? endUnderTitle(lines, at, last) : endOfLeaders(lines, at);
    if (end === null) continue;
    found.push({ start: at, end });
    at = end - 1;
  }
  return found;
}

/** Whether a line is the title of a table of contents. */
export function isContentsTitle(line: string): boolean {
  return TITLE.test(line);
}

function endUnderTitle(
  lines: readonly string[],
  title: number,
  last: ReadonlyMap<string, number>,
): number | null {
  const seen = new Set<string>();
  let paged = 0;
  let repeated = 0;
  let end = title + 1;
  let lastPaged = end;
  let lastRepeated = end;
  for (; end < lines.length; end += 1) {
    const text = lines[end] as string;
    const name = entryName(text);
    if (text.length > LONGEST_ENTRY || (SENTENCE_MARK.test(text) && !hasPage(text)) || seen.has(name)) break;
    seen.add(name);
    if (hasPage(text) || GLUED_PAGE.test(text)) {
      paged += 1;
      lastPaged = end + 1;
    }
    if ((last.get(name) ?? 0) > end) {
      repeated += 1;
      lastRepeated = end + 1;
    }
  }
  if (paged >= FEWEST_ENTRIES && paged * 2 >= lastPaged - title - 1) return lastPaged;
  if (repeated >= FEWEST_ENTRIES && repeated * 2 >= lastRepeated - title - 1) return lastRepeated;
  return null;
}

function endOfLeaders(lines: readonly string[], first: number): number | null {
  let end = first;
  while (LEADER.test(lines[end] ?? '')) end += 1;
  return end - first >= FEWEST_WITHOUT_TITLE ? end : null;
}

function hasPage(text: string): boolean {
  return LEADER.test(text) || TAB_PAGE.test(text);
}

/** An entry without its page and blanks, as the heading that it names is written. */
export function entryName(text: string): string {
  return text.replace(LEADER, '').replace(TAB_PAGE, '').replaceAll(/\s+/g, '');
}

function lastPlaces(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, text] of lines.entries()) {
    if (text.length <= LONGEST_ENTRY) places.set(entryName(text), at);
  }
  return places;
}
