import type { Decision } from '../../model/decisions/decision.js';
import type { JoinedDecision } from './plan-decisions.js';

/** Who settles conflicts, why and when, and where the ids of these decisions come from. */
export interface Settling {
  readonly coder: string;
  readonly reason?: string | undefined;
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly newId: () => string;
}

/** Takes back the later decisions of conflicts in which the earlier ones were chosen, as one statement. */
export function settleConflicts(
  conflicts: readonly JoinedDecision[],
  { coder, reason = '', time, newId }: Settling,
): Decision[] {
  const against = conflicts.filter(({ kept }) => kept === 'earlier');
  const ids = against.map(newId);
  return against.map(
    ({ earlier, later }, at): Decision => ({
      id: ids[at] as string,
      statement: ids[0] as string,
      coder,
      time: time > later.time ? time : afterwards(later.time),
      kind: later.kind === 'undo' ? 'redo' : 'undo',
      target: later.target,
      before: later.after,
      after: earlier.after,
      reason,
      suggestionShown: false,
      isBulk: against.length > 1,
      undoes: later.id,
    }),
  );
}

/** The next moment: what settles a decision comes after it, whatever the clocks of two machines say. */
const afterwards = (time: string) => new Date(Date.parse(time) + 1).toISOString();
