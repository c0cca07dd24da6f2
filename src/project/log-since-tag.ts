import type { Decision } from '../model/decisions/decision.js';
import { countDecisionsUpTo, type LogWindow, logHash, readDecisionsBetween } from '../store/decision-log.js';
import { countStagesBetween } from '../store/revision-table.js';
import { countRunsBetween } from '../store/run-table.js';
import type { Store } from '../store/store.js';
import type { StoredTag } from '../store/tag-table.js';

/** What the log says of the time between two tags. */
export interface LogBetween {
  /** In the order of the log. */
  readonly decisions: readonly Decision[];
  /** How often each stage ran, and cases got other regions. */
  readonly stages: ReadonlyMap<string, number>;
  /** Whether it is told by times: a tag came from another copy of the project, which knew other decisions. */
  readonly isByTime: boolean;
}

/** Whether this log led to the state of a tag. That of a tag from another copy has its decisions in another order, and more of them. */
export function isOfThisLog(store: Store, { tag }: Pick<StoredTag, 'tag'>): boolean {
  if (countDecisionsUpTo(store, tag.revision) !== tag.decisions) return false;
  return logHash(store, tag.revision) === tag.logHash;
}

/** Reads what was decided and run between two tags, whichever is the earlier one; null for the present state. */
export function readLogBetween(store: Store, one: StoredTag, other: StoredTag | null): LogBetween {
  const isByTime = [one, other].some((tag) => tag !== null && !isOfThisLog(store, tag));
  const placeOf = (tag: StoredTag) => (isByTime ? tag.time : tag.tag.revision);
  const [after, upTo] =
    other !== null && placeOf(other) < placeOf(one)
      ? [placeOf(other), placeOf(one)]
      : [placeOf(one), other && placeOf(other)];
  const window: LogWindow = { by: isByTime ? 'time' : 'revision', after, upTo };
  return {
    decisions: readDecisionsBetween(store, window).filter(({ target }) => target.type !== 'tag'),
    stages: isByTime
      ? countRunsBetween(store, after as string, upTo as string | null)
      : countStagesBetween(store, after as number, upTo as number | null),
    isByTime,
  };
}

/** Leaves out what was taken back again, with what took it back. */
export function withoutUndone(decisions: readonly Decision[]): Decision[] {
  const standing = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.undoes === null || !standing.delete(decision.undoes)) standing.set(decision.id, decision);
  }
  return [...standing.values()];
}
