import { type Decision, type State, subjectOf } from '../model/decisions/decision.js';
import { recordDecisions, recordRedo, recordUndo } from '../project/record-decisions.js';
import type { NewDecision } from '../store/decision-log.js';
import { readKeywords } from '../store/keyword-table.js';
import { latestRun } from '../store/run-table.js';
import type { Store } from '../store/store.js';
import { wasShown } from '../store/suggestion-table.js';
import { readState } from '../store/target-state.js';
import { appliedCodebook } from './applied-codebook.js';
import { type CodeReport, recodeCases } from './code-cases.js';
import type { Context } from './context.js';
import { planCodeDecisions } from './decide-codes.js';
import { wordsAsKnown } from './known-words.js';
import { planKeywordDecisions, requireWords } from './plan-keyword-decisions.js';
import { requireCoder } from './require-coder.js';
import { screenKeywords, suggestFolds } from './screen-keywords.js';
import type { PlannedDecision, Statement } from './statement.js';

export type { Statement } from './statement.js';

/** Who takes back a statement or makes it again, and why. */
export interface UndoOptions {
  readonly coder: string;
  readonly reason: string;
}

/** What was logged, and the coding as it stands after it (null while the project is not coded, or nothing changed). */
export interface DecideReport {
  readonly decisions: readonly Decision[];
  /** What the coder had decided just so before: nothing was logged for it. */
  readonly alreadyInForce: readonly string[];
  readonly coding: CodeReport | null;
}

/** Logs the decisions of a statement, one for each word, and brings keywords and codes up to date. */
export async function decide(context: Context, stated: Statement): Promise<DecideReport> {
  const { store } = context;
  const coder = requireCoder(stated.coder);
  const { decisions, alreadyInForce } = store.transaction(() => {
    const statement = { ...stated, coder, words: wordsAsKnown(store, stated.words) };
    requireWords(statement);
    const planned = planCodeDecisions(store, statement) ?? planKeywordDecisions(store, statement);
    const made = planned.map((one) => decisionOf(context, statement, one));
    const [fresh, known] = [
      made.filter((one) => !isInForce(store, one)),
      made.filter((one) => isInForce(store, one)),
    ];
    const logged = fresh.map((one) => ({ ...one, statement: fresh[0]?.id ?? '', isBulk: fresh.length > 1 }));
    return {
      ...recordDecisions(store, logged),
      alreadyInForce: known.map((one) => subjectOf({ ...one, before: null })),
    };
  });
  return { decisions, alreadyInForce, coding: decisions.length > 0 ? await refresh(context) : null };
}

/** Takes back the coder's last statement and brings keywords and codes up to date. */
export async function undo(context: Context, { coder, reason }: UndoOptions): Promise<DecideReport> {
  const { store, now, newId } = context;
  const request = { newId, coder: requireCoder(coder), time: now().toISOString(), reason };
  const { decisions } = recordUndo(store, request);
  return { decisions, alreadyInForce: [], coding: await refresh(context) };
}

/** Makes the coder's last statement again that they took back, and brings keywords and codes up to date. */
export async function redo(context: Context, { coder, reason }: UndoOptions): Promise<DecideReport> {
  const { store, now, newId } = context;
  const request = { newId, coder: requireCoder(coder), time: now().toISOString(), reason };
  const { decisions } = recordRedo(store, request);
  return { decisions, alreadyInForce: [], coding: await refresh(context) };
}

/** Brings keywords and codes up to date with what is in force; null while the project is not coded. */
export async function refresh(context: Context): Promise<CodeReport | null> {
  if (latestRun(context.store, 'code')) return recodeCases(context);
  await screenKeywords(context, {});
  return null;
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
    return suggestFolds(store, readKeywords(store)).some((fold) => fold.word === word && fold.into === into);
  }
  const framework = kind === 'merge' ? appliedCodebook(store)?.framework : undefined;
  const codeId = (framework?.codes.get(into) ?? framework?.termOwners.get(into))?.id;
  const codebookId = framework?.codebook.id ?? '';
  return codeId !== undefined && wasShown(store, { coder, codebookId, word, codeId });
}
