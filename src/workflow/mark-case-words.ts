import type { Span } from '../model/span.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { groupTexts } from '../project/group-cases.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { proposalsSeenBy } from '../project/shown-proposals.js';
import { readCountedText } from '../store/counted-text.js';
import { newestGeneration, readNewWords } from '../store/generation-table.js';
import { keywordsOfGroup } from '../store/keyword-table.js';
import type { Store } from '../store/store.js';
import { caseGenerations } from '../store/term-table.js';
import { rawSpan } from '../text/origins.js';
import { buildTermMatcher } from '../text/term-matcher.js';

/** Which words are marked in a text. */
export type MarkedWords = 'keywords' | 'new-words';

/** A word where it stands in the raw text of a case. */
export interface MarkedWord extends Span {
  readonly word: string;
}

/** Which words are marked in which case, and for whom. */
export interface MarkingAsked {
  readonly caseId: string;
  readonly which: MarkedWords;
  readonly coder: string;
}

/**
 * Finds the screened keywords of a case, or the new words that its mining discovered, wherever they stand in what of the text
 * counts; of words within others the longest. Keywords follow what other coders decided: who does not see proposals yet sees
 * none of them.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function markCaseWords({ store }: ReadContext, { caseId, which, coder }: MarkingAsked): MarkedWord[] {
  const { id, version } = requireOpenCase(store, caseId);
  const codebookId = codebookInForce(store)?.codebook.id ?? '';
  if (which === 'keywords' && !proposalsSeenBy(store, { coder, codebookId })(id)) return [];
  const words = which === 'keywords' ? keywordsOf(store, id) : newWordsOf(store, id);
  const counted = readCountedText(store, id, version);
  if (!counted || words.length === 0) return [];
  return buildTermMatcher(words)
    .find(counted.text)
    .map(({ term, start, end }) => ({ word: term, ...rawSpan(counted, { start, end }) }));
}

function keywordsOf(store: Store, caseId: string): string[] {
  const group = [...groupTexts(store)].find(([, cases]) => cases.includes(caseId))?.[0];
  if (group === undefined) return [];
  return keywordsOfGroup(store, group).flatMap(({ kept, word }) => (kept ? [word] : []));
}

function newWordsOf(store: Store, caseId: string): string[] {
  const generation = caseGenerations(store).get(caseId) ?? newestGeneration(store)?.number;
  return generation === undefined ? [] : readNewWords(store, generation).map(({ word }) => word);
}
