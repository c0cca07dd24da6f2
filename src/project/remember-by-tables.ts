import { readTableStamp } from '../store/coding-stamps.js';
import type { Store } from '../store/store.js';

/** What is remembered, and the tables that it is read from beside texts and statistics. */
interface OfTables {
  readonly name: string;
  readonly tables: readonly string[];
}

interface Remembered {
  readonly stamp: string;
  readonly value: unknown;
}

/** Of each store, and of what lies over it. */
const known = new WeakMap<object, Map<string, Remembered>>();

/** What `read` makes of some tables: read again only after something was written into one of them. */
export function rememberByTables<T>(store: Store, { name, tables }: OfTables, read: () => T): T {
  // Seals say what the file says, as soon as it is committed.
  if (store.overlay?.written === null || store.hasUnsealed) return read();
  const stamp = store.remember(`stamp of ${tables}`, () => readTableStamp(store, tables));
  const place = store.overlay ?? store;
  const here = known.get(place) ?? new Map<string, Remembered>();
  const before = here.get(name);
  if (before?.stamp === stamp) return before.value as T;
  const value = read();
  known.set(place, here.set(name, { stamp, value }));
  return value;
}
