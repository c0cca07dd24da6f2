import { createHash } from 'node:crypto';
import { UserError } from '../errors.js';
import { type Decision, decisionSchema } from '../model/decisions/decision.js';
import { dependsOn, subjectsOf } from '../model/decisions/dependence.js';
import { subjectOf } from '../model/decisions/describe-decision.js';
import { saveCoder } from './coder-table.js';
import { appendRevision } from './revision-table.js';
import type { Store } from './store.js';
import { putState, readState } from './target-state.js';

/** A decision as a coder makes it, or as another log has it; this one adds what was in force before. */
export type NewDecision = Omit<Decision, 'before' | 'undoes'> & Partial<Pick<Decision, 'undoes'>>;

/** Who takes a statement back or makes it again, when and why, and where the ids of these decisions come from. */
export interface UndoRequest extends Pick<Decision, 'coder' | 'time' | 'reason'> {
  readonly newId: () => string;
}

interface DecisionRow {
  readonly revision: number;
  readonly target: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly suggestionShown: number;
  readonly isBulk: number;
}

type Logged = Decision & { readonly revision: number };

const SELECT_DECISION = `SELECT decision.revision, id, decision.statement, decision.coder, time, kind, target, before, after,
  reason, suggestion_shown AS suggestionShown, is_bulk AS isBulk, undoes FROM decision`;

/** Logs a decision and puts what it leaves in force. */
export function appendDecision(store: Store, decision: NewDecision): Decision {
  const before = readState(store, decision.target, decision.coder);
  return log(store, { undoes: null, ...decision, before });
}

/**
 * Takes back the coder's last statement that still stands, all its decisions, the last first, each by a decision of its own.
 * @throws UserError decide/nothing-to-undo, or decide/undo-blocked naming the later decisions that depend on it
 */
export function undoLast(store: Store, request: UndoRequest): Decision[] {
  const [last] = store.all<{ statement: string }>(
    'SELECT statement FROM standing_decision WHERE coder = ? ORDER BY revision DESC LIMIT 1',
    request.coder,
  );
  if (last === undefined) throw new UserError('decide/nothing-to-undo', { coder: request.coder });
  const undone = standing(store, 'WHERE standing_decision.statement = ?', last.statement);
  const later = dependents(store, undone);
  if (later.length > 0) {
    throw new UserError('decide/undo-blocked', {
      decision: undone.map(inShort).join('; '),
      later: later.map(inShort).join('; '),
    });
  }
  return takeBack(store, undone, 'undo', request);
}

/**
 * Makes the statement again that the coder took back last, if they stated nothing since.
 * @throws UserError decide/nothing-to-redo, or decide/redo-blocked when something else is in force there now
 */
export function redoLast(store: Store, request: UndoRequest): Decision[] {
  const [last] = store
    .all<DecisionRow>(`${SELECT_DECISION} WHERE coder = ? ORDER BY revision DESC LIMIT 1`, request.coder)
    .map(decisionOf);
  const undone = last && undosToRedo(store, last);
  if (!undone?.length) throw new UserError('decide/nothing-to-redo', { coder: request.coder });
  const changed = undone.filter(
    ({ target, after }) => JSON.stringify(readState(store, target, request.coder)) !== JSON.stringify(after),
  );
  if (changed.length > 0) {
    throw new UserError('decide/redo-blocked', { decision: changed.map(inShort).join('; ') });
  }
  return takeBack(store, undone, 'redo', request);
}

/** The whole log, first decision first. */
export function readDecisions(store: Store): Decision[] {
  return store
    .all<DecisionRow>(`${SELECT_DECISION} ORDER BY revision`)
    .map((row) => withoutRevision(decisionOf(row)))
    .map((decision) => decisionSchema.parse(decision) as Decision);
}

/** Which decision is about what, by whom and when. */
export interface LogEntry extends Pick<Decision, 'id' | 'statement' | 'coder' | 'time' | 'target'> {}

/** The whole log without what the decisions say, first decision first. */
export function readLogEntries(store: Store): LogEntry[] {
  return store
    .all<Omit<LogEntry, 'target'> & { target: string }>(
      'SELECT id, statement, coder, time, target FROM decision ORDER BY revision',
    )
    .map((row) => ({ ...row, target: JSON.parse(row.target) }));
}

/** Reads decisions by their ids, in the order of the log; they may be those of a file that somebody else wrote. */
export function readDecisionsOf(store: Store, ids: Iterable<string>): Decision[] {
  return store
    .all<DecisionRow>(
      `${SELECT_DECISION} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY revision`,
      JSON.stringify([...ids]),
    )
    .map((row) => decisionSchema.parse(withoutRevision(decisionOf(row))) as Decision);
}

/** The ids of the decisions before which a suggestion of the program was shown to their coder. */
export function decisionsAfterSuggestion(store: Store): Set<string> {
  const rows = store.all<{ id: string }>('SELECT id FROM decision WHERE suggestion_shown = 1');
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

/** The last statement of undos that was not made again: redo walks back a row of undos, the last first. */
function undosToRedo(store: Store, last: Logged): Logged[] {
  let from: Logged | undefined = last;
  while (from?.kind === 'redo') {
    const [before]: Logged[] = store
      .all<DecisionRow>(
        `${SELECT_DECISION} WHERE coder = ? AND revision <
           (SELECT min(revision) FROM decision WHERE statement = (SELECT statement FROM decision WHERE id = ?))
         ORDER BY revision DESC LIMIT 1`,
        last.coder,
        from.undoes,
      )
      .map(decisionOf);
    from = before;
  }
  if (from?.kind !== 'undo') return [];
  return store
    .all<DecisionRow>(`${SELECT_DECISION} WHERE statement = ? ORDER BY revision`, from.statement)
    .map(decisionOf);
}

/** Logs for each decision, the last first, one that leaves what was in force before it. */
function takeBack(
  store: Store,
  taken: readonly Logged[],
  kind: 'undo' | 'redo',
  { newId, ...request }: UndoRequest,
): Decision[] {
  const ids = taken.map(newId);
  return taken.toReversed().map(({ id: undoes, target, before: after, after: before }, index) =>
    log(store, {
      ...request,
      id: ids[index] as string,
      statement: ids[0] as string,
      kind,
      target,
      before,
      after,
      suggestionShown: false,
      isBulk: taken.length > 1,
      undoes,
    }),
  );
}

function dependents(store: Store, undone: readonly Logged[]): Logged[] {
  const own = new Set(undone.map(({ revision }) => revision));
  const later = new Map<number, Logged>();
  for (const earlier of undone) {
    for (const subject of subjectsOf(earlier)) {
      const sharing = standing(
        store,
        'JOIN decision_subject USING (revision) WHERE subject = ? AND revision > ?',
        subject,
        earlier.revision,
      );
      for (const one of sharing)
        if (!own.has(one.revision) && dependsOn(one, earlier)) later.set(one.revision, one);
    }
  }
  return [...later.values()].sort((one, other) => one.revision - other.revision);
}

function standing(store: Store, which: string, ...cells: readonly (string | number)[]): Logged[] {
  return store
    .all<DecisionRow>(
      `${SELECT_DECISION} JOIN standing_decision USING (revision) ${which} ORDER BY revision`,
      ...cells,
    )
    .map(decisionOf);
}

function log(store: Store, decision: Decision): Decision {
  keepDecision(store, decision);
  putState(store, decision);
  return decision;
}

/** Adds a decision to the log as another log has it; what it leaves in force is put by whoever knows what else was decided. */
export function keepDecision(store: Store, decision: Decision): void {
  saveCoder(store, decision.coder);
  const revision = appendRevision(store, 'decision');
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
  for (const subject of subjectsOf(decision)) {
    store.run('INSERT INTO decision_subject VALUES (?, ?)', subject, revision);
  }
  if (decision.kind === 'undo') {
    store.run(
      'DELETE FROM standing_decision WHERE revision = (SELECT revision FROM decision WHERE id = ?)',
      decision.undoes,
    );
  } else {
    store.run('INSERT INTO standing_decision VALUES (?, ?, ?)', revision, decision.coder, decision.statement);
  }
}

function decisionOf(row: DecisionRow): Logged {
  return {
    ...(row as unknown as Logged),
    target: JSON.parse(row.target),
    before: row.before && JSON.parse(row.before),
    after: row.after && JSON.parse(row.after),
    suggestionShown: row.suggestionShown === 1,
    isBulk: row.isBulk === 1,
  };
}

function withoutRevision({ revision: _, ...decision }: Logged): Decision {
  return decision;
}

/** A decision as one reads it in a message; it can be found by the beginning of its id. */
function inShort(decision: Decision): string {
  return `${decision.id.slice(0, 8)} ${decision.kind} ${subjectOf(decision)} (${decision.coder})`;
}
