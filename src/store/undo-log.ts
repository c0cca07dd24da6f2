import { UserError } from '../errors.js';
import type { Decision } from '../model/decisions/decision.js';
import { dependsOn, subjectsOf } from '../model/decisions/dependence.js';
import type { Target } from '../model/decisions/target.js';
import { type DecisionRow, decisionReader, type Logged, log, SELECT_DECISION } from './decision-log.js';
import type { Store } from './store.js';
import { readState } from './target-state.js';

/** Who takes a statement back or makes it again, when and why, and where the ids of these decisions come from. */
export interface UndoRequest extends Pick<Decision, 'coder' | 'time' | 'reason'> {
  readonly newId: () => string;
}

/**
 * Takes back a statement of the coder that still stands, all its decisions, the last first, each by a decision of its own.
 * @param decision the id of a decision of it; without one it is the coder's last
 * @throws UserError decide/nothing-to-undo, decide/not-standing, or decide/undo-blocked naming the later decisions that depend on it
 */
export function undoStatement(store: Store, request: UndoRequest, decision?: string): Decision[] {
  const { coder } = request;
  const last =
    decision === undefined
      ? store.get<{ statement: string }>(
          'SELECT statement FROM standing_decision WHERE coder = ? ORDER BY revision DESC LIMIT 1',
          coder,
        )
      : store.get<{ statement: string }>(
          `SELECT statement FROM standing_decision
           WHERE coder = ? AND statement = (SELECT statement FROM decision WHERE id = ?)`,
          coder,
          decision,
        );
  if (last === undefined && decision !== undefined) {
    const by = store.get<{ coder: string }>(`${SELECT_DECISION} WHERE id = ?`, decision)?.coder ?? coder;
    throw new UserError('decide/not-standing', { coder, by, decision: decision.slice(0, 8) });
  }
  if (last === undefined) throw new UserError('decide/nothing-to-undo', { coder });
  const undone = standing(store, 'WHERE standing_decision.statement = ?', last.statement);
  const later = dependents(store, undone);
  if (later.length > 0) {
    throw new UserError('decide/undo-blocked', { undone, later });
  }
  return takeBack(store, undone, 'undo', request);
}

/**
 * Makes the statement again that the coder took back last, if they stated nothing since, for the reasons that it had unless
 * another is given.
 * @throws UserError decide/nothing-to-redo, or decide/redo-blocked when something else is in force there now
 */
export function redoLast(store: Store, request: UndoRequest): Decision[] {
  const [last] = store
    .all<DecisionRow>(`${SELECT_DECISION} WHERE coder = ? ORDER BY revision DESC LIMIT 1`, request.coder)
    .map(decisionReader(store));
  const undone = last && undosToRedo(store, last);
  if (!undone?.length) throw new UserError('decide/nothing-to-redo', { coder: request.coder });
  const changed = undone.filter(
    ({ target, after }) => JSON.stringify(readState(store, target, request.coder)) !== JSON.stringify(after),
  );
  if (changed.length > 0) {
    throw new UserError('decide/redo-blocked', { changed });
  }
  return takeBack(store, undone, 'redo', request, ({ undoes }) => request.reason || reasonOf(store, undoes));
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
      .map(decisionReader(store));
    from = before;
  }
  if (from?.kind !== 'undo') return [];
  return store
    .all<DecisionRow>(`${SELECT_DECISION} WHERE statement = ? ORDER BY revision`, from.statement)
    .map(decisionReader(store));
}

/** Logs for each decision, the last first, one that leaves what was in force before it. */
function takeBack(
  store: Store,
  taken: readonly Logged[],
  kind: 'undo' | 'redo',
  { newId, ...request }: UndoRequest,
  reasonFor: (taken: Logged) => string = () => request.reason,
): Decision[] {
  const ids = taken.map(newId);
  return log(
    store,
    taken.toReversed().map((one, index) => ({
      ...request,
      reason: reasonFor(one),
      id: ids[index] as string,
      statement: ids[0] as string,
      kind,
      target: one.target,
      before: one.after,
      after: one.before,
      suggestionShown: false,
      isBulk: taken.length > 1,
      undoes: one.id,
    })),
  );
}

function reasonOf(store: Store, decision: string | null): string {
  return store.get<{ reason: string }>('SELECT reason FROM decision WHERE id = ?', decision)?.reason ?? '';
}

/** The last statements of a coder about one type of target that still stand, each with its decisions, the latest first. */
export function lastStandingStatements(
  store: Store,
  coder: string,
  type: Target['type'],
  most: number,
): [Decision, ...Decision[]][] {
  const statements: [Decision, ...Decision[]][] = [];
  let before = Number.MAX_SAFE_INTEGER;
  while (statements.length < most) {
    const last = store.get<{ statement: string; revision: number }>(
      `SELECT standing_decision.statement, revision FROM standing_decision JOIN decision USING (revision)
       WHERE standing_decision.coder = ? AND revision < ? AND target ->> 'type' = ? ORDER BY revision DESC LIMIT 1`,
      coder,
      before,
      type,
    );
    if (last === undefined) break;
    const decisions = standing(store, 'WHERE standing_decision.statement = ?', last.statement);
    before = Math.min(last.revision, ...decisions.slice(0, 1).map(({ revision }) => revision));
    statements.push(decisions as Decision[] as [Decision, ...Decision[]]);
  }
  return statements;
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
    .map(decisionReader(store));
}
