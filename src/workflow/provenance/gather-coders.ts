import { UserError } from '../../errors.js';
import { adjudicationReasons } from '../../model/adjudication-reason.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import { isApart } from '../../model/coder-round.js';
import type { Framework } from '../../model/framework.js';
import type { AdjudicationFacts, AgreementFacts, RoundFacts } from '../../model/provenance/facts.js';
import type { AgreementReport } from '../../project/agreement-report.js';
import type { ReadContext } from '../../project/context.js';
import { countAdjudications, listAttendees } from '../../store/adjudication-counts.js';
import { type DoneWithCase, readAllDone } from '../../store/case-done-table.js';
import { currentVersions } from '../../store/case-table.js';
import type { LogEntry } from '../../store/decision-log.js';
import { readPassageJudgements } from '../../store/passage-verdict-table.js';
import { agreeCoders } from '../agree.js';
import { reportPilot } from '../pilot.js';

/** Who coded: in the formal round, in the training round and twice, under the names of the formal round. */
export interface Coders {
  readonly formal: readonly string[];
  readonly pilot: readonly string[];
  readonly retested: readonly string[];
  readonly sharedCases: number;
}

const JUDGED = ['keyword', 'mapping', 'passage', 'done'];

/** Finds who judged anything, in the order of their first decisions. */
export function gatherCoders({ store }: ReadContext, log: readonly LogEntry[], codebookId: string): Coders {
  const judging = log.filter(({ target }) => JUDGED.includes(target.type)).map(({ coder }) => coder);
  const names = [...new Set(judging)].filter((name) => name !== MACHINE_CODER);
  const inRound = (round: string) =>
    names.filter((name) => name.endsWith(`@${round}`)).map((name) => name.slice(0, -round.length - 1));
  return {
    formal: names.filter((name) => !isApart(name)),
    pilot: inRound('pilot'),
    retested: inRound('retest'),
    sharedCases: finishedByTwo(store, codebookId).length,
  };
}

/** Those who are done with a case that others are done with too, else all who judged passages, else all who judged anything. */
export function codersToCompare(
  { store }: ReadContext,
  { formal }: Coders,
  codebookId: string,
): readonly string[] {
  const shared = new Set(finishedByTwo(store, codebookId).flatMap((done) => done.map(({ coder }) => coder)));
  if (shared.size > 1) return formal.filter((name) => shared.has(name));
  const ofPassages = new Set(readPassageJudgements(store, codebookId).map(({ verdict }) => verdict.coder));
  const judged = formal.filter((name) => ofPassages.has(name));
  return judged.length > 1 ? judged : formal;
}

/** Who is done with each case that two or more are done with in the formal round. */
function finishedByTwo(store: ReadContext['store'], codebookId: string): DoneWithCase[][] {
  return currentVersions(store)
    .map(({ caseId }) => caseId)
    .flatMap(withAll(readAllDone(store), codebookId));
}

function withAll(all: readonly DoneWithCase[], codebookId: string): (caseId: string) => DoneWithCase[][] {
  const byCase = new Map<string, DoneWithCase[]>();
  for (const one of all) {
    if (one.codebookId !== codebookId || isApart(one.coder)) continue;
    byCase.set(one.caseId, [...(byCase.get(one.caseId) ?? []), one]);
  }
  return (caseId) => {
    const done = byCase.get(caseId) ?? [];
    return done.length > 1 ? [done] : [];
  };
}

/** How coders agree before adjudication; null where nothing can be compared. */
export function gatherAgreement(
  context: ReadContext,
  coders: readonly string[],
  framework: Framework,
): { readonly facts: AgreementFacts; readonly report: AgreementReport } | null {
  const report = coders.length > 1 ? ifComparable(() => agreeCoders(context, { coders })) : null;
  const [first] = report?.parts ?? [];
  if (!report || !first || report.unit === 'row') return null;
  const { headline, interval, universe, unit, codebook } = report;
  const { value = null, low = null, high = null } = first.all.measures[headline] ?? {};
  const labels = new Map(framework.codebook.codes.map(({ label }) => [label.zh, label]));
  return {
    report,
    facts: {
      coders: report.coders,
      measure: headline,
      value,
      low,
      high,
      unit,
      level: first.level?.name ?? null,
      codebook: codebook?.version ?? '',
      units: universe.units,
      coded: universe.coded,
      ofCoded: first.coded.measures[headline]?.value ?? null,
      percent: first.all.measures.percent?.value ?? null,
      ...interval,
      isSingle: report.isSingle,
      segmentation: report.segmentation,
      unitsOfOne: report.leftOut.unitsOfOne,
      afterSuggestion: report.unitsAfterSuggestion,
      codes: first.codes.map(({ code, positives, isTooFew, prevalence, all }) => ({
        code: labels.get(code) ?? { zh: code, en: code },
        positives,
        isTooFew,
        prevalence,
        value: all[headline]?.value ?? null,
        low: all[headline]?.low ?? null,
        high: all[headline]?.high ?? null,
      })),
    },
  };
}

/** The training round, apart from the formal one. */
export function gatherPilot(context: ReadContext, { pilot }: Coders): RoundFacts | null {
  if (pilot.length < 2) return null;
  const report = ifComparable(() => reportPilot(context, { coders: pilot }));
  return (
    report && { ...roundOf(report.agreement, pilot), cases: report.cases.length, threshold: report.threshold }
  );
}

/** What coders coded a second time, each compared with their own first coding. */
export function gatherRetests(context: ReadContext, { retested }: Coders): RoundFacts[] {
  return retested.flatMap((coder) => {
    const report = ifComparable(() => agreeCoders(context, { coders: [coder], round: 'retest' }));
    return report ? [roundOf(report, [coder])] : [];
  });
}

function roundOf(report: AgreementReport, coders: readonly string[]): RoundFacts {
  const { headline, universe, interval, parts } = report;
  const { value = null, low = null, high = null } = parts[0]?.all.measures[headline] ?? {};
  const { units } = universe;
  return { coders, measure: headline, value, low, high, cases: interval.clusters, units, threshold: null };
}

/** What was adjudicated, why coders had differed, and who took part. */
export function gatherAdjudication(
  { store }: ReadContext,
  codebookId: string,
  nameOf: (name: string) => string,
): AdjudicationFacts {
  const counts = countAdjudications(store, codebookId);
  const sum = (rows: typeof counts) => rows.reduce((all, { count }) => all + count, 0);
  return {
    words: sum(counts.filter(({ of }) => of === 'words')),
    sentences: sum(counts.filter(({ of }) => of === 'sentences')),
    grounds: adjudicationReasons.flatMap((name) => {
      const count = sum(counts.filter(({ why }) => why === name));
      return count > 0 ? [{ name, count }] : [];
    }),
    attendees: listAttendees(store, codebookId).map(nameOf),
  };
}

/** What a comparison gives, or null where coders have nothing in common. */
function ifComparable<T>(compare: () => T): T | null {
  try {
    return compare();
  } catch (error) {
    const isExpected = error instanceof UserError && EXPECTED.some((code) => code === error.code);
    if (isExpected) return null;
    throw error;
  }
}

const EXPECTED = ['agree/nothing-in-common', 'tables/not-coded', 'tables/no-codes', 'view/unknown-coder'];
