import { UserError } from '../../errors.js';
import type { AdjudicationGrounds } from '../../model/decisions/adjudication-grounds.js';
import type { Target } from '../../model/decisions/target.js';
import { lastReason } from '../../store/decision-of-target.js';
import type { HandedRow } from './handed-sheet.js';
import { isOfSheet, type SheetState } from './sheet-plan.js';

/** What whoever adjudicates wrote in a row. */
export interface AdjudicatedRow {
  readonly row: HandedRow;
  /** The coder whose verdict counts; empty where none of theirs does. */
  readonly chosen: string;
  /** What counts in the place of all their verdicts, as it is written. */
  readonly decided: string;
  readonly memo: string;
  readonly grounds: AdjudicationGrounds;
  /** How a coder is called in the sheet. */
  readonly nameOf: (coder: string) => string;
}

/** Asks for the note without which nobody overrules all coders. */
export function requireNote(memo: string): void {
  if (memo === '') throw new UserError('sheet/needs-note', {});
}

/** Asks that what is no longer open was settled by this sheet: nothing else that was settled is decided again. */
export function requireOwnAdjudication({ store, head }: SheetState, target: Target, word: string): void {
  const reason = lastReason(store, target);
  if (reason === null) throw new UserError('decide/not-contested', { word });
  if (!isOfSheet(reason, head)) throw new UserError('sheet/settled-since', { word });
}
