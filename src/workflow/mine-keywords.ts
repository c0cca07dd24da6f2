import { UserError } from '../errors.js';
import type { NewWord, Profile } from '../model/new-word.js';
import { caseIds } from '../store/case-table.js';
import { readRuns } from '../store/run-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import { readStatistics, saveStatistics } from '../store/statistics-table.js';
import type { Store } from '../store/store.js';
import { saveTaughtWords } from '../store/taught-word-table.js';
import { saveTerms } from '../store/term-table.js';
import { compareRanks, type RankChange } from './compare-ranks.js';
import type { Context } from './context.js';
import { countedInputs } from './counted-inputs.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { type VocabularyFiles, vocabularyInForce } from './load-vocabulary.js';
import { type MinedCases, mineAll, mineRest, type StatisticsOptions } from './mine-cases.js';
import { countCandidates, rankCandidates } from './rank-candidates.js';
import { fingerprint, recordRun } from './record-run.js';
import { acceptedWords, type ChangedWord } from './taught-words.js';

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
  /** Why they were computed; null: they stayed frozen. */
  readonly computedFor: 'first' | 'restat' | 'options' | 'vocabulary' | null;
  readonly newWords: number;
  readonly casesMined: readonly string[];
  /** Cases mined earlier that were segmented again, since one of the changed words stands in them. */
  readonly casesAgain: readonly string[];
  readonly changedWords: readonly ChangedWord[];
  readonly candidates: number;
  readonly by: string;
  readonly top: number;
  /** The first words that only the cases mined now show to be new; the frozen statistics do not know them. */
  readonly newInBatch: readonly Pick<NewWord, 'word' | 'frequency' | 'cases'>[];
  /** After a recomputation of earlier statistics; and in groups whose cases were segmented again. */
  readonly rankChanges: readonly RankChange[];
}

const DEFAULTS: StatisticsOptions = { profile: 'both', minFrequency: 3, maxLength: 8 };

/** How many candidates each group keeps. */
const DEFAULT_TOP = 20;

/** How many words of a later batch that the statistics do not know are told. */
const NEW_IN_BATCH = 10;

/** What mining all cases does not tell. */
const NO_REST = { casesAgain: [], changedWords: [], newInBatch: [] };

/**
 * Mines the project: discovers new words and takes the corpus statistics once, freezes both, and collects
 * the terms of every case not yet mined under them. Words that people accepted stay new words: cases mined earlier
 * are segmented again where one of them stands.
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
  const computedFor = reasonToCompute(frozen !== undefined, options, wanted.changed, lists.changed);
  const mined =
    frozen && computedFor === null
      ? await mineRest(context, frozen, wanted.options, vocabulary)
      : { ...(await mineAll(context, wanted.options, vocabulary)), ...NO_REST };
  const again = new Set(mined.casesAgain);
  const moved = new Map([...groups].filter(([, ids]) => computedFor || ids.some((id) => again.has(id))));
  const before = frozen && moved.size > 0 ? rankCandidates(store, moved, top) : null;
  await context.progress('save', 0, null);
  const statisticsRunId = store.transaction(() => {
    setSetting(store, 'by', by);
    setSetting(store, 'top', String(top));
    const frozenRunId = frozen && computedFor === null ? frozen.runId : null;
    const inputs = { ...lists.save(), ...(frozenRunId === null ? {} : { statistics: frozenRunId }) };
    return saveMined(context, mined, { ...wanted.options }, inputs, frozenRunId, started);
  });
  return {
    statisticsRunId,
    computed: computedFor !== null,
    computedFor,
    newWords: mined.statistics.newWords.length,
    casesMined: mined.cases.map(({ caseId }) => caseId).filter((id) => !again.has(id)),
    casesAgain: mined.casesAgain,
    changedWords: mined.changedWords,
    candidates: countCandidates(store, groups, top),
    by,
    top,
    newInBatch: mined.newInBatch
      .slice(0, NEW_IN_BATCH)
      .map(({ word, frequency, cases }) => ({ word, frequency, cases })),
    rankChanges: before ? compareRanks(before, rankCandidates(store, moved, top)) : [],
  };
}

function reasonToCompute(
  isFrozen: boolean,
  { restat }: MineOptions,
  optionsChanged: boolean,
  vocabularyChanged: boolean,
): MineReport['computedFor'] {
  if (!isFrozen) return 'first';
  if (restat) return 'restat';
  if (optionsChanged) return 'options';
  return vocabularyChanged ? 'vocabulary' : null;
}

/** Writes the mined cases, and new statistics unless those of an earlier run were used; returns the latter's id. */
function saveMined(
  context: Context,
  { statistics, taught, cases }: MinedCases,
  options: Readonly<Record<string, unknown>>,
  otherInputs: Readonly<Record<string, string>>,
  frozenRunId: string | null,
  started: Date,
): string {
  const { store } = context;
  const inputs = {
    accepted: fingerprint(acceptedWords(store)),
    ...countedInputs(store, cases),
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
  saveTaughtWords(store, taught);
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
