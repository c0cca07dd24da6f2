import type { Mark } from '../../../model/mark.js';
import type { NormalizedText, OriginRun } from '../../../model/normalized-text.js';
import type { RegionKind } from '../../../model/region.js';
import { offsetMap } from '../../../text/code-points.js';
import { findTables } from '../markup/convert-tables.js';
import { readLatexDocument } from '../markup/latex-document.js';

const HEADING = /^[ \t]{0,3}#{1,6}(?:[ \t]+|(?<=##)(?=[^#\s]))\S[^\r\n]*$/gm;
const UNDERLINED = /^(?![ \t]*[-=|])[^\r\n]{1,60}(?=\r?\n={3,}[ \t]*$)/gm;
const BOLD = /^[ \t]*\*\*[^*\r\n：:]{1,40}\*\*[ \t]*$/gm;
const NOTE = /^\[\^[^[\]\s]{1,40}\]:[ \t]*\S[^\r\n]*$/gm;
/** A line in bold letters is a heading when it is no sentence; one of two halves is short. */
const SENTENCE = /[。！？；]|，(?:.*，|.{15})/;

/** What the markup of a raw text says of its structure: the headings of Markdown, tables of Markdown and HTML. */
export function marksOfMarkup(text: string): Mark[] {
  const spans: Mark[] = findTables(text).map(({ start, end }) => ({ kind: 'table', start, end }));
  for (const [sign, pattern] of [
    ['#', HEADING],
    ['===', UNDERLINED],
    ['**', BOLD],
    ['[^', NOTE],
  ] as const) {
    if (!text.includes(sign)) continue;
    for (const { 0: line, index } of text.matchAll(pattern)) {
      if (pattern === BOLD && SENTENCE.test(line)) continue;
      const kind = pattern === NOTE ? ('note' as const) : ('heading' as const);
      spans.push({ kind, start: index, end: index + line.length });
    }
  }
  if (text.includes('\\')) spans.push(...(readLatexDocument(text)?.regions ?? []));
  if (spans.length === 0) return [];
  const offsets = offsetMap(text);
  return spans
    .map(({ kind, start, end }) => ({
      kind,
      start: offsets.toCodePoint(start),
      end: offsets.toCodePoint(end),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What marks of the raw text say of a span of the clean text: the kind of most of it, if half of it has one. */
export function markFinder(
  { origins }: Pick<NormalizedText, 'origins'>,
  marks: readonly Mark[],
): (start: number, end: number) => RegionKind | undefined {
  if (marks.length === 0) return () => undefined;
  let from = 0;
  return (start, end) => {
    const shares = new Map<RegionKind, number>();
    for (let index = runAt(origins, start); index < origins.length; index += 1) {
      const run = origins[index] as OriginRun;
      if (run.start >= end) break;
      const left = Math.max(start, run.start);
      const right = Math.min(end, run.start + run.length);
      const rawLeft = run.width === null ? run.origin + left - run.start : run.origin;
      const rawRight = run.width === null ? run.origin + right - run.start : run.origin + run.width;
      // Lines rise, and so do the places that they came from; only notes behind the text begin again.
      if (from > 0 && (marks[from - 1] as Mark).end > rawLeft) from = 0;
      while (from < marks.length && (marks[from] as Mark).end <= rawLeft) from += 1;
      for (let at = from; at < marks.length && (marks[at] as Mark).start < rawRight; at += 1) {
        const mark = marks[at] as Mark;
        const covered = Math.min(rawRight, mark.end) - Math.max(rawLeft, mark.start);
        const share = run.width === null ? covered : right - left;
        if (covered > 0) shares.set(mark.kind, (shares.get(mark.kind) ?? 0) + share);
      }
    }
    let best: RegionKind | undefined;
    for (const [kind, share] of shares)
      if (share * 2 >= end - start && share > (shares.get(best as RegionKind) ?? 0)) best = kind;
    return best;
  };
}

function runAt(origins: readonly OriginRun[], place: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origins[middle] as OriginRun).start <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
