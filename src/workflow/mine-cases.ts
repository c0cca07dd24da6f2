import type { CaseTerm } from '../model/candidate.js';
import type { NewWord, Profile } from '../model/new-word.js';
import { mayBeNewWord, type Vocabulary } from '../model/vocabulary.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { segmentText } from '../stages/segment/segment-text.js';
import { collectTerms } from '../stages/weigh/collect-terms.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedParts, readCountedString } from '../store/counted-text.js';
import { readRuns } from '../store/run-table.js';
import type { FrozenStatistics, Statistics } from '../store/statistics-table.js';
import type { Store } from '../store/store.js';
import { readTaughtWords } from '../store/taught-word-table.js';
import { casesWithoutTerms } from '../store/term-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import type { Context } from './context.js';
import { DEFAULT_WORKERS, discoverInTexts } from './discover-in-texts.js';
import {
  acceptedWords,
  type CaseVersion,
  type ChangedWord,
  casesCutOtherwise,
  wordsToTeach,
} from './taught-words.js';

/** How the statistics of a project are taken; part of the identity of a statistics run. */
export interface StatisticsOptions {
  readonly profile: Profile;
  readonly minFrequency: number;
  readonly maxLength: number;
}

/** The terms of one case version. */
interface MinedCase extends CaseVersion {
  readonly terms: readonly CaseTerm[];
}

/** The terms of the cases that were segmented and the statistics they were mined under. */
export interface MinedCases {
  readonly statistics: Statistics;
  /** The words people taught, and in how many cases of the statistics each stands. */
  readonly taught: ReadonlyMap<string, number>;
  readonly cases: readonly MinedCase[];
}

/** What mining under frozen statistics found besides terms. */
export interface MinedRest extends MinedCases {
  /** Ids of the cases that had been mined before, and the changed words that they are segmented again for. */
  readonly casesAgain: readonly string[];
  readonly changedWords: readonly ChangedWord[];
  /** The words that only the cases mined for the first time show to be new, best first: told and not taken up. */
  readonly newInBatch: readonly NewWord[];
}

/** Discovers new words over all cases, mines every case with them, and takes the document frequencies. */
export async function mineAll(
  context: Context,
  options: StatisticsOptions,
  vocabulary: Vocabulary,
): Promise<MinedCases> {
  const versions = currentVersions(context.store);
  const newWords = await discoverInCases(context, versions, options, vocabulary);
  const toTeach = wordsToTeach(context.store, newWords, vocabulary.userWords);
  const cases = await segmentCases(context, versions, newWords, toTeach, vocabulary);
  const documentFrequency = countCases(cases);
  return {
    statistics: { documents: cases.length, newWords, documentFrequency },
    taught: new Map(Array.from(toTeach, (word) => [word, documentFrequency.get(word) ?? 0])),
    cases,
  };
}

/**
 * Mines the cases that the statistics in force have not seen, with the words they know, and segments again those in
 * which a word stands that people have accepted, or taken back, since.
 */
export async function mineRest(
  context: Context,
  statistics: FrozenStatistics,
  options: StatisticsOptions,
  vocabulary: Vocabulary,
): Promise<MinedRest> {
  const { store } = context;
  const { newWords } = statistics;
  const unseen = casesWithoutTerms(store, statistics.runId);
  const unseenIds = new Set(unseen.map(({ caseId }) => caseId));
  const seen = currentVersions(store).filter(({ caseId }) => !unseenIds.has(caseId));
  const toTeach = wordsToTeach(store, newWords, vocabulary.userWords);
  const again = await casesCutOtherwise(context, seen, toTeach);
  const known = new Set([
    ...acceptedWords(store),
    ...[...newWords, ...vocabulary.userWords].map(({ word }) => word),
  ]);
  const found = unseen.length > 0 ? await discoverInCases(context, unseen, options, vocabulary) : [];
  const versions = [...unseen, ...again.cases].sort((a, b) => compareByCodePoint(a.caseId, b.caseId));
  const cases =
    versions.length > 0 ? await segmentCases(context, versions, newWords, toTeach, vocabulary) : [];
  return {
    statistics,
    taught: taughtWords(store, statistics, toTeach, cases),
    cases,
    casesAgain: again.cases.map(({ caseId }) => caseId),
    changedWords: again.words,
    newInBatch: found.filter(({ word }) => !known.has(word)),
  };
}

async function discoverInCases(
  { store, progress }: Context,
  cases: readonly CaseVersion[],
  options: StatisticsOptions,
  vocabulary: Vocabulary,
): Promise<NewWord[]> {
  await progress('discover', 0, null);
  const found = await discoverInTexts(cleanTexts(store, cases), options, DEFAULT_WORKERS);
  return [...found].filter(({ word }) => mayBeNewWord(vocabulary, word));
}

async function segmentCases(
  { store, progress }: Context,
  cases: readonly CaseVersion[],
  newWords: readonly NewWord[],
  toTeach: ReadonlySet<string>,
  { userWords, stopWords }: Vocabulary,
): Promise<MinedCase[]> {
  const segmenter = openSegmenter();
  const taught = new Map<string, string>(newWords.map(({ word, pos }) => [word, pos]));
  // What people accepted is a keyword even where its shape looks like a name.
  for (const word of toTeach) taught.set(word, 'n_new');
  segmenter.addWords(Array.from(taught, ([word, pos]) => ({ word, pos })));
  segmenter.keepWords(userWords);
  for (const { word, pos } of userWords) taught.set(word, pos);
  const known = { userWords: new Set(userWords.map(({ word }) => word)), stopWords };
  const isNew = (word: string) => taught.has(word) && !segmenter.inDictionary(word);
  const mined: MinedCase[] = [];
  for (const [index, { caseId, version }] of cases.entries()) {
    await progress('segment', index, cases.length);
    const tokens = segmentText(segmenter, readCountedString(store, caseId, version));
    mined.push({ caseId, version, terms: collectTerms(caseId, tokens, isNew, known) });
  }
  await progress('segment', cases.length, cases.length);
  return mined;
}

/** In how many cases of the statistics the taught words stand: counted when a word is taught, and then frozen. */
function taughtWords(
  store: Store,
  { runId }: FrozenStatistics,
  toTeach: ReadonlySet<string>,
  segmented: readonly MinedCase[],
): Map<string, number> {
  const before = readTaughtWords(store);
  const ofStatistics = new Set(
    readRuns(store)
      .find(({ id }) => id === runId)
      ?.cases.map(({ caseId }) => caseId),
  );
  const now = countCases(segmented.filter(({ caseId }) => ofStatistics.has(caseId)));
  return new Map(Array.from(toTeach, (word) => [word, before.get(word) ?? now.get(word) ?? 0]));
}

/** The number of cases each word stands in. */
function countCases(cases: readonly MinedCase[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of cases) {
    for (const word of new Set(terms.map((term) => term.word))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The clean texts, as far as they count, one by one, each in the parts it lies in: together they may be larger than memory. */
function* cleanTexts(store: Store, cases: readonly CaseVersion[]): Generator<Iterable<string>> {
  for (const { caseId, version } of cases) yield readCountedParts(store, caseId, version);
}
