import type { Decision, State } from '../../model/decisions/decision.js';
import { isPerCoder } from '../../model/decisions/target.js';
import type { MergedLogs } from './merge-logs.js';

/** Two decisions about one thing, each made without knowing the other; `kept` is the one in force. */
export interface JoinedDecision {
  readonly earlier: Decision;
  readonly later: Decision;
  readonly kept: 'earlier' | 'later';
}

/** What joined logs leave in force. */
export interface JoinedDecisions {
  /** Decisions whose outcome is to be put in force here. */
  readonly inForce: readonly Decision[];
  /** What both decided for themselves, a coder in two copies or two of one memo: the later one is in force. */
  readonly superseded: readonly JoinedDecision[];
  /** What has one answer for all coders, and was answered otherwise in both projects. */
  readonly conflicts: readonly JoinedDecision[];
}

/** Plans which decisions are in force, from those that each log has last about the same. */
export function planDecisions(
  { targets }: MergedLogs,
  read: (id: string) => Decision,
  settle: (conflict: Omit<JoinedDecision, 'kept'>) => JoinedDecision['kept'],
): JoinedDecisions {
  const inForce: Decision[] = [];
  const superseded: JoinedDecision[] = [];
  const conflicts: JoinedDecision[] = [];
  for (const { here, there, last, isDiverged } of targets) {
    const other = last.id === here?.id ? there : here;
    if (last.id !== here?.id) inForce.push(read(last.id));
    if (!isDiverged || !other) continue;
    const [earlier, later] = [read(other.id), read(last.id)];
    if (plain(earlier.after) === plain(later.after)) continue;
    if (isPerCoder(later.target) || later.target.type === 'memo') {
      superseded.push({ earlier, later, kept: 'later' });
    } else conflicts.push({ earlier, later, kept: settle({ earlier, later }) });
  }
  return { inForce, superseded, conflicts };
}

/** What is decided, whoever decided it and why. */
function plain(state: State | null): string {
  return JSON.stringify(state, (name, value) =>
    ['decisionId', 'coder', 'reason'].includes(name) ? undefined : value,
  );
}
