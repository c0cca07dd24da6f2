import { useMemo, useRef } from 'preact/hooks';
import type { Span } from '../../../../model/span.js';
import type { MarkedWord } from '../../../../workflow/mark-case-words.js';
import type { ReadLine } from '../../../../workflow/read-case-text.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import type { FindLines } from './find-lines.js';
import { lanesOf } from './lanes.js';
import { stretchOfRaw } from './places.js';
import type { Layer } from './segments.js';

/** What a part of the text is marked as; `key` says apart what looks alike. */
export interface Mark {
  readonly type:
    | 'coding'
    | 'chosen'
    | 'keyword'
    | 'new-word'
    | 'left-out'
    | 'removed'
    | 'hit'
    | 'hit-here'
    | 'selected';
  readonly key: string;
}

/** A coding in the margin beside a line, from a share of its height to another. */
export interface Stripe {
  readonly passage: ReadPassage;
  readonly lane: number;
  readonly top: number;
  readonly height: number;
  readonly isChosen: boolean;
}

/** All that is drawn on a line. */
export interface LineLook {
  readonly layers: readonly Layer<Mark>[];
  readonly stripes: readonly Stripe[];
}

/** What is laid over a text. */
export interface Overlay {
  readonly passages: readonly ReadPassage[];
  readonly chosen: string | null;
  readonly words: readonly (MarkedWord & { readonly type: 'keyword' | 'new-word' })[];
  readonly hits: readonly Span[];
  readonly hitHere: Span | null;
  readonly selected: Span | null;
  readonly showsRegions: boolean;
}

/** Raw characters that part two stripes of one lane: about a line of the text. */
const LANE_GAP = 36;

const NOTHING: LineLook = { layers: [], stripes: [] };

/** So many lines are drawn together. */
export const BLOCK = 64;

/** What is known of the looks of a text: by line what tells looks apart, by block the looks. */
interface KnownLooks {
  readonly lines: readonly ReadLine[];
  readonly signatures: string[];
  readonly blocks: (readonly LineLook[])[];
}

/**
 * What is drawn on each line, block by block; the look of a line on which nothing changed stays the same object, and so does a
 * block in which nothing changed.
 */
export function useLineLooks(
  lines: readonly ReadLine[],
  find: FindLines,
  overlay: Overlay,
): readonly (readonly LineLook[])[] {
  const known = useRef<KnownLooks>({ lines, signatures: [], blocks: [] });
  if (known.current.lines !== lines) known.current = { lines, signatures: [], blocks: [] };
  return useMemo(() => {
    const { signatures, blocks } = known.current;
    const looks = drawLines(lines, find, overlay);
    for (let first = 0; first < lines.length; first += BLOCK) {
      const before = blocks[first / BLOCK];
      const block = lines.slice(first, first + BLOCK).map((_, at) => {
        const look = looks.get(first + at) ?? NOTHING;
        const signature = signatureOf(look);
        const same = signatures[first + at] === signature ? before?.[at] : undefined;
        signatures[first + at] = signature;
        return same ?? look;
      });
      if (!before || block.some((look, at) => look !== before[at])) blocks[first / BLOCK] = block;
    }
    return [...blocks];
  }, [lines, find, ...Object.values(overlay)]);
}

const signatureOf = ({ layers, stripes }: LineLook) =>
  [
    ...layers.map(({ stretch, mark }) => `${mark.type}${mark.key}:${stretch}`),
    ...stripes.map(
      ({ passage, lane, isChosen }) => `${passage.id}${passage.status}${passage.code}${lane}${isChosen}`,
    ),
  ].join();

function drawLines(
  lines: readonly ReadLine[],
  find: FindLines,
  { passages, chosen, words, hits, hitHere, selected, showsRegions }: Overlay,
): Map<number, { layers: Layer<Mark>[]; stripes: Stripe[] }> {
  const looks = new Map<number, { layers: Layer<Mark>[]; stripes: Stripe[] }>();
  const lookOf = (index: number) => {
    const known = looks.get(index) ?? { layers: [], stripes: [] };
    looks.set(index, known);
    return known;
  };
  const lay = (span: Span, mark: Mark) => {
    for (const index of find(span)) {
      const stretch = stretchOfRaw(lines[index] as ReadLine, span);
      if (stretch) lookOf(index).layers.push({ stretch, mark });
    }
  };
  for (const [index, line] of lines.entries()) {
    for (const stretch of line.removed) {
      lookOf(index).layers.push({ stretch, mark: { type: 'removed', key: '' } });
    }
    if (!showsRegions) continue;
    for (const stretch of line.leftOut) {
      lookOf(index).layers.push({ stretch, mark: { type: 'left-out', key: '' } });
    }
  }
  const placed = passages.filter(({ end }) => end > 0);
  const lanes = lanesOf(placed, LANE_GAP);
  for (const [at, passage] of placed.entries()) {
    const isChosen = passage.id === chosen;
    for (const index of find(passage)) {
      const line = lines[index] as ReadLine;
      const stretch = stretchOfRaw(line, passage);
      if (!stretch) continue;
      const mark: Mark = { type: isChosen ? 'chosen' : 'coding', key: passage.id };
      const length = Math.max(1, line.text.length);
      lookOf(index).layers.push({ stretch, mark });
      lookOf(index).stripes.push({
        passage,
        lane: lanes[at] ?? 0,
        top: stretch[0] / length,
        height: (stretch[1] - stretch[0]) / length,
        isChosen,
      });
    }
  }
  for (const { word, type, ...span } of words) lay(span, { type, key: word });
  for (const hit of hits) lay(hit, { type: hit === hitHere ? 'hit-here' : 'hit', key: '' });
  if (selected) lay(selected, { type: 'selected', key: '' });
  return looks;
}
