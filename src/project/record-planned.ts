import type { State } from '../model/decisions/decision.js';
import { subjectOf } from '../model/decisions/describe-decision.js';
import type { NewDecision } from '../store/decision-log.js';
import type { Store } from '../store/store.js';
import { readState } from '../store/target-state.js';
import type { Context } from './context.js';
import { newDecision } from './new-decision.js';
import { type RecordedDecisions, recordDecisions } from './record-decisions.js';

/** One decision of a statement about cases or settings, before it has an id. */
export type PlannedState = Pick<NewDecision, 'kind' | 'target' | 'after'>;

/** Logs what is planned as one statement of a coder; what is in force already is not said again. */
export function recordPlanned(
  { store, now, newId }: Context,
  { coder, reason }: Pick<NewDecision, 'coder' | 'reason'>,
  planned: readonly PlannedState[],
): RecordedDecisions & { readonly alreadyInForce: readonly string[] } {
  const known = new Set(planned.filter((one) => isInForce(store, one, coder)));
  const fresh = planned.filter((one) => !known.has(one));
  const ids = fresh.map(newId);
  const logged = fresh.map(
    (one, at): NewDecision => ({
      ...newDecision({ now }, { ...one, id: ids[at] as string, coder, reason }),
      statement: ids[0] as string,
      isBulk: fresh.length > 1,
    }),
  );
  return {
    ...recordDecisions(store, logged),
    alreadyInForce: [...known].map((one) => subjectOf({ ...one, before: null })),
  };
}

/** Whether the answer is the same, whoever gave it and why. */
function isInForce(store: Store, { target, after }: PlannedState, coder: string): boolean {
  return answerOf(readState(store, target, coder)) === answerOf(after);
}

function answerOf(state: State | null): string | null {
  if (state === null) return null;
  if ('value' in state) return JSON.stringify(state.value);
  if (!('standing' in state)) return JSON.stringify(state);
  return JSON.stringify([state.standing, state.version, state.statements]);
}
