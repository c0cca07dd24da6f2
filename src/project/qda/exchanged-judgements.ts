import type { Codebook } from '../../model/codebook.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { currentVersions } from '../../store/case-table.js';
import { readPassageJudgements } from '../../store/passage-verdict-table.js';
import type { Store } from '../../store/store.js';
import { codeFollower } from '../code-names.js';
import { isSealed, sealedReader } from '../sealed-places.js';

/**
 * Reads what coders said of passages of the current texts of the cases that count, also where the text is not counted, each under the
 * code that its own became. What touches a sealed statement is not among it.
 */
export function exchangedJudgements(
  store: Store,
  { id, codes }: Pick<Codebook, 'id' | 'codes'>,
  batch?: string,
): PassageJudgement[] {
  const versions = new Map(currentVersions(store, { batch }).map(({ caseId, version }) => [caseId, version]));
  const known = new Set(codes.map((code) => code.id));
  const current = codeFollower(store);
  const sealedOf = sealedReader(store);
  return readPassageJudgements(store, id)
    .map((one) => ({ ...one, codeId: current(id, one.codeId).id }))
    .filter(
      (one) =>
        known.has(one.codeId) && versions.get(one.caseId) === one.version && !isSealed(one, sealedOf(one)),
    );
}
