import { UserError } from '../../errors.js';
import type { Codebook } from '../../model/codebook.js';
import type { State } from '../../model/decisions/decision.js';
import type { MemoSubject } from '../../model/decisions/memo.js';
import type { Target } from '../../model/decisions/target.js';
import type { SheetHead } from '../../model/sheet.js';
import type { Span } from '../../model/span.js';
import type { Store } from '../../store/store.js';
import type { PlannedVerdict } from '../plan-reviews.js';
import type { PlannedDecision, Statement } from '../statement.js';
import type { CodeCells } from './code-cell.js';
import type { HandedRow } from './handed-sheet.js';

/** What planning a sheet needs to know. */
export interface SheetState {
  readonly store: Store;
  readonly head: SheetHead;
  readonly coder: string;
  readonly base: Codebook | null;
  readonly codebook: Codebook;
  readonly codes: CodeCells;
  readonly isNew: boolean;
}

/** Of a sheet what is needed to log what it says. */
export interface RecordedState extends Pick<SheetState, 'store' | 'coder' | 'base' | 'codebook' | 'codes'> {
  readonly head: Pick<SheetHead, 'id' | 'isBlind'>;
}

/** A memo that goes with a row: on a passage under its first code, or on its case. */
export interface PlannedMemo {
  readonly caseId: string;
  readonly version: string;
  readonly span: Span;
  readonly quote: string;
  readonly codeId: string | undefined;
  readonly text: string;
  /** Only a memo that came from this very sheet is edited by it. */
  readonly isOfSheet?: boolean;
}

/** An adjudication before it has an id. */
export interface PlannedAdjudication {
  readonly target: Extract<Target, { type: 'adjudication' | 'sentence' }>;
  readonly after: (made: { readonly id: string; readonly reason: string }) => State;
  readonly memo: string;
}

/** A code that whoever adjudicates gives a sentence. */
export interface OwnSentence extends Span {
  readonly caseId: string;
  readonly codeId: string;
}

/** What one row says. */
export interface RowPlan {
  readonly passages?: readonly PlannedVerdict[];
  readonly words?: readonly PlannedWord[];
  readonly adjudications?: readonly PlannedAdjudication[];
  /** Sentences that whoever adjudicates codes themself: theirs counts there, whatever others say. */
  readonly ownSentences?: readonly OwnSentence[];
  readonly memo?: PlannedMemo | null;
  /** A memo beside a word about which the row decides nothing. */
  readonly wordMemo?: {
    readonly on: Extract<MemoSubject, { type: 'code' | 'project' }>;
    readonly word: string;
    readonly text: string;
  };
}

/** A verdict on a word or code, with what the coder wrote beside it. */
export interface PlannedWord {
  readonly kind: Statement['kind'];
  readonly planned: PlannedDecision;
  readonly memo: string;
}

/** What a sheet says, and what is wrong with it, by rows. */
export interface PlannedRows {
  readonly plans: readonly RowPlan[];
  readonly problems: readonly UserError[];
}

/** Plans rows one by one; a problem of one row leaves the others as they are. */
export function planRows(rows: readonly HandedRow[], plan: (row: HandedRow) => RowPlan): PlannedRows {
  const plans: RowPlan[] = [];
  const problems: UserError[] = [];
  for (const row of rows) {
    if (row.problems.length > 0) {
      problems.push(new UserError('sheet/row', { line: row.line, problems: row.problems }));
      continue;
    }
    try {
      plans.push(plan(row));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(new UserError('sheet/row', { line: row.line, problems: [error] }));
    }
  }
  return { plans, problems: problems.sort((one, other) => lineOf(one) - lineOf(other)) };
}

const lineOf = ({ params }: UserError) => (params as { readonly line: number }).line;

/** The reason of decisions that come from a sheet: the memo on a word, and which sheet it was. */
export function sheetReason(memo: string, { id }: Pick<SheetHead, 'id'>): string {
  return [memo, `[sheet ${id}]`].filter(Boolean).join(' ');
}

/** Whether a decision came from this sheet when it was handed in before. */
export function isOfSheet(reason: string, { id }: Pick<SheetHead, 'id'>): boolean {
  return reason.endsWith(`[sheet ${id}]`);
}

/** Asks that a coder said nothing else since the sheet was written, unless by the same sheet. */
export function requireUnchanged(
  { head }: Pick<SheetState, 'head'>,
  row: HandedRow,
  said: { readonly decisionId: string; readonly reason: string } | null | undefined,
): void {
  if (!said || isOfSheet(said.reason, head) || row.key?.decisions?.includes(said.decisionId)) return;
  throw new UserError('sheet/said-since', { decision: said.decisionId.slice(0, 8) });
}
