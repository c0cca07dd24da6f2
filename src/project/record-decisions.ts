import type { Decision } from '../model/decisions/decision.js';
import { isJudged, isPerCoder, keyOf, type Target } from '../model/decisions/target.js';
import type { Verdict } from '../model/decisions/verdict.js';
import { appendDecisions, keepDecisions, type NewDecision } from '../store/decision-log.js';
import { judgedQuestions, type Question, questionOf } from '../store/judgement-table.js';
import type { Store } from '../store/store.js';
import { putState, readState } from '../store/target-state.js';
import { redoLast, type UndoRequest, undoStatement } from '../store/undo-log.js';
import { isOfStructure, keyOfCode } from '../store/verdict-table.js';
import { type SettledChange, settleQuestions } from './settle-questions.js';

/** Decisions as they were logged, and what became another in force for all by them. */
export interface RecordedDecisions {
  readonly decisions: readonly Decision[];
  readonly changes: readonly SettledChange[];
}

/** Logs decisions, in one transaction with what becomes in force by them. */
export function recordDecisions(store: Store, decisions: readonly NewDecision[]): RecordedDecisions {
  return settled(store, () => appendDecisions(store, decisions));
}

/**
 * Adds decisions of another log as they are there, and puts in force what some of both logs leave, in one transaction with
 * what becomes in force for all by them.
 */
export function recordJoined(
  store: Store,
  added: readonly Decision[],
  inForce: readonly Decision[],
): RecordedDecisions {
  return settled(store, () => {
    keepDecisions(store, added);
    return inForce.map((decision) => {
      // What coders each say for themselves is settled whatever it was before.
      const isOwn = isPerCoder(decision.target);
      const before = isOwn ? decision.before : readState(store, decision.target, decision.coder);
      putState(store, decision);
      return { ...decision, before };
    });
  });
}

/** Takes back a statement of the coder that still stands, as `undoStatement` does. */
export function recordUndo(store: Store, request: UndoRequest, decision?: string): RecordedDecisions {
  return settled(store, () => undoStatement(store, request, decision));
}

/** Makes the coder's last statement again that they took back, as `redoLast` does. */
export function recordRedo(store: Store, request: UndoRequest): RecordedDecisions {
  return settled(store, () => redoLast(store, request));
}

function settled(store: Store, logAll: () => Decision[]): RecordedDecisions {
  return store.transaction(() => {
    const decisions = logAll();
    const ofCodes = decisions.flatMap(changeOfCode);
    return { decisions, changes: [...ofCodes, ...settleQuestions(store, questionsOf(store, decisions))] };
  });
}

function changeOfCode({ target, before, after }: Decision): SettledChange[] {
  if (!isOfStructure(target)) return [];
  return [{ ...keyOfCode(target), before: before as Verdict | null, after: after as Verdict | null }];
}

/** The questions that decisions answered, each once; a change of the lead coder reopens all of them. */
function questionsOf(store: Store, decisions: readonly { readonly target: Target }[]): Question[] {
  if (decisions.some(({ target }) => target.type === 'setting' && target.name === 'lead-coder')) {
    return judgedQuestions(store);
  }
  const judged = decisions.flatMap(({ target }) => {
    const about = target.type === 'adjudication' ? target.of : target;
    return isJudged(about) ? [about] : [];
  });
  const questions = judged.map((target) => [keyOf({ ...target, group: '' }), questionOf(target)] as const);
  return [...new Map(questions).values()];
}
