import type { Codebook } from '../../model/codebook.js';
import type { Store } from '../../store/store.js';
import { planChange } from '../plan-code-change.js';
import { verdictsOnCodes } from '../project-view.js';
import type { RowPlan } from '../sheets/sheet-plan.js';
import type { PlannedCodes } from './plan-codes.js';

/** Plans which codes of a codebook that have none above them get the one that a table puts there. */
export function planMoves(
  store: Store,
  { base, codebook }: { readonly base: Codebook; readonly codebook: Codebook },
  { codes, parents }: PlannedCodes,
): RowPlan {
  const verdicts = verdictsOnCodes(store);
  return {
    words: codebook.codes.flatMap((code) => {
      const parent = parents.get(code.id)?.parent;
      if (parent === undefined || code.parent !== null) return [];
      const named = { id: code.id, name: code.label.zh, level: code.level, code };
      const changes = planChange({ base, codebook, verdicts }, named, { parent }, codes.labelOf(parent));
      return changes.map((planned) => ({ kind: 'move', planned, memo: '' }) as const);
    }),
  };
}
