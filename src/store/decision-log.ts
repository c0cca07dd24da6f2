import { z } from 'zod';
import { UserError } from '../errors.js';
import {
  aspectSchema,
  type DecidedWord,
  type Decision,
  decisionSchema,
  restsOn,
  subjectOf,
  type Verdict,
  verdictSchema,
} from '../model/decision.js';
import type { Store } from './store.js';
import { putVerdict, readVerdict } from './verdict-table.js';

/** A decision as a coder makes it; the log adds what was in force before. */
export type NewDecision = Omit<Decision, 'before' | 'undoes' | 'kind'> & { readonly kind: Verdict['kind'] };

/** Who takes back their last statement, when and why, and where the ids of the undos come from. */
export interface UndoRequest extends Pick<Decision, 'coder' | 'time' | 'reason'> {
  readonly newId: () => string;
}

interface DecisionRow {
  readonly before: string | null;
  readonly after: string | null;
  readonly suggestionShown: number;
}

const decidedWordSchema = z
  .object({ group: z.string(), word: z.string(), aspect: aspectSchema, verdict: verdictSchema })
  .readonly();

const SELECT_DECISION = `SELECT id, coder, time, kind, group_name AS "group", word, aspect, before, after, reason,
  suggestion_shown AS suggestionShown, undoes, coalesce(nullif(statement, ''), id) AS statement FROM decision`;

/** What was not taken back and is not itself an undo. */
const STANDS = `kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM decision AS undo WHERE undo.undoes = decision.id)`;

/** Logs a decision and puts its verdict in force. */
export function appendDecision(store: Store, decision: NewDecision): Decision {
  return store.transaction(() =>
    log(store, { ...decision, before: readVerdict(store, decision), undoes: null }),
  );
}

/**
 * Takes back the coder's last statement that still stands, all its decisions, the last first, each by a decision
 * of its own. Fails with `decide/nothing-to-undo`, or with `decide/undo-blocked` naming the later decisions that
 * rest on one of them.
 */
export function undoLast(store: Store, { newId, ...request }: UndoRequest): Decision[] {
  return store.transaction(() => {
    const standing = standingDecisions(store);
    const last = standing.findLast(({ coder }) => coder === request.coder);
    if (last === undefined) throw new UserError('decide/nothing-to-undo', { coder: request.coder });
    const undone = standing.filter(({ statement }) => statement === last.statement);
    const later = standing.filter(
      (one, index) =>
        one.statement !== last.statement &&
        undone.some((earlier) => standing.indexOf(earlier) < index && restsOn(one, earlier)),
    );
    if (later.length > 0) {
      throw new UserError('decide/undo-blocked', {
        decision: undone.map(inShort).join('; '),
        later: later.map(inShort).join('; '),
      });
    }
    const ids = undone.map(newId);
    return undone.reverse().map(({ id: undoes, group, word, aspect, before: after, after: before }, index) =>
      log(store, {
        ...request,
        id: ids[index] as string,
        group,
        word,
        aspect,
        kind: 'undo',
        before,
        after,
        suggestionShown: false,
        undoes,
        statement: ids[0] as string,
      }),
    );
  });
}

/** The verdicts in force, in code point order of group, word and aspect. */
export function readVerdicts(store: Store): DecidedWord[] {
  const rows = store.all<{ verdict: string }>(
    'SELECT group_name AS "group", word, aspect, verdict FROM verdict ORDER BY group_name, word, aspect',
  );
  return rows.map((row) => decidedWordSchema.parse({ ...row, verdict: JSON.parse(row.verdict) }));
}

/** The whole log, first decision first. */
export function readDecisions(store: Store): Decision[] {
  return store.all<DecisionRow>(`${SELECT_DECISION} ORDER BY revision`).map(decisionOf);
}

/** The revision of the project: one more with every decision, 0 before the first. */
export function projectRevision(store: Store): number {
  const row = store.get<{ revision: number }>('SELECT coalesce(max(revision), 0) AS revision FROM decision');
  return row?.revision ?? 0;
}

function standingDecisions(store: Store): Decision[] {
  return store.all<DecisionRow>(`${SELECT_DECISION} WHERE ${STANDS} ORDER BY revision`).map(decisionOf);
}

function log(store: Store, decision: Decision): Decision {
  store.run(
    `INSERT INTO decision (id, coder, time, kind, group_name, word, aspect, before, after, reason,
       suggestion_shown, undoes, statement)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    decision.id,
    decision.coder,
    decision.time,
    decision.kind,
    decision.group,
    decision.word,
    decision.aspect,
    decision.before && JSON.stringify(decision.before),
    decision.after && JSON.stringify(decision.after),
    decision.reason,
    Number(decision.suggestionShown),
    decision.undoes,
    decision.statement,
  );
  putVerdict(store, decision, decision.after);
  return decision;
}

function decisionOf(row: DecisionRow): Decision {
  return decisionSchema.parse({
    ...row,
    before: row.before && JSON.parse(row.before),
    after: row.after && JSON.parse(row.after),
    suggestionShown: row.suggestionShown === 1,
  });
}

/** A decision as one reads it in a message; it can be found by the beginning of its id. */
function inShort(decision: Decision): string {
  return `${decision.id.slice(0, 8)} ${decision.kind} ${subjectOf(decision)} (${decision.coder})`;
}
