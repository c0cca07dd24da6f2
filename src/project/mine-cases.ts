import type { NewWord, Profile } from '../model/new-word.js';
import type { Run } from '../model/run.js';
import { mayBeNewWord, type Vocabulary } from '../model/vocabulary.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedParts } from '../store/counted-text.js';
import { type GenerationHead, readNewWords, type Statistics } from '../store/generation-table.js';
import { casesWithGivenWords } from '../store/given-word-table.js';
import { readRun } from '../store/run-table.js';
import type { Store } from '../store/store.js';
import { readTaughtWords } from '../store/taught-word-table.js';
import { casesWithoutTerms, countCasesWithWords } from '../store/term-lists.js';
import type { Context } from './context.js';
import { type CaseVersion, countCases, cutCases, type MinedCase } from './cut-cases.js';
import { findCasesContaining } from './find-cases-containing.js';
import { type GivenStatistics, statisticsOfRun } from './given-statistics.js';
import { posOfTaught, type TaughtWords, wordsToTeach } from './taught-words.js';

/** How the statistics of a project are taken; part of the identity of a statistics run. */
export interface StatisticsOptions {
  readonly profile: Profile;
  readonly minFrequency: number;
  readonly maxLength: number;
}

/** How statistics are taken where nobody says otherwise. */
export const DEFAULTS: StatisticsOptions = { profile: 'both', minFrequency: 3, maxLength: 8 };

/** The cases that were cut for a generation of statistics, and the accepted words all its cases are cut with. */
export interface MinedCases {
  readonly cases: readonly MinedCase[];
  /** In how many of the cases that the generation counts each accepted word occurs. */
  readonly taught: ReadonlyMap<string, number>;
}

/** A new generation of statistics with the cases that were cut for it. */
export interface ComputedGeneration extends MinedCases {
  readonly statistics: Statistics;
}

/** The cases of a generation that were cut again because of what people decided. */
export interface CasesCutAgain extends MinedCases {
  readonly generation: number;
  /** For each word accepted or withdrawn since, the cases of the generation that contain it. */
  readonly changedWords: ReadonlyMap<string, readonly string[]>;
}

/**
 * Discovers new words over all cases, cuts the cases with them and takes the document frequencies. Cases that contain
 * no word which an earlier generation was taught otherwise keep the terms they have under it.
 */
export async function computeGeneration(
  context: Context,
  options: StatisticsOptions,
  vocabulary: Vocabulary,
  earlier: GenerationHead | null,
): Promise<ComputedGeneration> {
  const { store } = context;
  const versions = currentVersions(store, { scope: 'texts' });
  const newWords = await discoverInCases(context, versions, options, vocabulary);
  const toTeach = wordsToTeach(store, newWords, vocabulary.userWords);
  const words = { newWords, accepted: toTeach };
  const alike = new Set(earlier ? await findCasesCutAlike(context, earlier, words) : []);
  const toCut = versions.filter(({ caseId }) => !alike.has(caseId));
  const cases = await cutCases(context, toCut, words, vocabulary);
  const documentFrequency = earlier
    ? countCasesWithWords(store, earlier.number, [...alike])
    : new Map<string, number>();
  countCases(cases, documentFrequency);
  return {
    statistics: { documents: versions.length, newWords, documentFrequency },
    taught: new Map(Array.from(toTeach, (word) => [word, documentFrequency.get(word) ?? 0])),
    cases,
  };
}

/** A generation of statistics that come from elsewhere: all cases are cut with their new words, and counted in none of them. */
export async function takeGeneration(
  context: Context,
  given: GivenStatistics,
  vocabulary: Vocabulary,
): Promise<ComputedGeneration> {
  const statistics = readGiven(given, vocabulary);
  const { newWords } = statistics;
  const toTeach = wordsToTeach(context.store, newWords, vocabulary.userWords);
  const versions = currentVersions(context.store, { scope: 'texts' });
  const cases = await cutCases(context, versions, { newWords, accepted: toTeach }, vocabulary);
  return { statistics, taught: new Map(Array.from(toTeach, (word) => [word, 0])), cases };
}

/** What statistics from elsewhere say, but for new words that people rejected. */
function readGiven(given: GivenStatistics, vocabulary: Vocabulary): Statistics {
  const { head, newWords, documentFrequency } = given.read();
  const wanted = newWords.filter(({ word }) => mayBeNewWord(vocabulary, word));
  return { documents: head.documents, newWords: wanted, documentFrequency };
}

/**
 * Cuts the given cases of a generation that were not cut for it yet (`unseen`), and again those that contain a word which people accepted, or took back, since
 * they were cut. In how many of the cases that the generation counts an accepted word occurs is counted once.
 */
export async function cutForPeople(
  context: Context,
  { number, runId }: GenerationHead,
  caseIds: ReadonlySet<string>,
  unseen: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Promise<CasesCutAgain> {
  const { store } = context;
  const run = readRun(store, runId);
  const newWords = readNewWords(store, number);
  const toTeach = wordsToTeach(store, newWords, vocabulary.userWords);
  const before = readTaughtWords(store, number);
  const changed = [...new Set([...before.keys(), ...toTeach])].filter(
    (word) => before.get(word) === null || before.has(word) !== toTeach.has(word),
  );
  // Statistics from elsewhere count no case of the project.
  const counts = changed.length > 0 && statisticsOfRun(store, run) === null;
  const counted = new Set(counts ? run?.cases.map(({ caseId }) => caseId) : []);
  const versions = currentVersions(store, { scope: 'texts' }).filter(
    ({ caseId }) => caseIds.has(caseId) || counted.has(caseId),
  );
  const containing = await findCasesContaining(context, versions, changed);
  const fresh = [...unseen].filter((id) => caseIds.has(id));
  const toCut = new Set([...[...containing.values()].flat(), ...fresh]);
  const cut = await cutCases(
    context,
    versions.filter(({ caseId }) => toCut.has(caseId)),
    { newWords, accepted: toTeach },
    vocabulary,
  );
  const now = countCases(cut.filter(({ caseId }) => counted.has(caseId)));
  return {
    generation: number,
    cases: cut.filter(({ caseId }) => caseIds.has(caseId)),
    taught: new Map(Array.from(toTeach, (word) => [word, before.get(word) ?? now.get(word) ?? 0])),
    changedWords: new Map(
      Array.from(containing, ([word, ids]) => [word, ids.filter((id) => caseIds.has(id))]),
    ),
  };
}

/**
 * Computes again what a run computed over its cases, cut with the words that they are cut with now; of statistics from elsewhere
 * it is read again, and all cases are cut.
 */
export async function recomputeGeneration(
  context: Context,
  { number, runId }: GenerationHead,
  vocabulary: Vocabulary,
): Promise<Omit<ComputedGeneration, 'taught'>> {
  const run = readRun(context.store, runId) as Run;
  const given = statisticsOfRun(context.store, run);
  const accepted = new Set(readTaughtWords(context.store, number).keys());
  if (given) {
    const statistics = readGiven(given, vocabulary);
    const versions = currentVersions(context.store, { scope: 'texts' });
    const words = { newWords: statistics.newWords, accepted };
    return { statistics, cases: await cutCases(context, versions, words, vocabulary) };
  }
  const { options, cases: versions } = run;
  const newWords = await discoverInCases(context, versions, { ...DEFAULTS, ...options }, vocabulary);
  const cases = await cutCases(context, versions, { newWords, accepted }, vocabulary);
  const documentFrequency = new Map<string, number>();
  countCases(cases, documentFrequency);
  return { statistics: { documents: versions.length, newWords, documentFrequency }, cases };
}

async function discoverInCases(
  { store, engine, progress }: Context,
  cases: readonly CaseVersion[],
  options: StatisticsOptions,
  vocabulary: Vocabulary,
): Promise<NewWord[]> {
  await progress('discover', 0, null);
  // Whoever gave a text with its words decided which these are.
  const isGiven = new Set(casesWithGivenWords(store));
  const texts = cases.filter(({ caseId }) => !isGiven.has(caseId));
  const found = texts.length === 0 ? [] : await engine.discover(cleanTexts(store, texts), options);
  return [...found].filter(({ word }) => mayBeNewWord(vocabulary, word));
}

/**
 * Finds the cases that are cut with the given words as they were for an earlier generation: a text that does not
 * contain a word is cut the same whether the segmenter is taught the word or not.
 */
async function findCasesCutAlike(
  context: Context,
  { number }: GenerationHead,
  words: TaughtWords,
): Promise<string[]> {
  const { store } = context;
  const taught = readTaughtWords(store, number);
  const before = posOfTaught({ newWords: readNewWords(store, number), accepted: new Set(taught.keys()) });
  const now = posOfTaught(words);
  const differing = [...new Set([...before.keys(), ...now.keys()])].filter(
    (word) =>
      taught.get(word) === null ||
      taught.has(word) !== words.accepted.has(word) ||
      before.get(word) !== now.get(word),
  );
  const unseen = new Set(casesWithoutTerms(store, number).map(({ caseId }) => caseId));
  const seen = currentVersions(store, { scope: 'texts' }).filter(({ caseId }) => !unseen.has(caseId));
  const otherwise = new Set([...(await findCasesContaining(context, seen, differing)).values()].flat());
  return seen.map(({ caseId }) => caseId).filter((id) => !otherwise.has(id));
}

/** The clean texts, as far as they count, one by one, each in the parts it lies in: together they may be larger than memory. */
function* cleanTexts(store: Store, cases: readonly CaseVersion[]): Generator<Iterable<string>> {
  for (const { caseId, version } of cases) yield readCountedParts(store, caseId, version);
}
