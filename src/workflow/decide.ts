import { frameworkInForce } from '../project/applied-codebook.js';
import type { Context } from '../project/context.js';
import { findDecisionId } from '../project/find-memo.js';
import { wordsAsKnown } from '../project/known-words.js';
import { planCodeDecisions } from '../project/plan-code-decisions.js';
import { planKeywordDecisions, requireWords } from '../project/plan-keyword-decisions.js';
import { readDecisionState } from '../project/read-decision-state.js';
import { recordDecisions, recordRedo, recordUndo } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import type { PlannedDecision, Statement } from '../project/statement.js';
import { notInForce, verdictDecision } from '../project/verdict-decision.js';
import type { Store } from '../store/store.js';
import { wasShown } from '../store/suggestion-table.js';
import { type DecideReport, followDecisions, type LoggedStatement } from './follow-decisions.js';
import { isFoldSuggested } from './screen-keywords.js';

export type { Statement } from '../project/statement.js';
export type { DecideReport } from './follow-decisions.js';

/** Who takes back a statement or makes it again, and why. */
export interface UndoOptions {
  readonly coder: string;
  readonly reason: string;
}

/** Logs the decisions of a statement, one for each word, and brings keywords and codes up to date. */
export async function decide(context: Context, stated: Statement): Promise<DecideReport> {
  const statement = { ...stated, coder: requireCoder(stated.coder) };
  return followDecisions(context, (within) => logStatement(within, statement));
}

/** Logs the decisions of a statement, one for each word, without what follows from them. */
export function logStatement(context: Context, stated: Statement): LoggedStatement {
  const { store } = context;
  const state = readDecisionState(store);
  const statement = { ...stated, words: wordsAsKnown(state, stated.words) };
  requireWords(statement);
  const planned = planCodeDecisions(state, statement) ?? planKeywordDecisions(state, statement);
  const made = planned.map((one) => ({
    ...verdictDecision(context, statement, one),
    suggestionShown: wasSuggested(store, { ...statement, ...one }),
  }));
  const { fresh, alreadyInForce } = notInForce(store, made);
  return { ...recordDecisions(store, fresh), alreadyInForce };
}

/**
 * Takes back a statement of the coder, the last one unless another is named, and brings keywords and codes up to date.
 * @throws UserError decide/nothing-to-undo, decide/not-standing, decide/undo-blocked, memo/unknown-decision
 */
export async function undo(
  context: Context,
  { coder, reason, decision }: UndoOptions & { readonly decision?: string | undefined },
): Promise<DecideReport> {
  const request = { coder: requireCoder(coder), time: context.now().toISOString(), reason };
  return followDecisions(context, ({ store, newId }) => {
    const id = decision === undefined ? undefined : findDecisionId(store, decision);
    return recordUndo(store, { ...request, newId }, id);
  });
}

/** Makes the coder's last statement again that they took back, and brings keywords and codes up to date. */
export async function redo(context: Context, { coder, reason }: UndoOptions): Promise<DecideReport> {
  const request = { coder: requireCoder(coder), time: context.now().toISOString(), reason };
  return followDecisions(context, ({ store, newId }) => recordRedo(store, { ...request, newId }));
}

/** Whether the coder had been shown that a word might go to a target: a fold by screening, a merge by suggestions. */
function wasSuggested(
  store: Store,
  { coder, kind, target, into = '' }: PlannedDecision & Pick<Statement, 'coder' | 'kind'>,
): boolean {
  if (!('word' in target)) return false;
  const { word } = target;
  if (kind === 'fold') {
    return isFoldSuggested(store, word, into);
  }
  const framework = kind === 'merge' ? frameworkInForce(store) : null;
  const codeId = (framework?.codes.get(into) ?? framework?.termOwners.get(into))?.id;
  const codebookId = framework?.codebook.id ?? '';
  return codeId !== undefined && wasShown(store, { coder, codebookId, word, codeId });
}
