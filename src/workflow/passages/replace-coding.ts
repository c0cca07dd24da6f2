import { UserError } from '../../errors.js';
import type { PassageTarget } from '../../model/decisions/target.js';
import type { Context } from '../../project/context.js';
import { findPassages } from '../../project/find-passages.js';
import { moveMemos } from '../../project/move-memos.js';
import { type PlannedVerdict, planReviews } from '../../project/plan-reviews.js';
import { readPassageState } from '../../project/read-passage-state.js';
import { requireCoder } from '../../project/require-coder.js';
import { readPassageVerdict } from '../../store/passage-verdict-table.js';
import type { Store } from '../../store/store.js';
import { passageId } from '../../text/passage-id.js';
import type { DecideReport } from '../follow-decisions.js';
import { type CodesAtPlace, memoSubject, type PlacedCodes, placeCodes } from './place-codes.js';
import { type Judge, recordVerdicts } from './record-verdicts.js';

/** A coding that another takes the place of. */
type Replaced = Judge & CodesAtPlace & { readonly memo?: string | undefined };

/**
 * Puts a coding in the place of another, in one statement: an own coding is taken back, what the program proposes is rejected,
 * and the coder's memos on the passage are on the new coding.
 * @throws UserError passage/not-coded-by where the coder did not code the passage, nor the program proposes it
 */
export function replaceCoding(
  context: Context,
  from: Replaced,
  change: (from: Replaced) => CodesAtPlace,
): Promise<DecideReport> {
  const coder = requireCoder(from.coder);
  return recordVerdicts(context, { ...from, coder }, (again) => {
    const { store } = again;
    const before = placeCodes(store, from, coder);
    const after = placeCodes(store, change(from), coder);
    const made = after.targets.map(
      (target): PlannedVerdict => ({
        kind: 'recode',
        target,
        says: 'code',
        passage: after.passage,
        isBulk: false,
      }),
    );
    const on = memoSubject(store, after);
    return {
      verdicts: [...before.targets.flatMap((target) => planLeaving(store, target, before, coder)), ...made],
      memoOn: () => on,
      memos: moveMemos(again, { coder, from: before.places, to: on }),
    };
  });
}

/** What a coder says of a coding that another takes the place of. */
function planLeaving(
  store: Store,
  target: PassageTarget,
  { passage, places }: PlacedCodes,
  coder: string,
): PlannedVerdict[] {
  const said = readPassageVerdict(store, target, coder)?.says;
  if (said === 'code') return [{ kind: 'recode', target, says: null, passage, isBulk: false }];
  const place = places.find(({ codeId }) => codeId === target.codeId) ?? target;
  const { caseId, codebookId, codeId, start, end } = place;
  const id = passageId(place);
  const [proposed] = findProposed();
  if (!proposed) throw new UserError('passage/not-coded-by', { coder, caseId, code: codeId });
  return planReviews(readPassageState(store), 'reject', [proposed], { coder, isBulk: false });

  function findProposed() {
    try {
      return findPassages(store, [codebookId], [id], { cases: [caseId], span: { start, end } }).filter(
        ({ origins }) => origins.length > 0,
      );
    } catch (error) {
      if (error instanceof UserError && error.code === 'passage/unknown') return [];
      throw error;
    }
  }
}
