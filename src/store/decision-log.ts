import { z } from 'zod';
import { UserError } from '../errors.js';
import {
  ALL_GROUPS,
  aspectSchema,
  type DecidedWord,
  type Decision,
  decisionSchema,
  type Verdict,
  verdictSchema,
} from '../model/decision.js';
import type { Store } from './store.js';
import { putVerdict, readVerdict } from './verdict-table.js';

/** A decision as a coder makes it; the log adds what was in force before. */
export type NewDecision = Omit<Decision, 'before' | 'undoes' | 'kind'> & { readonly kind: Verdict['kind'] };

/** Who takes back their last decision, when and why; `id` is the id of the undo itself. */
export type UndoRequest = Pick<Decision, 'id' | 'coder' | 'time' | 'reason'>;

interface DecisionRow {
  readonly before: string | null;
  readonly after: string | null;
  readonly suggestionShown: number;
}

const decidedWordSchema = z
  .object({ group: z.string(), word: z.string(), aspect: aspectSchema, verdict: verdictSchema })
  .readonly();

const SELECT_DECISION = `SELECT id, coder, time, kind, group_name AS "group", word, aspect, before, after, reason,
  suggestion_shown AS suggestionShown, undoes FROM decision`;

/** What was not taken back and is not itself an undo. */
const STANDS = `kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM decision AS undo WHERE undo.undoes = decision.id)`;

/** Logs a decision and puts its verdict in force. */
export function appendDecision(store: Store, decision: NewDecision): Decision {
  return store.transaction(() =>
    log(store, { ...decision, before: readVerdict(store, decision), undoes: null }),
  );
}

/**
 * Takes back the coder's last decision that still stands, by a decision of its own. Fails with
 * `decide/nothing-to-undo`, or with `decide/undo-blocked` naming the later decisions that rest on it.
 */
export function undoLast(store: Store, request: UndoRequest): Decision {
  return store.transaction(() => {
    const last = store.get<DecisionRow>(
      `${SELECT_DECISION} WHERE coder = ? AND ${STANDS} ORDER BY revision DESC LIMIT 1`,
      request.coder,
    );
    if (last === undefined) throw new UserError('decide/nothing-to-undo', { coder: request.coder });
    const undone = decisionOf(last);
    const later = dependents(store, undone);
    if (later.length > 0) {
      throw new UserError('decide/undo-blocked', {
        decision: inShort(undone),
        later: later.map(inShort).join('; '),
      });
    }
    const { group, word, aspect, before: after, after: before } = undone;
    const target = { group, word, aspect };
    return log(store, {
      ...request,
      ...target,
      kind: 'undo',
      before,
      after,
      suggestionShown: false,
      undoes: undone.id,
    });
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

/** Later decisions that stand and rest on this one: on the same question, or on the word it added. */
function dependents(store: Store, decision: Decision): Decision[] {
  const onSameQuestion = 'group_name = ? AND word = ? AND aspect = ?';
  const intoAddedWord = `? = 'add' AND kind IN ('fold', 'merge') AND after ->> 'into' = ?
    AND (group_name = ? OR '${ALL_GROUPS}' IN (group_name, ?))`;
  const rows = store.all<DecisionRow>(
    `${SELECT_DECISION}
     WHERE revision > (SELECT revision FROM decision WHERE id = ?) AND ${STANDS}
       AND (${onSameQuestion} OR ${intoAddedWord})
     ORDER BY revision`,
    decision.id,
    decision.group,
    decision.word,
    decision.aspect,
    decision.kind,
    decision.word,
    decision.group,
    decision.group,
  );
  return rows.map(decisionOf);
}

function log(store: Store, decision: Decision): Decision {
  store.run(
    `INSERT INTO decision (id, coder, time, kind, group_name, word, aspect, before, after, reason,
       suggestion_shown, undoes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
  return `${decision.id.slice(0, 8)} ${decision.kind} ${decision.word} (${decision.coder})`;
}
