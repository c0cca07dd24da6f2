import type { SettledSentence } from '../stages/settle/settle-sentences.js';
import { currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { requireOpenCaseHead } from './require-open-case.js';
import { readSettledInCase, readSettledSentences } from './settled-sentences.js';

/** Which contested sentences are read: of a batch, or of one case; otherwise all. */
interface ContestedFilter {
  readonly batch?: string | undefined;
  readonly caseId?: string | undefined;
}

/**
 * The sentences and codes of a codebook about which coders differ while no lead coder judged them, in the order of cases,
 * places and codes; of the cases that count.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function contestedSentences(
  store: Store,
  codebookId: string,
  { batch, caseId }: ContestedFilter = {},
): SettledSentence[] {
  const settled =
    caseId === undefined
      ? readSettledSentences(store, codebookId)
      : readSettledInCase(store, codebookId, requireOpenCaseHead(store, caseId));
  const contested = settled.filter(({ isContested }) => isContested);
  if (contested.length === 0) return [];
  const versions = new Map(currentVersions(store, { batch }).map((one) => [one.caseId, one.version]));
  return contested
    .filter((one) => versions.get(one.caseId) === one.version)
    .sort(
      (one, other) =>
        compareByCodePoint(one.caseId, other.caseId) ||
        one.start - other.start ||
        one.end - other.end ||
        compareByCodePoint(one.codeId, other.codeId) ||
        compareByCodePoint(one.polarity, other.polarity),
    );
}
