import { signal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ScreenedWord } from '../../../../model/screened-word.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { calmRevision, revision } from '../../state/live.js';
import { useResource } from '../../state/resource.js';

/** Words that are fetched at once. */
export const PAGE = 50;

const FILTERS = ['group', 'find', 'state', 'pos', 'sort', 'ascending', 'view'] as const;

/** Candidates as they are listed. */
export type WordsRead = InferResponseType<typeof api.screening.words.$get>;

/** Which words the address asks for, as the server takes it. */
export function useFilter(): Readonly<Partial<Record<(typeof FILTERS)[number], string>>> {
  const { query } = useAddress();
  return useMemo(
    () =>
      Object.fromEntries(
        FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name) as string]] : [])),
      ),
    [query],
  );
}

/** Which revision words are read at: acts answer with the words that they changed, but for what one coder alone sees. */
export const revisionFor = (view: string | undefined) => (view === undefined ? calmRevision : revision);

/** The words that the address asks for, from a place on; those asked for before stay while they are fetched, not `isCurrent`. */
export function useWordsFrom(offset: number) {
  const filter = useFilter();
  const asked = { ...filter, offset: String(offset), limit: String(PAGE) } as never;
  const last = useRef<WordsRead | null>(null);
  const words = useResource(
    `screening ${JSON.stringify(asked)}`,
    (sending) => api.screening.words.$get({ query: asked }, sending),
    revisionFor(last.current?.isBlind ? 'blind' : filter.view),
  );
  if (words.data !== null) last.current = words.data;
  const data = offset === 0 ? (words.data ?? last.current) : words.data;
  useEffect(() => {
    if (data !== null) takeRows(offset, data.rows);
  }, [data, offset]);
  return { ...words, data, isCurrent: words.data !== null };
}

/** The word that keys act on, and its place in the list; `null` where its place is not drawn yet. */
export const focused = signal<{ readonly word: string | null; readonly index: number }>({
  word: new URL(location.href).searchParams.get('word'),
  index: 0,
});

/** The words as the answers of acts left them, until the list is fetched again; each with the revision of its answer. */
export const changed = signal<ReadonlyMap<string, { readonly row: ScreenedWord; readonly revision: number }>>(
  new Map(),
);

const loaded = new Map<number, readonly ScreenedWord[]>();

/** Forgets the rows of another list. */
export function forgetRows(): void {
  loaded.clear();
}

/** Takes the rows of a page; the focus stays on its word, listed or not, or where that left the list, at its place. */
function takeRows(offset: number, rows: readonly ScreenedWord[]): void {
  const { word, index } = focused.value;
  const wasListed = word === null || placeOf(word) >= 0;
  loaded.set(offset, rows);
  const place = word === null ? -1 : placeOf(word);
  const there = wordAt(index) ?? rows.at(-1)?.word;
  if (place >= 0) {
    if (place !== index) focused.value = { word, index: place };
  } else if (wasListed && there !== undefined && offset === pageOf(index)) {
    focused.value = { word: there, index };
  }
}

/** The place of a word in the list as far as it is fetched; -1 where it is not there. */
function placeOf(word: string): number {
  for (const [from, page] of loaded) {
    const at = page.findIndex((row) => row.word === word);
    if (at >= 0) return from + at;
  }
  return -1;
}

const pageOf = (index: number) => Math.floor(index / PAGE) * PAGE;

function wordAt(index: number): string | undefined {
  return loaded.get(pageOf(index))?.[index % PAGE]?.word;
}

/** Moves the focus by so many rows; from a word that is not listed back to where one was. */
export function moveFocus(step: number): void {
  const { word: from, index: at } = focused.value;
  const index = from !== null && placeOf(from) < 0 ? at : Math.max(0, at + step);
  const word = wordAt(index);
  if (word === undefined && loaded.has(pageOf(index))) return;
  focused.value = { word: word ?? null, index };
}

/** Turns to a word, wherever it is. */
export function focusWord(word: string): void {
  const place = placeOf(word);
  focused.value = { word, index: place < 0 ? focused.value.index : place };
}
