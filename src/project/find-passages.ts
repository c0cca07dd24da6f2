import { UserError } from '../errors.js';
import type { Evidence } from '../model/evidence.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { passageId } from '../text/passage-id.js';
import { readCodedPassages } from './coded-passages.js';

/** Reads the coded passages of the current texts under a codebook, rejected ones too. */
export function currentPassages(store: Store, codebookId: string): Evidence[] {
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  return mergeEvidence(readCodedPassages(store, codebookId)).filter(
    (one) => versions.get(one.caseId) === one.version,
  );
}

/**
 * Finds coded passages of the current texts by their ids, under the first of some codebooks that has all of them.
 * @throws UserError passage/unknown
 */
export function findPassages(
  store: Store,
  codebookIds: readonly string[],
  ids: readonly string[],
): Evidence[] {
  let missing: string | undefined;
  for (const codebookId of codebookIds) {
    const byId = new Map(currentPassages(store, codebookId).map((one) => [passageId(one), one]));
    const unknown = ids.find((id) => !byId.has(id));
    if (unknown === undefined) return ids.map((id) => byId.get(id) as Evidence);
    missing ??= unknown;
  }
  throw new UserError('passage/unknown', { id: missing ?? ids[0] ?? '' });
}
