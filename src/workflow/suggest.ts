import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { chooseView } from '../project/choose-view.js';
import type { Context, ReadContext } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { requireKnown, wordsAsKnown } from '../project/known-words.js';
import { readDecisionState } from '../project/read-decision-state.js';
import { collectContexts } from '../stages/code/contexts.js';
import { type CodeSuggestion, codeProfile, codeSuggester } from '../stages/code/suggest-codes.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedString } from '../store/counted-text.js';
import { readMappings } from '../store/mapping-table.js';
import type { Store } from '../store/store.js';
import { saveShownSuggestion } from '../store/suggestion-table.js';
import { readVerdicts } from '../store/verdict-table.js';

export type { CodeSuggestion, SuggestionReason } from '../stages/code/suggest-codes.js';

/** What to suggest codes for; without words every keyword that no code took. */
export interface SuggestRequest {
  readonly words?: readonly string[] | undefined;
  readonly top?: number | undefined;
  readonly codebook?: string | undefined;
  /** Who is shown the suggestions; without a name every coder is. */
  readonly coder?: string | undefined;
  /** Whose unmapped keywords and learnt terms; `blind` is that of the coder who is shown them. */
  readonly view?: string | undefined;
}

/** The codes suggested for a keyword, the best first. */
export interface SuggestedCodes {
  readonly word: string;
  readonly suggestions: readonly CodeSuggestion[];
}

/** How many codes are suggested for a word. */
const TOP = 3;

/**
 * Suggests core keywords (open codes) for keywords, each with its reasons, and remembers that they were shown: a
 * decision that follows one is not blind. Nothing is coded by it.
 */
export function suggestCodes(context: Context, request: SuggestRequest): SuggestedCodes[] {
  const found = findSuggestions(context, request);
  rememberSuggestions(context, found, request.coder);
  return found.suggested;
}

/** Suggestions under a codebook. */
export interface FoundSuggestions {
  readonly codebookId: string;
  readonly suggested: SuggestedCodes[];
}

/** Finds what `suggestCodes` suggests; nobody was shown it yet. */
export function findSuggestions({ store }: ReadContext, request: SuggestRequest): FoundSuggestions {
  const { view, coder, codebook } = request;
  const reading = { depth: 'mappings', codebooks: [codebook] } as const;
  const chosen = chooseView(store, view === 'blind' ? { view, coder } : { view });
  return inView(store, chosen, reading, () => suggestIn(store, request));
}

/** Remembers that suggestions were shown to a coder; without a name to every coder. */
export function rememberSuggestions(
  { store }: Context,
  { codebookId, suggested }: FoundSuggestions,
  coder = '',
): void {
  store.transaction(() => {
    for (const { word, suggestions } of suggested) {
      for (const { codeId } of suggestions) saveShownSuggestion(store, { coder, codebookId, word, codeId });
    }
  });
}

function suggestIn(
  store: Store,
  { words: written = [], top = TOP, codebook }: SuggestRequest,
): FoundSuggestions {
  const {
    codebook: { id: codebookId },
    open,
  } = frameworkInUse(store, codebook);
  const state = readDecisionState(store);
  const asked = [...new Set(wordsAsKnown(state, written))];
  requireKnown(state, asked, ALL_GROUPS);
  const words = asked.length > 0 ? asked : unmappedWords(store, codebookId);
  const terms = open.flatMap(({ label, terms: own }) => [label.zh, ...own]);
  const contexts = collectContexts([...new Set([...terms, ...words])], cleanTexts(store));
  const suggest = codeSuggester(
    open.map((code) => codeProfile(code, contexts)),
    contexts,
    new Set(readVerdicts(store).flatMap(({ word, verdict }) => (verdict.kind === 'merge' ? [word] : []))),
  );
  return { codebookId, suggested: words.map((word) => ({ word, suggestions: suggest(word, top) })) };
}

/** The keywords that no code took, each once, in the order of the cases. */
function unmappedWords(store: Store, codebookId: string): string[] {
  const free = readMappings(store, codebookId).filter(
    ({ codeId, method }) => codeId === null && method === 'unmapped',
  );
  return [...new Set(free.map(({ word }) => word))];
}

function* cleanTexts(store: Store): IterableIterator<string> {
  for (const { caseId, version } of currentVersions(store)) {
    yield readCountedString(store, caseId, version);
  }
}
