import { UserError } from '../errors.js';
import type { NewWord, Profile } from '../model/new-word.js';
import { caseIds } from '../store/case-table.js';
import { readRuns } from '../store/run-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import { readStatistics, saveStatistics } from '../store/statistics-table.js';
import type { Store } from '../store/store.js';
import { saveTerms } from '../store/term-table.js';
import { compareRanks, type RankChange } from './compare-ranks.js';
import type { Context } from './context.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { type VocabularyFiles, vocabularyInForce } from './load-vocabulary.js';
import { acceptedWords, type MinedCases, mineAll, mineRest, type StatisticsOptions } from './mine-cases.js';
import { countCandidates, rankCandidates } from './rank-candidates.js';
import { fingerprint, recordRun } from './record-run.js';

/** What the caller asked for; what is left out stays as it was in the project, else takes the default. */
export interface MineOptions extends VocabularyFiles {
  readonly profile?: Profile | undefined;
  readonly minFrequency?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly by?: string | undefined;
  readonly top?: number | undefined;
  /** Recomputes the frozen statistics over all cases. */
  readonly restat?: boolean | undefined;
}

/** What mining did. */
export interface MineReport {
  /** Id of the statistics run in force. */
  readonly statisticsRunId: string;
  /** Whether the statistics were computed now or stayed frozen. */
  readonly computed: boolean;
  readonly newWords: number;
  readonly casesMined: readonly string[];
  readonly candidates: number;
  readonly by: string;
  readonly top: number;
  /** The first words that only the cases mined now show to be new; the frozen statistics do not know them. */
  readonly newInBatch: readonly Pick<NewWord, 'word' | 'frequency' | 'cases'>[];
  /** Only after a recomputation of earlier statistics. */
  readonly rankChanges: readonly RankChange[];
}

const DEFAULTS: StatisticsOptions = { profile: 'both', minFrequency: 3, maxLength: 8 };

/** How many candidates each group keeps. */
const DEFAULT_TOP = 20;

/** How many words of a later batch that the statistics do not know are told. */
const NEW_IN_BATCH = 10;

/**
 * Mines the project: discovers new words and takes the corpus statistics once, freezes both, and collects
 * the terms of every case not yet mined under them. Words that people accepted stay new words.
 */
export async function mineKeywords(context: Context, options: MineOptions): Promise<MineReport> {
  const { store } = context;
  const started = context.now();
  if (caseIds(store).length === 0) throw new UserError('mine/no-cases', { database: store.path });
  const by = options.by ?? getSetting(store, 'by') ?? BY_CASE;
  const top = options.top ?? Number(getSetting(store, 'top') ?? DEFAULT_TOP);
  const groups = groupCases(store, by);

  const frozen = readStatistics(store);
  const wanted = statisticsOptions(store, options, frozen?.runId);
  const { vocabulary, ...lists } = vocabularyInForce(store, options);
  const computed = !frozen || options.restat === true || wanted.changed || lists.changed;
  const before = frozen && computed ? rankCandidates(store, groups, top) : null;
  const mined = computed
    ? { ...(await mineAll(context, wanted.options, vocabulary)), newInBatch: [] }
    : await mineRest(context, frozen, wanted.options, vocabulary);
  await context.progress('save', 0, null);
  const statisticsRunId = store.transaction(() => {
    setSetting(store, 'by', by);
    setSetting(store, 'top', String(top));
    const inputs = { ...lists.save(), ...(computed ? {} : { statistics: frozen.runId }) };
    return saveMined(context, mined, { ...wanted.options }, inputs, computed ? null : frozen.runId, started);
  });
  return {
    statisticsRunId,
    computed,
    newWords: mined.statistics.newWords.length,
    casesMined: mined.cases.map(({ caseId }) => caseId),
    candidates: countCandidates(store, groups, top),
    by,
    top,
    newInBatch: mined.newInBatch
      .slice(0, NEW_IN_BATCH)
      .map(({ word, frequency, cases }) => ({ word, frequency, cases })),
    rankChanges: before ? compareRanks(before, rankCandidates(store, groups, top)) : [],
  };
}

/** Writes the mined cases, and new statistics unless those of an earlier run were used; returns the latter's id. */
function saveMined(
  context: Context,
  { statistics, cases }: MinedCases,
  options: Readonly<Record<string, unknown>>,
  otherInputs: Readonly<Record<string, string>>,
  frozenRunId: string | null,
  started: Date,
): string {
  const { store } = context;
  const inputs = {
    accepted: fingerprint(acceptedWords(store)),
    ...otherInputs,
  };
  const run = recordRun(context, {
    stage: 'mine',
    options,
    inputs,
    cases: cases.map(({ caseId, version }) => ({ caseId, version })),
    started,
  });
  if (frozenRunId === null) saveStatistics(store, run.id, statistics);
  const statisticsRunId = frozenRunId ?? run.id;
  for (const { caseId, version, terms } of cases) saveTerms(store, caseId, version, statisticsRunId, terms);
  return statisticsRunId;
}

/** The options of the frozen statistics with what the caller changed, and whether that changed anything. */
function statisticsOptions(
  store: Store,
  { profile, minFrequency, maxLength }: MineOptions,
  frozenRunId: string | undefined,
): { options: StatisticsOptions; changed: boolean } {
  const run = readRuns(store).find(({ id }) => id === frozenRunId);
  const current: StatisticsOptions = { ...DEFAULTS, ...run?.options };
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
