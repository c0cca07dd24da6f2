import type { State } from '../model/decisions/decision.js';
import { subjectOf } from '../model/decisions/describe-decision.js';
import type { Verdict } from '../model/decisions/verdict.js';
import type { NewDecision } from '../store/decision-log.js';
import type { Store } from '../store/store.js';
import { readState } from '../store/target-state.js';
import type { Context } from './context.js';
import { newDecision } from './new-decision.js';
import type { PlannedDecision } from './statement.js';

type Verdicts = NewDecision & { readonly after: State };

/** The decision that leaves what is planned in force. */
export function verdictDecision(
  context: Pick<Context, 'now' | 'newId'>,
  { kind, coder, reason }: Pick<Verdict, 'kind' | 'coder' | 'reason'>,
  { target, ...rest }: PlannedDecision,
): Verdicts {
  const id = context.newId();
  const after = { kind, ...rest, decisionId: id, coder, reason };
  return { ...newDecision(context, { id, kind, target, after, coder, reason }), after };
}

/** Tells the decisions of a statement, ready to be logged together, from what their coder had decided just so before. */
export function notInForce(
  store: Store,
  made: readonly Verdicts[],
): { readonly fresh: readonly NewDecision[]; readonly alreadyInForce: readonly string[] } {
  const isKnown = made.map((one) => isInForce(store, one));
  const fresh = made.filter((_, index) => !isKnown[index]);
  return {
    fresh: fresh.map((one) => ({ ...one, statement: fresh[0]?.id ?? '', isBulk: fresh.length > 1 })),
    alreadyInForce: made
      .filter((_, index) => isKnown[index])
      .map((one) => subjectOf({ ...one, before: null })),
  };
}

/** Whether a decision says again what its coder said before; another reason is something else to say. */
function isInForce(store: Store, { target, coder, after }: NewDecision): boolean {
  const before = readState(store, target, coder);
  const said = (state: State | null) =>
    JSON.stringify(state, (key, value) => (key === 'decisionId' ? undefined : value));
  return before !== null && said(before) === said(after);
}
