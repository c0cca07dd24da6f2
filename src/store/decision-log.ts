import { createHash } from 'node:crypto';
import { type Decision, decisionSchema } from '../model/decisions/decision.js';
import { subjectsOf } from '../model/decisions/dependence.js';
import { keyOf } from '../model/decisions/target.js';
import { logReader } from './case-alias-table.js';
import { saveCoder } from './coder-table.js';
import { appendRevision } from './revision-table.js';
import type { Store } from './store.js';
import { putState, readState } from './target-state.js';

/** A decision as a coder makes it, or as another log has it; this one adds what was in force before. */
export type NewDecision = Omit<Decision, 'before' | 'undoes'> & Partial<Pick<Decision, 'undoes'>>;

/** A decision as its row has it. */
export interface DecisionRow {
  readonly revision: number;
  readonly target: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly suggestionShown: number;
  readonly isBulk: number;
}

/** A decision with its place in the log. */
export type Logged = Decision & { readonly revision: number };

/** Reads decisions; what follows it says which, and in which order. */
export const SELECT_DECISION = `SELECT decision.revision, id, decision.statement, decision.coder, time, kind, target, before, after,
  reason, suggestion_shown AS suggestionShown, is_bulk AS isBulk, undoes FROM decision`;

/** Logs decisions and puts what they leave in force. */
export function appendDecisions(store: Store, decisions: readonly NewDecision[]): Decision[] {
  return [...withoutRepeats(decisions)].flatMap((some) =>
    log(
      store,
      some.map((one) => ({ undoes: null, ...one, before: readState(store, one.target, one.coder) })),
    ),
  );
}

/** Cuts decisions before each that may find in force what one before it leaves. */
function* withoutRepeats(decisions: readonly NewDecision[]): Generator<NewDecision[]> {
  let some: NewDecision[] = [];
  let targets = new Set<string>();
  for (const decision of decisions) {
    const target = keyOf(decision.target);
    if (targets.has(target)) {
      yield some;
      [some, targets] = [[], new Set()];
    }
    some.push(decision);
    targets.add(target);
  }
  if (some.length > 0) yield some;
}

/** The whole log, first decision first. */
export function readDecisions(store: Store): Decision[] {
  return store
    .all<DecisionRow>(`${SELECT_DECISION} ORDER BY revision`)
    .map(decisionReader(store))
    .map(withoutRevision)
    .map((decision) => decisionSchema.parse(decision) as Decision);
}

/** Which decision is about what, by whom and when. */
export interface LogEntry extends Pick<Decision, 'id' | 'statement' | 'coder' | 'time' | 'target'> {}

/** The whole log without what the decisions say, first decision first; nothing may be written before the last one. */
export function* readLogEntries(store: Store): IterableIterator<LogEntry> {
  const rows = store.cells('SELECT id, statement, coder, time, target FROM decision ORDER BY revision');
  const read = logReader(store);
  for (const [id, statement, coder, time, target] of rows as IterableIterator<string[]>) {
    yield { id, statement, coder, time, target: read(target as string) } as LogEntry;
  }
}

/** Reads decisions by their ids, in the order of the log; they may be those of a file that somebody else wrote. */
export function readDecisionsOf(store: Store, ids: Iterable<string>): Decision[] {
  return store
    .all<DecisionRow>(
      `${SELECT_DECISION} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY revision`,
      JSON.stringify([...ids]),
    )
    .map(decisionReader(store))
    .map((decision) => decisionSchema.parse(withoutRevision(decision)) as Decision);
}

/** The ids of the decisions before which a suggestion of the program was shown to their coder. */
export function decisionsAfterSuggestion(store: Store): Set<string> {
  const rows = store.all<{ id: string }>('SELECT id FROM decision WHERE suggestion_shown = 1');
  return new Set(rows.map(({ id }) => id));
}

/** A part of the log: what follows one revision (or moment), up to another one. */
export interface LogWindow {
  readonly by: 'revision' | 'time';
  readonly after: number | string;
  /** Null for what is last. */
  readonly upTo: number | string | null;
}

/** Reads the decisions of a part of the log, first decision first. */
export function readDecisionsBetween(store: Store, { by, after, upTo }: LogWindow): Decision[] {
  return store
    .all<DecisionRow>(
      `${SELECT_DECISION} WHERE ${by} > ? AND ${by} <= coalesce(?, ${by}) ORDER BY revision`,
      after,
      upTo,
    )
    .map(decisionReader(store))
    .map(withoutRevision);
}

/** How many decisions were logged up to a revision. */
export function countDecisionsUpTo(store: Store, revision: number): number {
  const sql = 'SELECT count(*) AS decisions FROM decision WHERE revision <= ?';
  return store.get<{ decisions: number }>(sql, revision)?.decisions ?? 0;
}

/** Which of some decisions, by their ids, were made together with others by one statement. */
export function decisionsInBulk(store: Store, ids: Iterable<string>): Set<string> {
  const rows = store.all<{ id: string }>(
    'SELECT id FROM decision WHERE is_bulk = 1 AND id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...ids]),
  );
  return new Set(rows.map(({ id }) => id));
}

/** How many decisions were made. */
export function countDecisions(store: Store): number {
  return store.get<{ decisions: number }>('SELECT count(*) AS decisions FROM decision')?.decisions ?? 0;
}

/**
 * One hash (sha256, hex) of the log of decisions up to a revision, each with what it says, by whom, when and why. Who keeps
 * it elsewhere can tell whether what was decided until then was changed since.
 */
export function logHash(store: Store, revision = Number.MAX_SAFE_INTEGER): string {
  const hash = createHash('sha256');
  const rows = store.cells(
    `SELECT id, statement, coder, time, kind, target, before, after, reason, suggestion_shown, is_bulk, undoes
     FROM decision WHERE revision <= ${revision} ORDER BY revision`,
  );
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}

/** What the index of the log says: the id of each decision with a word or code that it mentions. */
export function subjectsInLog(store: Store): Set<string> {
  const rows = store.all<{ entry: string }>(
    `SELECT id || ' ' || subject AS entry FROM decision_subject LEFT JOIN decision USING (revision)`,
  );
  return new Set(rows.map(({ entry }) => entry));
}

/** When codes, levels and their theory were decided about, in order. */
export function timesOfCodebookChanges(store: Store): string[] {
  const rows = store.all<{ time: string }>(
    `SELECT time FROM decision WHERE target ->> 'type' IN ('code', 'level') ORDER BY time`,
  );
  return rows.map(({ time }) => time);
}

/** Adds decisions to the log and puts what they leave in force, one after the other. */
export function log(store: Store, decisions: Decision[]): Decision[] {
  keepDecisions(store, decisions);
  for (const decision of decisions) putState(store, decision);
  return decisions;
}

/** Adds decisions to the log as another log has them; what they leave in force is put by whoever knows what else was decided. */
export function keepDecisions(store: Store, decisions: readonly Decision[]): void {
  for (const coder of new Set(decisions.map(({ coder }) => coder))) saveCoder(store, coder);
  const first = appendRevision(store, 'decision', decisions.length);
  for (const [at, decision] of decisions.entries()) {
    keepRow(store, first + at, decision);
    for (const subject of subjectsOf(decision)) {
      store.run('INSERT INTO decision_subject VALUES (?, ?)', subject, first + at);
    }
  }
  store.run(
    `INSERT INTO standing_decision SELECT revision, coder, statement FROM decision
     WHERE revision >= ? AND kind <> 'undo'`,
    first,
  );
  store.run(
    `DELETE FROM standing_decision WHERE revision IN (
       SELECT taken_back.revision FROM decision JOIN decision AS taken_back ON taken_back.id = decision.undoes
       WHERE decision.revision >= ? AND decision.kind = 'undo'
     )`,
    first,
  );
}

function keepRow(store: Store, revision: number, decision: Decision): void {
  store.run(
    `INSERT INTO decision (revision, id, statement, coder, time, kind, target, before, after, reason,
       suggestion_shown, is_bulk, undoes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    revision,
    decision.id,
    decision.statement,
    decision.coder,
    decision.time,
    decision.kind,
    JSON.stringify(decision.target),
    decision.before && JSON.stringify(decision.before),
    decision.after && JSON.stringify(decision.after),
    decision.reason,
    Number(decision.suggestionShown),
    Number(decision.isBulk),
    decision.undoes,
  );
}

/** Reads the decisions that rows say, with the ids that their cases have now. */
export function decisionReader(store: Store): (row: DecisionRow) => Logged {
  const read = logReader(store);
  return (row) =>
    ({
      ...row,
      target: read(row.target),
      before: row.before && read(row.before),
      after: row.after && read(row.after),
      suggestionShown: row.suggestionShown === 1,
      isBulk: row.isBulk === 1,
    }) as Logged;
}

function withoutRevision({ revision: _, ...decision }: Logged): Decision {
  return decision;
}
