import type { Store } from './store.js';

/** Somebody who codes, or the program itself (`zhagen`). */
export interface Coder {
  readonly name: string;
  /** As an exchange file gave it; null: derived from the name. */
  readonly guid: string | null;
}

/** Makes a coder known to the project. */
export function saveCoder(store: Store, name: string): void {
  store.run('INSERT INTO coder VALUES (?, NULL) ON CONFLICT DO NOTHING', name);
}

/** Gives a coder the GUID that exchange files know them by, and makes them known to the project. */
export function saveCoderGuid(store: Store, name: string, guid: string): void {
  store.run(
    'INSERT INTO coder VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET guid = excluded.guid',
    name,
    guid,
  );
}

/** The coders of the project in code point order. */
export function readCoders(store: Store): Coder[] {
  return store.all<Coder>('SELECT name, guid FROM coder ORDER BY name');
}

/** The names of those who decided anything, in the order of their first decisions: it never changes, only grows. */
export function codersInOrder(store: Store): string[] {
  return store
    .all<{ coder: string }>('SELECT coder FROM decision GROUP BY coder ORDER BY min(revision)')
    .map(({ coder }) => coder);
}
