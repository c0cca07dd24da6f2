import type { SettledSentence } from '../stages/settle/settle-sentences.js';
import { currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { readSettledSentences } from './coded-passages.js';

/**
 * The sentences and codes of a codebook about which coders differ while no lead coder judged them, in the order of cases,
 * places and codes; of the cases that count (of one batch).
 */
export function contestedSentences(
  store: Store,
  codebookId: string,
  batch?: string | undefined,
): SettledSentence[] {
  const contested = readSettledSentences(store, codebookId).filter(({ isContested }) => isContested);
  if (contested.length === 0) return [];
  const versions = new Map(currentVersions(store, { batch }).map(({ caseId, version }) => [caseId, version]));
  return contested
    .filter(({ caseId, version }) => versions.get(caseId) === version)
    .sort(
      (one, other) =>
        compareByCodePoint(one.caseId, other.caseId) ||
        one.start - other.start ||
        one.end - other.end ||
        compareByCodePoint(one.codeId, other.codeId) ||
        compareByCodePoint(one.polarity, other.polarity),
    );
}
