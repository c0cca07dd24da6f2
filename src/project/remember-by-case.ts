import { readCodingStamps } from '../store/coding-stamps.js';
import type { Store } from '../store/store.js';

/** What is remembered of the coding under a codebook. */
interface OfCoding {
  readonly name: string;
  readonly codebookId: string;
}

interface Remembered<T> {
  readonly stamp: string;
  readonly value: T | undefined;
}

/** Of each store, and of what lies over it. */
const known = new WeakMap<object, Map<string, ReadonlyMap<string, Remembered<unknown>>>>();

/**
 * What `read` makes of each case from its coding under a codebook, in code point order of the cases: read again of those cases
 * alone in which something was written since. Cases of which `read` makes nothing are not among them.
 * @param read is given the cases that it is to read, in the same order
 */
export function rememberByCase<T>(
  store: Store,
  { name, codebookId }: OfCoding,
  read: (caseIds: readonly string[]) => ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const key = `${name} ${codebookId}`;
  return store.remember(`${key} by case`, () => {
    const stamps = store.remember(`coding stamps ${codebookId}`, () => readCodingStamps(store, codebookId));
    // Seals say what the file says, as soon as it is committed.
    if (store.overlay?.written === null || store.hasUnsealed) return read([...stamps.keys()]);
    const place = store.overlay ?? store;
    const here = known.get(place) ?? new Map<string, ReadonlyMap<string, Remembered<unknown>>>();
    const before = (here.get(key) ?? new Map()) as ReadonlyMap<string, Remembered<T>>;
    const fresh = read([...stamps].flatMap(([id, stamp]) => (before.get(id)?.stamp === stamp ? [] : id)));
    const now = new Map(
      [...stamps].map(([id, stamp]) => {
        const one = before.get(id);
        return [id, one?.stamp === stamp ? one : { stamp, value: fresh.get(id) }] as const;
      }),
    );
    known.set(place, here.set(key, now));
    return new Map(
      [...now].flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value] as const])),
    );
  });
}
