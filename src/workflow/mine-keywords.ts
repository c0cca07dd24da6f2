import { compareRanks, type RankChange } from '../project/compare-ranks.js';
import type { Context } from '../project/context.js';
import { loadStatisticsFile } from '../project/given-statistics.js';
import {
  type CasesCutAgain,
  computeGeneration,
  cutForPeople,
  takeGeneration,
} from '../project/mine-cases.js';
import {
  casesThatStay,
  type MineOptions,
  type MiningPlan,
  planMining,
  type ReasonToCompute,
} from '../project/plan-mining.js';
import { countCandidates, rankCandidates } from '../project/rank-candidates.js';
import { findGenerations, generationsIn, type RankedGroups } from '../project/ranked-groups.js';
import { saveMined } from '../project/save-mined.js';
import { countWithoutText } from '../store/case-table.js';
import { type GenerationHead, readNewWords } from '../store/generation-table.js';
import { casesWithGivenWords } from '../store/given-word-table.js';
import { compareByCodePoint } from '../text/code-points.js';

export type { MineOptions } from '../project/plan-mining.js';

/** A word that people accepted, or accept no longer, since the cases of the project were last mined. */
export interface ChangedWord {
  readonly word: string;
  readonly change: 'accepted' | 'withdrawn';
  /** The cases mined earlier whose clean text contains it. */
  readonly cases: number;
}

/** A generation of statistics with the groups that are ranked with it. */
export interface GenerationInUse extends GenerationHead {
  readonly groups: readonly string[];
}

/** What mining did. */
export interface MineReport {
  /** Id of the run that computed the newest generation of statistics. */
  readonly statisticsRunId: string;
  /** The number of that generation. */
  readonly generation: number;
  /** The file that its statistics come from, null for the project's own, and the number of their cases. */
  readonly file: string | null;
  readonly documents: number;
  /** Whether it was computed now. */
  readonly computed: boolean;
  readonly computedFor: ReasonToCompute;
  /** The number of its new words. */
  readonly newWords: number;
  /** The generations that groups are ranked with, the oldest first. */
  readonly generations: readonly GenerationInUse[];
  /** The groups with cases mined before that take the newest generation now. */
  readonly groupsMoved: readonly string[];
  /** The cases mined for the first time, or all of them when all were mined again. */
  readonly casesMined: readonly string[];
  /** Cases mined earlier whose terms were collected again, since one of the changed words occurs in them. */
  readonly casesAgain: readonly string[];
  readonly changedWords: readonly ChangedWord[];
  readonly candidates: number;
  readonly by: string;
  readonly top: number;
  /** In groups with cases mined before that take the newest generation, or have cases that were segmented again. */
  readonly rankChanges: readonly RankChange[];
  /** How many cases are left out because they have no text. */
  readonly withoutText: number;
  /** How many cases were given with their words: no new words are looked for in them, and none is joined or cut. */
  readonly givenWords: number;
}

/**
 * Mines the project. Cases that were not mined before bring a new generation of statistics, with new words and document
 * frequencies over all cases. The groups of these cases are ranked with it; all others keep the generation they are
 * ranked with, and so their ranks. Words that people accepted are cut as one word in all cases. Statistics from a file are kept
 * as one generation, with which these and later cases are ranked until the project's own are asked for again.
 */
export async function mineKeywords(context: Context, options: MineOptions): Promise<MineReport> {
  const { store } = context;
  const started = context.now();
  const file = options.statistics === undefined ? null : await loadStatisticsFile(options.statistics);
  const plan = planMining(context, options, file);
  const { by, top, groups, computedFor, newest, unseen, earlier, moving } = plan;
  const computed =
    computedFor === null
      ? null
      : plan.given
        ? await takeGeneration(context, plan.given, plan.vocabulary)
        : await computeGeneration(
            context,
            plan.options,
            plan.vocabulary,
            plan.mayShareTerms ? (newest ?? null) : null,
          );
  const again: CasesCutAgain[] = [];
  for (const { head, caseIds } of casesThatStay(plan)) {
    again.push(await cutForPeople(context, head, caseIds, unseen, plan.vocabulary));
  }
  const cut = again.flatMap(({ cases }) => cases.map(({ caseId }) => caseId));
  const casesAgain = sortedOnce(cut.filter((id) => !unseen.has(id)));
  const compared = groupsToCompare(plan, new Set(casesAgain));
  const before = rankCandidates(store, compared, top);
  await context.progress('save', 0, null);
  const now = saveMined(context, plan, computed, again, started);
  const ranked = findGenerations(store, groups);
  const after = new Map([...ranked].filter(([group]) => compared.has(group)));
  return {
    statisticsRunId: now.runId,
    generation: now.number,
    file: now.file,
    documents: now.documents,
    computed: computed !== null,
    computedFor,
    newWords: readNewWords(store, now.number).length,
    generations: generationsIn(ranked).map((head) => ({ ...head, groups: groupsOf(ranked, head) })),
    groupsMoved: [...earlier]
      .filter(([group, { ofCases }]) => moving.has(group) && ofCases.length > 0)
      .map(([group]) => group),
    casesMined: plan.isForAll ? sortedOnce([...groups.values()].flat()) : [...unseen],
    casesAgain,
    changedWords: changedWords(again),
    candidates: countCandidates(store, ranked, top),
    by,
    top,
    rankChanges: compareRanks(before, rankCandidates(store, after, top)),
    withoutText: countWithoutText(store),
    givenWords: casesWithGivenWords(store).length,
  };
}

/** The groups with cases mined before whose ranks may change. */
function groupsToCompare({ earlier, moving }: MiningPlan, casesAgain: ReadonlySet<string>): RankedGroups {
  return new Map(
    [...earlier].filter(
      ([group, { caseIds, ofCases }]) =>
        ofCases.length > 0 && (moving.has(group) || caseIds.some((id) => casesAgain.has(id))),
    ),
  );
}

function groupsOf(ranked: RankedGroups, { number }: GenerationHead): string[] {
  return [...ranked].filter(([, { generation }]) => generation.number === number).map(([group]) => group);
}

/** Adds up in which cases of all generations the changed words occur; words that occur in none are left out. */
function changedWords(again: readonly CasesCutAgain[]): ChangedWord[] {
  const words = sortedOnce(again.flatMap(({ changedWords }) => [...changedWords.keys()]));
  return words.flatMap((word) => {
    const cases = new Set(again.flatMap(({ changedWords }) => changedWords.get(word) ?? [])).size;
    const isTaught = again.some(({ taught }) => taught.has(word));
    return cases === 0 ? [] : [{ word, change: isTaught ? 'accepted' : 'withdrawn', cases } as const];
  });
}

function sortedOnce(words: readonly string[]): string[] {
  return [...new Set(words)].sort(compareByCodePoint);
}
