import { UserError } from '../errors.js';
import type { Decision } from '../model/decisions/decision.js';
import { appendDerived } from '../project/append-derived.js';
import type { Context } from '../project/context.js';
import type { DerivedRows } from '../project/derived-rows.js';
import { type LeftOutPassage, leftOutPassages } from '../project/left-out-passages.js';
import { forgetView } from '../project/project-view.js';
import type { RecordedDecisions } from '../project/record-decisions.js';
import { currentRevision, requireRevision } from '../project/require-revision.js';
import { currentBasis, isSameBasis } from '../store/derivation-table.js';
import { deriveMissing } from '../store/derive-missing.js';
import { deriveAhead, deriveAll, saveAhead } from './derive-ahead.js';

/** What was logged, and what followed from it. */
export interface DecideReport {
  readonly decisions: readonly Decision[];
  /** What the coder had decided just so before: nothing was logged for it. */
  readonly alreadyInForce: readonly string[];
  /** Null where nothing follows from what was logged; `all` where the whole project was screened and coded again. */
  readonly derived: DerivedChanges | 'all' | null;
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

/** How often the whole project is derived ahead without the lock, while others change it again and again. */
const ATTEMPTS = 3;

/**
 * Logs decisions, all of them in one transaction with what follows from them. A project whose texts, statistics, groups or
 * rules changed since it was screened and coded is first screened and coded as a whole. Decisions that change the cases,
 * groups or regions from which all is derived are logged with the whole project derived ahead. `log` may be called again,
 * with the same ids, when what follows takes long.
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
    const result = log({ ...context, newId: ids.fromTheFirst() });
    return { result, changes: result.changes };
  };
  try {
    for (let attempt = 1; ; ) {
      const appended = await appendDerived(store, logAgain, (done) => progress('code', done, null));
      if (appended === 'derive before') {
        derivedFrom ??= currentRevision(context);
        await deriveAll(context);
      } else if ('deriveAhead' in appended) {
        const report =
          attempt > ATTEMPTS
            ? await logAndDerive(context, logAgain)
            : await deriveAndLog(context, logAgain, appended.deriveAhead);
        if (report) return report;
        attempt += 1;
      } else {
        return reportOf(context, appended.result, countRows(appended.rows));
      }
    }
  } catch (error) {
    if (isInterruption(error)) throw new UserError('decide/interrupted', {});
    throw error;
  }
}

type LogAgain = () => { readonly result: LoggedStatement };

/** Derives the whole project ahead, without the lock, then logs; null, and nothing logged, where others changed it meanwhile. */
async function deriveAndLog(
  context: Context,
  logAgain: LogAgain,
  { decisions }: LoggedStatement,
): Promise<DecideReport | null> {
  const { store } = context;
  const seen = currentRevision(context);
  const basis = currentBasis(store);
  const ahead = await deriveAhead(context, decisions);
  const report = store.transaction(() => {
    if (currentRevision(context) !== seen || !isSameBasis(currentBasis(store), basis)) return null;
    const { result } = logAgain();
    if (ahead) saveAhead(store, ahead);
    return reportOf(context, result, ahead && 'all');
  });
  if (report) deriveMissing(store);
  return report;
}

/** Logs and derives the whole project while all others wait, since they did not stop changing it. */
async function logAndDerive(context: Context, logAgain: LogAgain): Promise<DecideReport> {
  const { store } = context;
  try {
    return await store.longTransaction(async () => {
      const { result } = logAgain();
      const ahead = await deriveAhead(context, result.decisions);
      if (ahead) saveAhead(store, ahead);
      deriveMissing(store);
      return reportOf(context, result, ahead && 'all');
    });
  } finally {
    forgetView(store);
  }
}

function isInterruption(error: unknown): boolean {
  return error instanceof UserError && error.code === 'cli/interrupted';
}

function reportOf(
  { store }: Context,
  { decisions, alreadyInForce = [] }: LoggedStatement,
  derived: DecideReport['derived'],
): DecideReport {
  const quotes = decisions.some(({ after }) => after !== null && 'quote' in after);
  return {
    decisions,
    alreadyInForce,
    derived,
    leftOutPassages: quotes ? leftOutPassages(store) : [],
  };
}

/** Counts what became another; null where nothing did. */
function countRows({
  groups,
  mappings,
  removedMappings,
  evidence,
  proposals,
}: DerivedRows): DerivedChanges | null {
  const cases = new Set([...evidence, ...proposals].map(({ caseId }) => caseId));
  const changed = mappings.length + removedMappings.length;
  if (groups.size + changed + cases.size === 0) return null;
  return { groups: groups.size, mappings: changed, cases: cases.size };
}

/** Ids that come again in the same order whenever one begins from the first. */
function repeatIds(newId: () => string): { readonly fromTheFirst: () => () => string } {
  const drawn: string[] = [];
  return {
    fromTheFirst: () => {
      let at = 0;
      return () => {
        const id = drawn[at] ?? newId();
        drawn[at] = id;
        at += 1;
        return id;
      };
    },
  };
}
