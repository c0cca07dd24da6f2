import { isPerCoder, keyOf } from '../../model/decisions/target.js';
import type { LogEntry } from '../../store/decision-log.js';

/** What two logs say last of one target (of one coder, where each has their own). */
export interface JoinedTarget {
  readonly key: string;
  /** The last decision about it in this log, in the other one, and in both together. */
  readonly here: KeyedEntry | null;
  readonly there: KeyedEntry | null;
  readonly last: KeyedEntry;
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

/** An entry of a log, and the string that stands for what it is about, and whose it is where every coder has their own. */
export interface KeyedEntry extends Omit<LogEntry, 'target'> {
  readonly key: string;
}

interface Placed {
  readonly entry: KeyedEntry;
  readonly place: number;
}

/** Reads a log with the keys of its targets, which take less room than these. */
export function keyEntries(log: Iterable<LogEntry>): KeyedEntry[] {
  return Array.from(log, ({ target, ...entry }) => {
    const key = isPerCoder(target) ? `${keyOf(target)} ${entry.coder}` : keyOf(target);
    return { ...entry, key };
  });
}

/**
 * Finds which decision is the last about each target when two logs become one: the one of the latest time; of the same time
 * the one of the statement with the greater id; of one statement the one logged later. Each decision counts once, by its id.
 * Targets are in the order of their keys, so that rows about one case are written one after the other.
 */
export function mergeLogs(here: readonly KeyedEntry[], there: readonly KeyedEntry[]): MergedLogs {
  const [onlyHere, missing] = [notIn(there, here), notIn(here, there)];
  const [ofHere, ofThere] = [keysOf(onlyHere), keysOf(missing)];
  const wanted = new Set([...ofHere, ...ofThere]);
  const [lastHere, lastThere] = [lastOf(here, wanted), lastOf(there, wanted)];
  const targets = [...wanted].sort().map((key): JoinedTarget => {
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

function notIn(log: readonly KeyedEntry[], entries: readonly KeyedEntry[]): KeyedEntry[] {
  const known = new Set(log.map(({ id }) => id));
  return entries.filter(({ id }) => !known.has(id));
}

const keysOf = (log: readonly KeyedEntry[]) => new Set(log.map(({ key }) => key));

function lastOf(log: readonly KeyedEntry[], wanted: ReadonlySet<string>): Map<string, Placed> {
  const last = new Map<string, Placed>();
  for (const [place, entry] of log.entries()) {
    if (!wanted.has(entry.key)) continue;
    const known = last.get(entry.key);
    if (!known || isLater({ entry, place }, known)) last.set(entry.key, { entry, place });
  }
  return last;
}

function isLater(one: Placed, other: Placed): boolean {
  if (one.entry.id === other.entry.id) return false;
  if (one.entry.time !== other.entry.time) return one.entry.time > other.entry.time;
  if (one.entry.statement !== other.entry.statement) return one.entry.statement > other.entry.statement;
  return one.place > other.place;
}
