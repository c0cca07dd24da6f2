import {
  type ScreenedWord,
  stateOf,
  undecidedStates,
  type WordFeature,
  type WordState,
  wordStates,
} from '../../model/screened-word.js';
import { chooseView, type ViewRequest } from '../../project/choose-view.js';
import type { ReadContext } from '../../project/context.js';
import { inView } from '../../project/in-view.js';
import { currentRevision } from '../../project/require-revision.js';
import { readWordFigures } from '../../store/generation-table.js';
import { gatherKeywords } from '../../store/keyword-table.js';
import type { Store } from '../../store/store.js';
import { codePointLength, compareByCodePoint } from '../../text/code-points.js';

/** Which candidates are looked at: of one group or all of them. */
export interface ScreeningScope extends ViewRequest {
  readonly group?: string | undefined;
}

/** Which of them are listed, and in what order. */
export interface ScreeningFilter extends ScreeningScope {
  /** A part of the word. */
  readonly find?: string | undefined;
  /** A state, or those that nobody decided about. */
  readonly state?: WordState | 'undecided' | undefined;
  readonly pos?: string | undefined;
  /** From the greatest down, words up; `ascending` the other way round. */
  readonly sort?: WordFeature | undefined;
  readonly ascending?: boolean | undefined;
}

/** Which part of the words is listed. */
export interface WordsPage {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** A part of the words that a filter lets through. */
export interface ListedWords {
  readonly rows: readonly ScreenedWord[];
  readonly matching: number;
  /** All words of the scope by their states. */
  readonly states: Readonly<Record<WordState, number>>;
  /** The parts of speech of the words in the scope, the most frequent first. */
  readonly pos: readonly { readonly pos: string; readonly count: number }[];
}

/** Lists candidates for screening, a part of those that a filter lets through. */
export function listScreenedWords(
  { store }: ReadContext,
  filter: ScreeningFilter,
  { offset = 0, limit = 100 }: WordsPage = {},
): ListedWords {
  const { words, passing } = wordsInScope(store, filter);
  const states = Object.fromEntries(wordStates.map((state) => [state, 0])) as Record<WordState, number>;
  const pos = new Map<string, number>();
  for (const one of words) {
    states[one.state] += 1;
    pos.set(one.pos, (pos.get(one.pos) ?? 0) + 1);
  }
  return {
    rows: passing.slice(offset, offset + limit),
    matching: passing.length,
    states,
    pos: [...pos]
      .map(([name, count]) => ({ pos: name, count }))
      .sort((a, b) => b.count - a.count || compareByCodePoint(a.pos, b.pos)),
  };
}

/** The same with the revision at which they are read, and whether by the own verdicts alone. */
export function pageOfWords(
  context: ReadContext,
  { offset, limit, ...filter }: ScreeningFilter & WordsPage,
): ListedWords & { readonly revision: number; readonly isBlind: boolean } {
  const listed = listScreenedWords(context, filter, { offset, limit });
  return { revision: currentRevision(context), isBlind: filter.view === 'blind', ...listed };
}

/** All words that a filter lets through, in its order. */
export function wordsPassing({ store }: ReadContext, filter: ScreeningFilter): string[] {
  return wordsInScope(store, filter).passing.map(({ word }) => word);
}

/** The candidates that are some words, as they are now. */
export function findScreenedWords(
  { store }: ReadContext,
  scope: ScreeningScope,
  words: readonly string[],
): ScreenedWord[] {
  return seenIn(store, scope, () => describeWords(store, scope, words));
}

/** The words of a scope, and those of them that a filter lets through, in its order. */
interface WordsInScope {
  readonly words: readonly ScreenedWord[];
  readonly passing: readonly ScreenedWord[];
}

/** What was read last, of which the next page is mostly asked for. */
const lastRead = new WeakMap<Store, WordsInScope & { readonly scope: string; readonly filter: string }>();

/** The words of a scope, read again only after somebody changed the project. */
function wordsInScope(store: Store, filter: ScreeningFilter): WordsInScope {
  const scope = JSON.stringify([currentRevision({ store }), chooseView(store, filter), filter.group]);
  const { find, state, pos, sort, ascending } = filter;
  const stamps = { scope, filter: JSON.stringify([find, state, pos, sort, ascending]) };
  const last = lastRead.get(store);
  const known = last?.scope === scope ? last : undefined;
  if (known?.filter === stamps.filter) return known;
  const words = known?.words ?? seenIn(store, filter, () => describeWords(store, filter, null));
  const read = { ...stamps, words, passing: filterWords(words, filter) };
  lastRead.set(store, read);
  return read;
}

function seenIn<T>(store: Store, scope: ScreeningScope, work: () => T): T {
  return inView(store, chooseView(store, scope), { depth: 'mappings', codebooks: [undefined] }, work);
}

function describeWords(
  store: Store,
  { group }: ScreeningScope,
  words: readonly string[] | null,
): ScreenedWord[] {
  const gathered = gatherKeywords(store, { group: group ?? null, words });
  const figures = readWordFigures(
    store,
    gathered.map(({ word }) => word),
  );
  return gathered.map(({ coders, ...row }) => {
    const known = figures.get(row.word);
    return {
      ...row,
      state: stateOf(row.reasons),
      coder: coders.length === 1 ? (coders[0] ?? null) : null,
      length: codePointLength(row.word),
      documentFrequency: known?.documentFrequency ?? 0,
      cohesion: known?.cohesion ?? null,
      freedom: known?.freedom ?? null,
      certainty: known?.certainty ?? null,
    };
  });
}

function filterWords(
  words: readonly ScreenedWord[],
  { find = '', state, pos, sort = 'weight', ascending = false }: ScreeningFilter,
): ScreenedWord[] {
  const hasState = (one: ScreenedWord) =>
    state === undefined ||
    (state === 'undecided' ? undecidedStates.includes(one.state) : one.state === state);
  const passing = words.filter(
    (one) => one.word.includes(find.trim()) && hasState(one) && (pos === undefined || one.pos === pos),
  );
  const direction = ascending ? 1 : -1;
  return passing.sort((a, b) => {
    if (sort === 'word') return compareByCodePoint(a.word, b.word) * -direction;
    // What is not known comes last either way.
    const [one, other] = [a[sort], b[sort]];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (one - other) * direction || compareByCodePoint(a.word, b.word);
  });
}
