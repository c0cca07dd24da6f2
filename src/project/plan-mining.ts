import { UserError } from '../errors.js';
import type { Profile } from '../model/new-word.js';
import type { Run } from '../model/run.js';
import { minedThoughLeftOut } from '../store/case-standing-table.js';
import { caseIds, countWithoutText } from '../store/case-table.js';
import { currentBasis } from '../store/derivation-table.js';
import { type GenerationHead, newestGeneration } from '../store/generation-table.js';
import { readRun } from '../store/run-table.js';
import { getSetting } from '../store/setting-table.js';
import { casesWithoutTerms } from '../store/term-lists.js';
import { findAttribute } from './case-attributes.js';
import type { Context } from './context.js';
import { type StatisticsFile, statisticsOfRun, statisticsToTake } from './given-statistics.js';
import { BY_CASE, groupTexts } from './group-cases.js';
import { type VocabularyFiles, vocabularyInForce } from './load-vocabulary.js';
import { DEFAULTS, type StatisticsOptions } from './mine-cases.js';
import { findGenerations, type Groups, generationsIn, type RankedGroups } from './ranked-groups.js';
import { currentRevision } from './require-revision.js';

/** What the caller asked for; what is left out stays as it was in the project, else takes the default. */
export interface MineOptions extends VocabularyFiles {
  readonly profile?: Profile | undefined;
  readonly minFrequency?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly by?: string | undefined;
  readonly top?: number | undefined;
  /** A file of statistics of another corpus, which the project takes in the place of its own. */
  readonly statistics?: string | undefined;
  /** Computes a new generation of statistics of the project's own cases and ranks all groups with it. */
  readonly restat?: boolean | undefined;
}

/** Why a generation of statistics is computed; null: it is not. */
export type ReasonToCompute =
  | 'statistics'
  | 'first'
  | 'cases'
  | 'excluded'
  | 'restat'
  | 'options'
  | 'vocabulary'
  | null;

/** What a mining is going to do. */
export interface MiningPlan
  extends Omit<ReturnType<typeof vocabularyInForce>, 'changed'>,
    ReturnType<typeof statisticsToTake> {
  /** The project as it was planned from. */
  readonly seen: { readonly basis: number; readonly revision: number };
  readonly by: string;
  readonly top: number;
  readonly groups: Groups;
  readonly options: StatisticsOptions;
  readonly computedFor: ReasonToCompute;
  /** Whether a new generation is to be that of all groups, whatever they had. */
  readonly isForAll: boolean;
  readonly newest: GenerationHead | undefined;
  /** The cases that have no terms under the newest generation. */
  readonly unseen: ReadonlySet<string>;
  /** The groups as they are ranked until now; none before the first mining. */
  readonly earlier: RankedGroups;
  /** The groups to be ranked with the generation that is the newest afterwards. */
  readonly moving: ReadonlySet<string>;
  /** Whether terms of the newest generation may be those of the next one. */
  readonly mayShareTerms: boolean;
}

/** How many candidates each group keeps. */
const DEFAULT_TOP = 20;

/**
 * Finds out whether a generation of statistics is to be computed, or taken from a file, and which groups are to be ranked with it.
 * @throws UserError mine/no-texts, mine/no-cases, mine/unknown-attribute, mine/given-statistics
 */
export function planMining(
  { store, toolVersion }: Context,
  options: MineOptions,
  file: StatisticsFile | null,
): MiningPlan {
  if (caseIds(store, { scope: 'texts' }).length === 0) {
    const cases = countWithoutText(store);
    if (cases > 0) throw new UserError('mine/no-texts', { cases });
    throw new UserError('mine/no-cases', { database: store.calledAs });
  }
  const grouping = options.by ?? getSetting(store, 'by') ?? BY_CASE;
  const by = findAttribute(store, grouping)?.name ?? grouping;
  const groups = groupTexts(store, by);
  const newest = newestGeneration(store);
  const earlierRun = newest && readRun(store, newest.runId);
  const wanted = statisticsOptions(options, earlierRun);
  const { changed, ...lists } = vocabularyInForce(store, options);
  const taking = statisticsToTake(store, file, options.restat === true);
  const { given } = taking;
  if (given && newest && wanted.changed) {
    throw new UserError('mine/given-statistics', { path: given.name });
  }
  const unseen = new Set(casesWithoutTerms(store, newest?.number ?? 0).map(({ caseId }) => caseId));
  const reasons = {
    statistics: given !== null && given.hash !== statisticsOfRun(store, earlierRun)?.hash,
    first: newest === undefined,
    restat: options.restat,
    options: wanted.changed,
    vocabulary: changed,
    // Those from elsewhere are of no case of the project, so that they stay as they are.
    excluded: given === null && minedThoughLeftOut(store).length > 0,
    cases: given === null && unseen.size > 0,
  };
  const [computedFor = null] = (Object.keys(reasons) as (keyof typeof reasons)[]).filter(
    (reason) => reasons[reason],
  );
  const isForAll = computedFor !== null && computedFor !== 'cases';
  const earlier: RankedGroups = newest ? findGenerations(store, groups) : new Map();
  const isMoving = ([group, ids]: readonly [string, readonly string[]]) =>
    isForAll || (earlier.get(group)?.ofCases.length ?? 0) > 1 || ids.some((id) => unseen.has(id));
  return {
    ...lists,
    ...taking,
    seen: { basis: currentBasis(store).number, revision: currentRevision({ store }) },
    by,
    top: options.top ?? Number(getSetting(store, 'top') ?? DEFAULT_TOP),
    groups,
    options: wanted.options,
    computedFor,
    isForAll,
    newest,
    unseen,
    earlier,
    moving: new Set([...groups].filter(isMoving).map(([group]) => group)),
    mayShareTerms: computedFor === 'cases' && earlierRun?.toolVersion === toolVersion,
  };
}

/**
 * Lists the cases that go on having terms under each generation there is, which people's decisions may change: those of
 * the groups that stay with it and, of the newest if no other is computed, all cases.
 */
export function casesThatStay({ groups, computedFor, newest, earlier, moving }: MiningPlan) {
  const staying = new Map([...earlier].filter(([group]) => !moving.has(group)));
  const isKeptWhole = ({ number }: GenerationHead) => computedFor === null && number === newest?.number;
  const heads = generationsIn(staying);
  const kept = newest && computedFor === null && !heads.some(isKeptWhole) ? [...heads, newest] : heads;
  return kept.map((head) => {
    const ofHead = [...staying.values()].filter(({ generation }) => generation.number === head.number);
    const caseIds = isKeptWhole(head) ? [...groups.values()].flat() : ofHead.flatMap((one) => one.caseIds);
    return { head, caseIds: new Set(caseIds) };
  });
}

/** The options of the earlier statistics with what the caller changed, and whether that changed anything. */
function statisticsOptions(
  { profile, minFrequency, maxLength }: MineOptions,
  earlierRun: Run | undefined,
): { options: StatisticsOptions; changed: boolean } {
  const current: StatisticsOptions = { ...DEFAULTS, ...earlierRun?.options };
  const options = {
    profile: profile ?? current.profile,
    minFrequency: minFrequency ?? current.minFrequency,
    maxLength: maxLength ?? current.maxLength,
  };
  const changed =
    options.profile !== current.profile ||
    options.minFrequency !== current.minFrequency ||
    options.maxLength !== current.maxLength;
  return { options, changed };
}
