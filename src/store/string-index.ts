import { compareByCodePoint } from '../text/code-points.js';
import { partitionPoint } from '../text/partition-point.js';
import { containsWord, symbolAt } from '../text/word-bounds.js';
import { readCountedString } from './counted-text.js';
import { casesWithoutIndex, type IndexedTexts, readIndexedTexts } from './indexed-text-table.js';
import { openPlaces, PLACES_PER_BLOCK } from './places-blob.js';
import type { Store } from './store.js';

/** Finds the first place at or behind a given one, or infinity; what is asked for must rise. */
type Seek = (at: number) => number;

/** Where a symbol of a string occurs, and how far it is behind the beginning of the string. */
interface SymbolOfString {
  readonly offset: number;
  readonly seek: Seek;
}

/**
 * Finds the cases that count whose counted text contains each string, and not only within Latin words (`containsWord`): case ids
 * in code point order. Strings are compared as they are, so `toTextForm` comes before.
 */
export function casesContaining(store: Store, strings: readonly string[]): Map<string, string[]> {
  return store.snapshot(() => {
    const texts = readIndexedTexts(store);
    const found = new Map(strings.map((one) => [one, findTexts(store, texts, one)]));
    for (const { caseId, version } of casesWithoutIndex(store, 'counted')) {
      const text = readCountedString(store, caseId, version);
      for (const [one, ids] of found) if (containsWord(text, one)) insertId(ids, caseId);
    }
    return found;
  });
}

/** The cases whose indexed text contains a string. */
function findTexts(
  store: Store,
  { starts, ends, caseIndexes, caseIds }: IndexedTexts,
  string: string,
): string[] {
  const symbols = symbolsOf(store, string);
  if (symbols.length === 0) return [];
  const found: number[] = [];
  let text = 0;
  for (let at = nextPlace(symbols, 0); at !== Number.POSITIVE_INFINITY; ) {
    while (text < ends.length && (ends[text] as number) <= at) text += 1;
    const start = starts[text];
    if (start === undefined) break;
    if (start <= at) found.push(caseIndexes[text] as number);
    // Behind this text, or over what is left of texts that are not current any more.
    at = nextPlace(symbols, start <= at ? (ends[text] as number) : start);
  }
  return Array.from(Uint32Array.from(found).sort(), (index) => caseIds[index] as string);
}

function insertId(ids: string[], id: string): void {
  ids.splice(
    partitionPoint(ids.length, (at) => compareByCodePoint(ids[at] as string, id) < 0),
    0,
    id,
  );
}

/** The first place at or behind a given one where all symbols of a string are one behind the other. */
function nextPlace(symbols: readonly SymbolOfString[], from: number): number {
  let at = from;
  for (let index = 0; index < symbols.length; ) {
    const { seek, offset } = symbols[index] as SymbolOfString;
    const next = seek(at + offset) - offset;
    if (next === Number.POSITIVE_INFINITY) return next;
    // The rarest symbol leads: it goes furthest.
    if (next === at) index += 1;
    else index = index === 0 ? 1 : 0;
    at = next;
  }
  return at;
}

/** The symbols of a string, the rarest first; none when one of them occurs nowhere. */
function symbolsOf(store: Store, string: string): SymbolOfString[] {
  const symbols: (SymbolOfString & { readonly bytes: number })[] = [];
  for (let offset = 0; offset < string.length; offset += 1) {
    const symbol = symbolAt(string, offset);
    const { blocks, bytes } = store.get<{ blocks: string; bytes: number | null }>(
      `SELECT json_group_array(block_no) AS blocks, sum(length(places)) AS bytes
       FROM (SELECT block_no, places FROM character_places WHERE symbol = ? ORDER BY block_no)`,
      symbol,
    ) as { blocks: string; bytes: number | null };
    if (bytes === null) return [];
    symbols.push({ offset, bytes, seek: openBlocks(store, symbol, JSON.parse(blocks)) });
  }
  return symbols.sort((a, b) => a.bytes - b.bytes);
}

/** Finds places of a symbol; a block is read when it is come to. */
function openBlocks(store: Store, symbol: number, blocks: readonly number[]): Seek {
  let current = 0;
  let seek: Seek | undefined;
  return (at) => {
    const wanted = Math.floor(at / PLACES_PER_BLOCK);
    for (; current < blocks.length; current += 1, seek = undefined) {
      const block = blocks[current] as number;
      if (block < wanted) continue;
      seek ??= openPlaces(readPlaces(store, symbol, block));
      const base = block * PLACES_PER_BLOCK;
      const found = seek(Math.max(0, at - base));
      if (found !== Number.POSITIVE_INFINITY) return base + found;
    }
    return Number.POSITIVE_INFINITY;
  };
}

function readPlaces(store: Store, symbol: number, block: number): Uint8Array {
  const sql = 'SELECT places FROM character_places WHERE symbol = ? AND block_no = ?';
  return (store.get<{ places: Uint8Array }>(sql, symbol, block) as { places: Uint8Array }).places;
}
