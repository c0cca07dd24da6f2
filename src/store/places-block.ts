import { SYMBOLS } from '../text/word-bounds.js';
import { PLACES_PER_BLOCK, packPlaces, unpackPlaces } from './places-blob.js';
import type { Store } from './store.js';

/** The end of the index of strings, where symbols are put one behind the other. */
export interface OpenPlaces {
  /** Where the next symbol will be. */
  readonly next: () => number;
  readonly put: (symbol: number) => void;
  /** Leaves a place without a symbol. */
  readonly skip: () => void;
  readonly close: () => void;
}

/** What a place without a symbol has. */
const NO_SYMBOL = -1;

/** Opens the index of strings at a place behind all others: full blocks are stored at once, the last one on closing. */
export function openPlacesAtEnd(store: Store): OpenPlaces {
  let { block, symbols, used } = readLastBlock(store);
  let stored = used;
  // The same for all blocks: new ones for each are not collected before several megabytes of them lie about.
  const room = { places: new Uint32Array(PLACES_PER_BLOCK), ends: new Uint32Array(SYMBOLS + 1) };
  const save = () => saveBlock(store, block, { symbols: symbols.subarray(0, used), from: stored, ...room });
  const put = (symbol: number) => {
    if (used === PLACES_PER_BLOCK) {
      save();
      block += 1;
      symbols.fill(NO_SYMBOL);
      used = 0;
      stored = 0;
    }
    symbols[used] = symbol;
    used += 1;
  };
  return { next: () => block * PLACES_PER_BLOCK + used, put, skip: () => put(NO_SYMBOL), close: save };
}

/** The symbols of the last block by their places, and how many places are taken in it. */
function readLastBlock(store: Store): { block: number; symbols: Int32Array; used: number } {
  const symbols = new Int32Array(PLACES_PER_BLOCK).fill(NO_SYMBOL);
  const { block, textEnd } = store.get<{ block: number; textEnd: number }>(
    `SELECT (SELECT coalesce(max(block_no), 0) FROM character_places) AS block,
       (SELECT coalesce(max(end_at) + 1, 0) FROM indexed_text) AS textEnd`,
  ) as { block: number; textEnd: number };
  // Texts without a character take places, too, and characters of texts that are gone keep theirs.
  let used = Math.max(0, textEnd - block * PLACES_PER_BLOCK);
  const rows = store.all<{ symbol: number; places: Uint8Array }>(
    'SELECT symbol, places FROM character_places WHERE block_no = ?',
    block,
  );
  for (const { symbol, places } of rows) {
    for (const place of unpackPlaces(places)) {
      symbols[place] = symbol;
      used = Math.max(used, place + 2);
    }
  }
  return { block, symbols, used: Math.min(used, PLACES_PER_BLOCK) };
}

/** The symbols of a block by their places, and room for its places by their symbols and for where each of these ends. */
interface FilledBlock {
  readonly symbols: Int32Array;
  readonly places: Uint32Array;
  readonly ends: Uint32Array;
  readonly from: number;
}

/** Stores the lists of the symbols that occur at or behind place `from`; those of the others are stored already. */
function saveBlock(store: Store, block: number, { symbols, places, ends, from }: FilledBlock): void {
  // Plain loops: there are millions of places.
  ends.fill(0);
  for (let place = 0; place < symbols.length; place += 1) {
    const symbol = symbols[place] as number;
    if (symbol !== NO_SYMBOL) ends[symbol + 1] = (ends[symbol + 1] as number) + 1;
  }
  for (let symbol = 1; symbol <= SYMBOLS; symbol += 1) {
    ends[symbol] = (ends[symbol] as number) + (ends[symbol - 1] as number);
  }
  // Sorted by symbol: when all places are written, `ends` has moved from where each list begins to where it ends.
  for (let place = 0; place < symbols.length; place += 1) {
    const symbol = symbols[place] as number;
    if (symbol === NO_SYMBOL) continue;
    const index = ends[symbol] as number;
    places[index] = place;
    ends[symbol] = index + 1;
  }
  let start = 0;
  for (let symbol = 0; symbol < SYMBOLS; symbol += 1) {
    const end = ends[symbol] as number;
    if (end > start && (places[end - 1] as number) >= from) {
      store.run(
        'INSERT OR REPLACE INTO character_places VALUES (?, ?, ?)',
        symbol,
        block,
        packPlaces(places.subarray(start, end)),
      );
    }
    start = end;
  }
}
