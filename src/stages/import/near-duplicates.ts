import { compareByCodePoint } from '../../text/code-points.js';

/** Two cases of nearly the same text: the Jaccard similarity of the sets of their 5-grams, from 0 to 1. */
export interface NearDuplicate {
  readonly first: string;
  readonly second: string;
  readonly similarity: number;
}

/** A min-hash of the 5-grams of a text: texts that share most of them agree in most of its cells. */
export type Sketch = Uint32Array;

const GRAM = 5;
const CELLS = 128;
const CELLS_PER_BAND = 4;
const EMPTY = 0xffffffff;
const SIMILAR = 0.8;
/** Four standard errors below SIMILAR: sketches that agree less are not worth comparing their texts. */
const PROMISING = 0.65;
/** Earlier cases of a bucket that a case is compared with, so that a thousand alike take linear time. */
const MOST_COMPARED = 8;
/** Longer texts (UTF-16 units) are not held in memory gram by gram: what their sketches say stands. */
export const LONGEST_COMPARED = 2 ** 20;

/** The sketch of a text (Broder 1997, by one permutation as Li, Owen and Zhang 2012), in UTF-16 units. */
export function sketchText(text: string): Sketch {
  const { add, close } = openSketch();
  add(text);
  return close();
}

/** The sketch of a text that comes piece by piece. */
export function openSketch(): { readonly add: (text: string) => void; readonly close: () => Sketch } {
  const sketch = new Uint32Array(CELLS).fill(EMPTY);
  const count = (text: string, at: number) => {
    const hash = hashGram(text, at);
    const cell = hash % CELLS;
    const value = Math.floor(hash / CELLS);
    if (value < (sketch[cell] as number)) sketch[cell] = value;
  };
  let rest = '';
  let isShort = true;
  return {
    add: (text) => {
      const all = rest + text;
      const end = all.length - GRAM + 1;
      for (let at = 0; at < end; at += 1) count(all, at);
      isShort &&= end <= 0;
      rest = all.slice(Math.max(0, end));
    },
    close: () => {
      if (isShort) count(rest, 0);
      return fillEmpty(sketch);
    },
  };
}

/**
 * The near-duplicates among cases, each sure by its texts (`textOf`; null for one that is longer than
 * `LONGEST_COMPARED`). Of many alike each is told with one of the others, not with all. Only pairs with a new case count.
 */
export function findNearDuplicates(
  sketches: ReadonlyMap<string, Sketch>,
  textOf: (id: string) => string | null,
  isNew: (id: string) => boolean = () => true,
): NearDuplicate[] {
  const ids = [...sketches.keys()].sort(compareByCodePoint);
  const groups = new Map<string, string>();
  const groupOf = (id: string): string => {
    let group = id;
    for (let next = groups.get(group); next !== undefined; next = groups.get(group)) group = next;
    return group;
  };
  const compared = new Set<string>();
  const found: NearDuplicate[] = [];
  for (const bucket of buckets(sketches, ids)) {
    for (const [at, second] of bucket.entries()) {
      for (const first of bucket.slice(Math.max(0, at - MOST_COMPARED), at)) {
        const pair = `${first}\n${second}`;
        if (compared.has(pair) || groupOf(first) === groupOf(second)) continue;
        compared.add(pair);
        if (!isNew(first) && !isNew(second)) continue;
        const estimate = agreement(sketches.get(first), sketches.get(second));
        if (estimate < PROMISING) continue;
        const similarity = jaccard(textOf(first), textOf(second)) ?? estimate;
        if (similarity < SIMILAR) continue;
        groups.set(groupOf(second), groupOf(first));
        found.push({ first, second, similarity });
      }
    }
  }
  return found.sort((a, b) => compareByCodePoint(a.first, b.first) || compareByCodePoint(a.second, b.second));
}

/** The cases that agree in all cells of some band, band by band. */
function* buckets(sketches: ReadonlyMap<string, Sketch>, ids: readonly string[]): Generator<string[]> {
  for (let band = 0; band < CELLS; band += CELLS_PER_BAND) {
    const alike = new Map<string, string[]>();
    for (const id of ids) {
      const key = (sketches.get(id) as Sketch).subarray(band, band + CELLS_PER_BAND).join(' ');
      const bucket = alike.get(key);
      if (bucket === undefined) alike.set(key, [id]);
      else bucket.push(id);
    }
    for (const bucket of alike.values()) if (bucket.length > 1) yield bucket;
  }
}

function agreement(a: Sketch | undefined, b: Sketch | undefined): number {
  let equal = 0;
  for (let cell = 0; cell < CELLS; cell += 1) if (a?.[cell] === b?.[cell]) equal += 1;
  return equal / CELLS;
}

/** The similarity of two texts: 5-grams that both have, of those that either has; null for texts too long to say. */
export function jaccard(a: string | null, b: string | null): number | null {
  if (a === null || b === null || Math.max(a.length, b.length) > LONGEST_COMPARED) return null;
  const [gramsOfA, gramsOfB] = [grams(a), grams(b)];
  let shared = 0;
  for (const gram of gramsOfA) if (gramsOfB.has(gram)) shared += 1;
  const either = gramsOfA.size + gramsOfB.size - shared;
  return shared / either;
}

function grams(text: string): Set<string> {
  const found = new Set<string>();
  const last = Math.max(0, text.length - GRAM);
  for (let at = 0; at <= last; at += 1) found.add(text.slice(at, at + GRAM));
  return found;
}

/** FNV-1a over the units of a gram, with the finish of murmur3. */
function hashGram(text: string, at: number): number {
  let hash = 0x811c9dc5;
  const end = Math.min(text.length, at + GRAM);
  for (let i = at; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Cells that a short text left empty take what the next filled one holds (Shrivastava and Li 2014). */
function fillEmpty(sketch: Sketch): Sketch {
  const filled = sketch.slice();
  for (let cell = 0; cell < CELLS; cell += 1) {
    for (let step = 1; filled[cell] === EMPTY && step < CELLS; step += 1) {
      filled[cell] = sketch[(cell + step) % CELLS] as number;
    }
  }
  return filled;
}
