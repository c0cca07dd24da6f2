import type { State } from '../model/decisions/decision.js';
import { subjectOf } from '../model/decisions/describe-decision.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import type { Context } from '../project/context.js';
import { wordsAsKnown } from '../project/known-words.js';
import { planCodeDecisions } from '../project/plan-code-decisions.js';
import { planKeywordDecisions, requireWords } from '../project/plan-keyword-decisions.js';
import { recordDecisions, recordRedo, recordUndo } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import type { PlannedDecision, Statement } from '../project/statement.js';
import type { NewDecision } from '../store/decision-log.js';
import type { Store } from '../store/store.js';
import { wasShown } from '../store/suggestion-table.js';
import { readState } from '../store/target-state.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';
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
  const coder = requireCoder(stated.coder);
  return followDecisions(context, (within) => {
    const { store } = within;
    const statement = { ...stated, coder, words: wordsAsKnown(store, stated.words) };
    requireWords(statement);
    const planned = planCodeDecisions(store, statement) ?? planKeywordDecisions(store, statement);
    const made = planned.map((one) => decisionOf(within, statement, one));
    const isKnown = made.map((one) => isInForce(store, one));
    const fresh = made.filter((_, index) => !isKnown[index]);
    const logged = fresh.map((one) => ({ ...one, statement: fresh[0]?.id ?? '', isBulk: fresh.length > 1 }));
    return {
      ...recordDecisions(store, logged),
      alreadyInForce: made
        .filter((_, index) => isKnown[index])
        .map((one) => subjectOf({ ...one, before: null })),
    };
  });
}

/** Takes back the coder's last statement and brings keywords and codes up to date. */
export async function undo(context: Context, { coder, reason }: UndoOptions): Promise<DecideReport> {
  const request = { coder: requireCoder(coder), time: context.now().toISOString(), reason };
  return followDecisions(context, ({ store, newId }) => recordUndo(store, { ...request, newId }));
}

/** Makes the coder's last statement again that they took back, and brings keywords and codes up to date. */
export async function redo(context: Context, { coder, reason }: UndoOptions): Promise<DecideReport> {
  const request = { coder: requireCoder(coder), time: context.now().toISOString(), reason };
  return followDecisions(context, ({ store, newId }) => recordRedo(store, { ...request, newId }));
}

function decisionOf(
  { store, now, newId }: Context,
  { kind, coder, reason }: Statement,
  { target, ...rest }: PlannedDecision,
): NewDecision & { readonly after: State } {
  const id = newId();
  return {
    id,
    statement: id,
    coder,
    time: now().toISOString(),
    kind,
    target,
    after: { kind, ...rest, decisionId: id, coder, reason },
    reason,
    suggestionShown: wasSuggested(store, { coder, kind, target, ...rest }),
    isBulk: false,
  };
}

/** Whether a decision says again what its coder said before; another reason is something else to say. */
function isInForce(store: Store, { target, coder, after }: NewDecision): boolean {
  const before = readState(store, target, coder);
  const said = (state: State | null) =>
    JSON.stringify(state, (key, value) => (key === 'decisionId' ? undefined : value));
  return before !== null && said(before) === said(after);
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
  const framework = kind === 'merge' ? appliedCodebook(store)?.framework : undefined;
  const codeId = (framework?.codes.get(into) ?? framework?.termOwners.get(into))?.id;
  const codebookId = framework?.codebook.id ?? '';
  return codeId !== undefined && wasShown(store, { coder, codebookId, word, codeId });
}
