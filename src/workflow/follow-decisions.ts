import { UserError } from '../errors.js';
import type { Decision } from '../model/decisions/decision.js';
import { appendDerived } from '../project/append-derived.js';
import type { Context } from '../project/context.js';
import type { DerivedRows } from '../project/derived-rows.js';
import { type LeftOutPassage, leftOutPassages } from '../project/left-out-passages.js';
import type { RecordedDecisions } from '../project/record-decisions.js';
import { repeatIds } from '../project/repeat-ids.js';
import { currentRevision, requireRevision } from '../project/require-revision.js';
import { deriveMissing } from '../store/derive-missing.js';
import { deriveAll } from './derive-all.js';

/** What was logged, and what followed from it. */
export interface DecideReport {
  readonly decisions: readonly Decision[];
  /** What the coder had decided just so before: nothing was logged for it. */
  readonly alreadyInForce: readonly string[];
  /** Null where nothing follows from what was logged. */
  readonly derived: DerivedChanges | null;
  /** Passages that the decisions quote from what is left out: they stay, and are not counted. */
  readonly leftOutPassages: readonly LeftOutPassage[];
}

/** How much of what is derived became another. */
export interface DerivedChanges {
  /** Groups that were screened again. */
  readonly groups: number;
  /** Case × keyword pairs that go elsewhere, under all codebooks. */
  readonly mappings: number;
  /** Cases whose text was coded again. */
  readonly cases: number;
}

/** Decisions as they were logged, or none, and what was in force already. */
export type LoggedStatement = RecordedDecisions & Partial<Pick<DecideReport, 'alreadyInForce'>>;

/**
 * Logs decisions, all of them in one transaction with what follows from them. A project whose texts, statistics, groups or
 * rules changed since it was screened and coded is first screened and coded as a whole. `log` may be called again, with the same
 * ids, when what follows takes long.
 * @throws UserError decide/interrupted when `progress` was interrupted: nothing is logged
 */
export async function followDecisions(
  context: Context,
  log: (context: Context) => LoggedStatement,
): Promise<DecideReport> {
  const { store, progress } = context;
  const ids = repeatIds(context.newId);
  let derivedFrom: number | null = null;
  const logAgain = () => {
    requireRevision(store, context.expectedRevision, derivedFrom);
    return log({ ...context, newId: ids.fromTheFirst() });
  };
  try {
    for (;;) {
      const appended = await appendDerived(store, logAgain, (done) => progress('code', done, null));
      if (appended !== 'derive before') {
        if (appended.result.decisions.some(changesTexts)) deriveMissing(store);
        return reportOf(context, appended.result, countRows(appended.rows));
      }
      derivedFrom ??= currentRevision(context);
      await deriveAll(context);
    }
  } catch (error) {
    if (isInterruption(error)) throw new UserError('decide/interrupted', {});
    throw error;
  }
}

/** Whether other text of cases counts by a decision, so that strings and sentences are to be found in it again. */
const changesTexts = ({ target }: Decision) =>
  (target.type === 'setting' && target.name === 'regions') ||
  (target.type === 'case' && target.question === 'partly-sealed');

function isInterruption(error: unknown): boolean {
  return error instanceof UserError && error.code === 'cli/interrupted';
}

function reportOf(
  { store }: Context,
  { decisions, alreadyInForce = [] }: LoggedStatement,
  derived: DecideReport['derived'],
): DecideReport {
  const quotedIn = decisions.flatMap(casesQuoted);
  return {
    decisions,
    alreadyInForce,
    derived,
    leftOutPassages: quotedIn.length > 0 ? leftOutPassages(store, [...new Set(quotedIn)]) : [],
  };
}

/** The case from which a decision quotes a passage. */
function casesQuoted({ target, after }: Decision): string[] {
  if (after === null || !('quote' in after)) return [];
  const caseId = 'caseId' in target ? target.caseId : 'caseId' in after ? after.caseId : undefined;
  return caseId === undefined || caseId === null ? [] : [caseId];
}

/** Counts what became another; null where nothing did. */
function countRows({ groups, mappings, removedMappings, readCases }: DerivedRows): DerivedChanges | null {
  const changed = mappings.length + removedMappings.length;
  if (groups.size + changed + readCases.size === 0) return null;
  return { groups: groups.size, mappings: changed, cases: readCases.size };
}
