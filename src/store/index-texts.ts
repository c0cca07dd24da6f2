import { symbolAt } from '../text/word-bounds.js';
import { readCountedParts } from './counted-text.js';
import {
  casesWithoutIndex,
  countIndexedPlaces,
  saveIndexedText,
  setIndexValid,
} from './indexed-text-table.js';
import { type OpenPlaces, openPlacesAtEnd } from './places-block.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** Brings texts into the index of strings, inside the transaction that writes them. */
export interface OpenTextIndex {
  /** Indexes the counted text of the current version of a case, in the place of what was indexed of the case. */
  readonly add: (caseId: string, version: string) => void;
  /** Says that the counted text of a case, though written again, is the one that was indexed. */
  readonly keep: (caseId: string, version: string) => void;
  readonly close: () => void;
}

/** Opens the index of strings for writing; it is complete when it is closed. */
export function openTextIndex(store: Store): OpenTextIndex {
  let places: OpenPlaces | undefined;
  return {
    add: (caseId, version) => {
      places ??= openPlacesAtEnd(store);
      const start = places.next();
      putParts(places, readCountedParts(store, caseId, version));
      saveIndexedText(store, caseId, start, places.next());
      // No string begins in one text and ends in the next.
      places.skip();
    },
    keep: (caseId, version) => setIndexValid(store, versionNumber(store, caseId, version), true),
    close: () => {
      if (places === undefined) return;
      places.close();
      // Places of texts that are gone are freed when they are the most.
      if (countIndexedPlaces(store) * 2 < places.next()) indexAgain(store);
      places = undefined;
    },
  };
}

/** Indexes the texts that are not, or the first of them: all of a project made before texts were indexed. Returns how many. */
export function indexMissingTexts(store: Store, limit = Number.POSITIVE_INFINITY): number {
  const index = openTextIndex(store);
  const missing = casesWithoutIndex(store).slice(0, limit);
  for (const { caseId, version } of missing) index.add(caseId, version);
  index.close();
  return missing.length;
}

/** Symbols of a text that comes in parts. */
function putParts({ put }: OpenPlaces, parts: Iterable<string>): void {
  // The last unit of a part waits for what follows it, and the one before it shows whether a word goes on.
  let context = '';
  for (const part of parts) {
    const text = context + part;
    for (let at = Math.max(0, context.length - 1); at < text.length - 1; at += 1) put(symbolAt(text, at));
    context = text.slice(-2);
  }
  if (context !== '') put(symbolAt(context, context.length - 1));
}

function indexAgain(store: Store): void {
  store.run('DELETE FROM character_places');
  store.run('DELETE FROM indexed_text');
  indexMissingTexts(store);
}
