import type { Region, RegionKind } from '../model/region.js';
import type { Span } from '../model/span.js';
import type { ReadContext } from '../project/context.js';
import { findCase } from '../project/find-case.js';
import { recognisePlain } from '../project/recognise-regions.js';
import { kindsInScope } from '../store/counted-text.js';
import { readNormalizedText } from '../store/normalized-text-table.js';
import { readRegions, readTextScope } from '../store/region-table.js';
import { codePointLength, offsetMap } from '../text/code-points.js';
import { rawSpan } from '../text/origins.js';
import { partitionPoint } from '../text/partition-point.js';

/** A region of a case as it is shown: `start` and `end` point into the raw text, `text` is how it begins when clean. */
export interface ShownRegion extends Span {
  readonly kind: RegionKind;
  readonly speaker: string | null;
  readonly isCounted: boolean;
  readonly firstParagraph: number;
  readonly lastParagraph: number;
  /** Code points of the clean text, without the label of a turn. */
  readonly characters: number;
  readonly text: string;
}

/** The regions of a case, which together cover its clean text. */
export interface CaseRegions {
  readonly id: string;
  readonly counted: readonly RegionKind[];
  /** Whether the regions are recognised from the plain text alone. */
  readonly isFromPlainText: boolean;
  readonly regions: readonly ShownRegion[];
}

/** Code points of a region that are shown. */
const SHOWN = 40;

/** All regions of a case in order, body included. */
export function showRegions({ store }: ReadContext, caseId: string): CaseRegions {
  const { id, version } = findCase(store, caseId);
  const scope = readTextScope(store, id, version);
  const counted = kindsInScope(store, scope);
  const normalized = readNormalizedText(store, id, version) ?? { text: '', origins: [], steps: [] };
  const { text } = normalized;
  const offsets = offsetMap(text);
  const paragraphs = Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ index }) => offsets.toCodePoint(index));
  const known = scope ? readRegions(store, id, version) : [...recognisePlain([text])];
  const regions = withBody(known, offsets.length).flatMap((region): ShownRegion[] => {
    const { kind, start, end, speaker, speechStart = start } = region;
    const clean = text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
    if (clean.trim() === '') return [];
    const speech = text.slice(offsets.toUtf16(speechStart), offsets.toUtf16(end));
    const begin = start + codePointLength(clean) - codePointLength(clean.trimStart());
    return [
      {
        kind,
        ...rawSpan(normalized, { start, end }),
        speaker: speaker ?? null,
        isCounted: counted.includes(kind),
        firstParagraph: partitionPoint(paragraphs.length, (at) => (paragraphs[at] as number) <= begin),
        lastParagraph: partitionPoint(paragraphs.length, (at) => (paragraphs[at] as number) < end),
        characters: end - speechStart,
        text: [...speech.trim()].slice(0, SHOWN).join(''),
      },
    ];
  });
  return { id, counted, isFromPlainText: scope?.isFromPlainText ?? true, regions };
}

/** Regions with the body between them. */
function withBody(regions: readonly Region[], length: number): Region[] {
  const all: Region[] = [];
  let done = 0;
  for (const region of regions) {
    if (region.start > done) all.push({ kind: 'body', start: done, end: region.start });
    all.push(region);
    done = region.end;
  }
  if (length > done) all.push({ kind: 'body', start: done, end: length });
  return all;
}
