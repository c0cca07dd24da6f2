import type { Mark } from '../../../model/mark.js';
import type { NormalizedText } from '../../../model/normalized-text.js';
import type { Region, RegionKind } from '../../../model/region.js';
import { findContents } from '../../../text/contents.js';
import { findCaptions } from './captions.js';
import { findFrontMatter } from './front-matter.js';
import { findHeadings } from './headings.js';
import { markFinder } from './marks.js';
import { findReferences } from './references.js';
import { type LineKinds, type RegionLine, readRegionLines } from './region-line.js';
import { findTableRows } from './tables.js';
import { findTranscriptRows } from './transcript-tables.js';
import { findTurns } from './turns.js';

/** Neighbours of these kinds are one region. */
const RUNNING: ReadonlySet<RegionKind> = new Set(['table', 'references', 'front-matter', 'contents']);

/**
 * The regions of a clean text: what its structure says by marks, and what its lines look like where it says nothing.
 * They rise and do not overlap; what they leave is body.
 */
export function recogniseRegions(
  normalized: Pick<NormalizedText, 'text' | 'origins'>,
  marks: readonly Mark[] = [],
): Region[] {
  const lines = readRegionLines(normalized.text, markFinder(normalized, marks));
  const kinds = new Map<number, RegionKind>();
  const said = findTranscriptRows(lines);
  for (const [at, { mark }] of lines.entries()) if (mark !== undefined && !said.has(at)) kinds.set(at, mark);
  // Lists have headings of their own, which belong to them.
  const learn = (found: LineKinds, over?: RegionKind) => {
    for (const [at, kind] of found) if (!kinds.has(at) || kinds.get(at) === over) kinds.set(at, kind);
  };
  learn(contentsLines(lines), 'heading');
  learn(findReferences(lines), 'heading');
  learn(new Map([...findTableRows(lines)].filter(([at]) => !said.has(at))));
  learn(findCaptions(lines, kinds), 'heading');
  const frontMatter = findFrontMatter(lines, kinds).map(
    (span): Region => ({ kind: 'front-matter', ...span }),
  );
  const taken = takeLines(lines, kinds, frontMatter);
  const turns = findTurns(lines, taken);
  learn(findHeadings(lines, takeLines(lines, taken, turns)));
  return compose(lines, kinds, [...frontMatter, ...turns]);
}

function contentsLines(lines: readonly RegionLine[]): LineKinds {
  const found = new Map<number, RegionKind>();
  for (const { start, end } of findContents(lines.map(({ text }) => text)))
    for (let at = start; at < end; at += 1) found.set(at, 'contents');
  return found;
}

/** What lines are known to be, with those that a region covers in whole or in part. */
function takeLines(lines: readonly RegionLine[], known: LineKinds, regions: readonly Region[]): LineKinds {
  const taken = new Map(known);
  let at = 0;
  for (const { kind, start, end } of regions) {
    while (at > 0 && (lines[at - 1]?.end ?? 0) > start) at -= 1;
    for (; at < lines.length && (lines[at] as RegionLine).start < end; at += 1) {
      if ((lines[at] as RegionLine).end > start) taken.set(at, kind);
    }
  }
  return taken;
}

function compose(lines: readonly RegionLine[], kinds: LineKinds, parts: readonly Region[]): Region[] {
  const covered = takeLines(lines, new Map(), parts);
  const regions: Region[] = [...parts];
  for (const [at, { start, end }] of lines.entries()) {
    const kind = kinds.get(at);
    if (kind !== undefined && !covered.has(at)) regions.push({ kind, start, end });
  }
  regions.sort((a, b) => a.start - b.start);
  return regions.reduce<Region[]>((merged, region) => {
    const last = merged.at(-1);
    const isNeighbour = last?.kind === region.kind && last.end + 1 === region.start;
    if (last !== undefined && isNeighbour && RUNNING.has(region.kind)) {
      merged[merged.length - 1] = { ...last, end: region.end };
    } else merged.push(region);
    return merged;
  }, []);
}
