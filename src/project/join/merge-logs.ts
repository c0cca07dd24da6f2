import { isPerCoder, keyOf } from '../../model/decisions/target.js';
import type { LogEntry } from '../../store/decision-log.js';

/** What two logs say last of one target (of one coder, where each has their own). */
export interface JoinedTarget {
  readonly key: string;
  /** The last decision about it in this log, in the other one, and in both together. */
  readonly here: LogEntry | null;
  readonly there: LogEntry | null;
  readonly last: LogEntry;
  /** Whether each log has decisions about it that the other lacks. */
  readonly isDiverged: boolean;
}

/** What another log adds. */
export interface MergedLogs {
  /** The ids of decisions that only the other log has, in its order. */
  readonly missing: readonly string[];
  /** The targets about which one of the logs has decisions that the other lacks. */
  readonly targets: readonly JoinedTarget[];
}

interface Placed {
  readonly entry: LogEntry;
  readonly place: number;
}

/**
 * Finds which decision is the last about each target when two logs become one: the one of the latest time; of the same time
 * the one of the statement with the greater id; of one statement the one logged later. Each decision counts once, by its id.
 */
export function mergeLogs(here: readonly LogEntry[], there: readonly LogEntry[]): MergedLogs {
  const [ours, theirs] = [here, there].map((log) => new Set(log.map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
  ];
  const onlyHere = here.filter(({ id }) => !theirs.has(id));
  const missing = there.filter(({ id }) => !ours.has(id));
  const [ofHere, ofThere] = [onlyHere, missing].map((log) => new Set(log.map(targetKey))) as [
    Set<string>,
    Set<string>,
  ];
  const wanted = new Set([...ofHere, ...ofThere]);
  const [lastHere, lastThere] = [lastOf(here, wanted), lastOf(there, wanted)];
  const targets = [...wanted].map((key): JoinedTarget => {
    const [a, b] = [lastHere.get(key), lastThere.get(key)];
    const last = a && b ? (isLater(b, a) ? b : a) : ((a ?? b) as Placed);
    return {
      key,
      here: a?.entry ?? null,
      there: b?.entry ?? null,
      last: last.entry,
      isDiverged: ofHere.has(key) && ofThere.has(key),
    };
  });
  return { missing: missing.map(({ id }) => id), targets };
}

/** Names what a decision is about, and whose it is where every coder has their own. */
function targetKey({ target, coder }: Pick<LogEntry, 'target' | 'coder'>): string {
  return isPerCoder(target) ? `${keyOf(target)} ${coder}` : keyOf(target);
}

function lastOf(log: readonly LogEntry[], wanted: ReadonlySet<string>): Map<string, Placed> {
  const last = new Map<string, Placed>();
  for (const [place, entry] of log.entries()) {
    const key = targetKey(entry);
    if (!wanted.has(key)) continue;
    const known = last.get(key);
    if (!known || isLater({ entry, place }, known)) last.set(key, { entry, place });
  }
  return last;
}

function isLater(one: Placed, other: Placed): boolean {
  if (one.entry.id === other.entry.id) return false;
  if (one.entry.time !== other.entry.time) return one.entry.time > other.entry.time;
  if (one.entry.statement !== other.entry.statement) return one.entry.statement > other.entry.statement;
  return one.place > other.place;
}
