import { type Region, type RegionKind, regionKinds } from '../model/region.js';
import type { Span } from '../model/span.js';
import type { ReadContext } from '../project/context.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { maskSealed } from '../project/sealed-places.js';
import { textStamp } from '../project/text-stamp.js';
import { leftOutSpans } from '../store/counted-text.js';
import { readTracedText } from '../store/normalized-text-table.js';
import { readRegions } from '../store/region-table.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import { readSentences } from '../store/sentence-table.js';
import { offsetMap } from '../text/code-points.js';
import { uniteSpans } from '../text/counted-text.js';
import { cutOrigins, rawSpan } from '../text/origins.js';
import { partitionPoint } from '../text/partition-point.js';

/** How a text is read: as it was cleaned, or raw, with what cleaning left out. */
export type TextForm = 'clean' | 'raw';

/** A stretch of a line: code points from its beginning, `[start, end]`. */
export type Stretch = readonly [start: number, end: number];

/** Where code points of a line come from: `[start, length, origin, width]`; width 0 for one raw code point each. */
export type Origin = readonly [start: number, length: number, origin: number, width: number];

/** A sentence in a line, with the number of its paragraph and its own within it. */
export type ReadSentence = readonly [start: number, end: number, paragraph: number, sentence: number];

/** A line of a case as it is read; all stretches are code points of its text. */
export interface ReadLine {
  /** The number of the paragraph; null for a line without a sentence, and for one that goes on within a paragraph. */
  readonly paragraph: number | null;
  readonly text: string;
  readonly origins: readonly Origin[];
  readonly sentences: readonly ReadSentence[];
  readonly kind: RegionKind;
  readonly speaker: string | null;
  /** What does not count. */
  readonly leftOut: readonly Stretch[];
  /** What cleaning took away; only the raw text has it. */
  readonly removed: readonly Stretch[];
}

/** The text of a case line by line. */
export interface ReadText {
  readonly id: string;
  readonly version: string;
  /** That of the coding that it was read for. */
  readonly stamp: string;
  readonly form: TextForm;
  /** The kinds of regions that the text has, for those who choose what they see. */
  readonly kinds: readonly RegionKind[];
  readonly lines: readonly ReadLine[];
}

/** Sentences or regions by where they lie in the form of the text that is read. */
interface Placed extends Span {
  readonly paragraph: number;
  readonly sentence: number;
  readonly kind: RegionKind;
  readonly speaker: string | null;
}

/**
 * Reads the text of a case line by line, with its sentences, regions and what does not count; sealed statements are masked.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function readCaseText({ store }: ReadContext, caseId: string, form: TextForm = 'clean'): ReadText {
  const { id, version, text: raw } = requireOpenCase(store, caseId);
  const traced = readTracedText(store, id, version) ?? { text: '', origins: [] };
  const sealed = readSealedStatements(store, id, version);
  const { clean: list } = readSentences(store, id, version);
  const regions = readRegions(store, id, version);
  const placed = Array.from(list.starts, (start, at): Placed => {
    const cleanStart = list.cleanStarts[at] as number;
    const region = regionAt(regions, cleanStart);
    const isRaw = form === 'raw';
    return {
      start: isRaw ? start : cleanStart,
      end: (isRaw ? list.ends : list.cleanEnds)[at] as number,
      paragraph: list.paragraphs[at] as number,
      sentence: list.sentences[at] as number,
      kind: region?.kind ?? 'body',
      speaker: region?.speaker ?? null,
    };
  });
  const leftOut = leftOutSpans(store, id, version);
  const stamp = textStamp(store, id, version);
  const isKnown = new Set(placed.map(({ kind }) => kind));
  const kinds = regionKinds.filter((kind) => isKnown.has(kind));
  if (form === 'clean') {
    const masked = maskSealed(
      traced.text,
      sealed.map(({ clean }) => clean),
    );
    const originsOf = (span: Span) =>
      cutOrigins(traced.origins, span).map(
        ({ start, length, origin, width }): Origin => [start, length, origin, width ?? 0],
      );
    return { id, version, stamp, form, kinds, lines: [...linesOf(masked, placed, leftOut, [], originsOf)] };
  }
  const inRaw = uniteSpans(leftOut.map((span) => rawSpan(traced, span)));
  const kept = uniteSpans(
    traced.origins.map(({ length, origin, width }) => ({ start: origin, end: origin + (width ?? length) })),
  );
  const masked = maskSealed(raw, sealed);
  const removed = gapsBetween(kept, offsetMap(masked).length);
  const ordered = [...placed].sort((one, other) => one.start - other.start);
  const asIs = ({ start, end }: Span): Origin[] => (end > start ? [[0, end - start, start, 0]] : []);
  return { id, version, stamp, form, kinds, lines: [...linesOf(masked, ordered, inRaw, removed, asIs)] };
}

function* linesOf(
  text: string,
  sentences: readonly Placed[],
  leftOut: readonly Span[],
  removed: readonly Span[],
  originsOf: (span: Span) => readonly Origin[],
): Generator<ReadLine> {
  let start = 0;
  let lastParagraph = 0;
  for (const line of text.split('\n')) {
    const end = start + offsetMap(line).length;
    const own = overlapping(sentences, { start, end });
    const first = own[0];
    if (line.trim() !== '') {
      const paragraph = first && first.paragraph !== lastParagraph ? first.paragraph : null;
      if (first) lastParagraph = first.paragraph;
      yield {
        paragraph,
        text: line,
        origins: originsOf({ start, end }),
        sentences: stretches(own, start, end).map(([from, to], at) => {
          const { paragraph: number, sentence } = own[at] as Placed;
          return [from, to, number, sentence];
        }),
        kind: first?.kind ?? 'body',
        speaker: paragraph === null ? null : (first?.speaker ?? null),
        leftOut: stretches(overlapping(leftOut, { start, end }), start, end),
        removed: stretches(overlapping(removed, { start, end }), start, end),
      };
    }
    start = end + 1;
  }
}

/** Those of some rising spans that lie in a stretch, in part at least. */
function overlapping<T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] {
  const first = partitionPoint(spans.length, (at) => (spans[at] as Span).end <= start);
  const last = partitionPoint(spans.length, (at) => (spans[at] as Span).start < end);
  return spans.slice(first, Math.max(first, last));
}

const stretches = (spans: readonly Span[], start: number, end: number): Stretch[] =>
  spans.map((one) => [Math.max(one.start, start) - start, Math.min(one.end, end) - start]);

function gapsBetween(kept: readonly Span[], length: number): Span[] {
  const gaps: Span[] = [];
  let done = 0;
  for (const { start, end } of [...kept, { start: length, end: length }]) {
    if (start > done) gaps.push({ start: done, end: start });
    done = Math.max(done, end);
  }
  return gaps;
}

function regionAt(regions: readonly Region[], place: number): Region | undefined {
  const at = partitionPoint(regions.length, (one) => (regions[one] as Region).start <= place) - 1;
  const region = regions[at];
  return region && place < region.end ? region : undefined;
}
