import type { CaseTerm } from '../model/candidate.js';
import type { NewWord, Profile } from '../model/new-word.js';
import { mayBeNewWord, type Vocabulary } from '../model/vocabulary.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { segmentText } from '../stages/segment/segment-text.js';
import { collectTerms } from '../stages/weigh/collect-terms.js';
import { currentVersions } from '../store/case-table.js';
import { readVerdicts } from '../store/decision-log.js';
import { readCleanText } from '../store/normalized-text-table.js';
import type { FrozenStatistics, Statistics } from '../store/statistics-table.js';
import type { Store } from '../store/store.js';
import { casesWithoutTerms } from '../store/term-table.js';
import type { Context } from './context.js';
import { DEFAULT_WORKERS, discoverInTexts } from './discover-in-texts.js';

/** How the statistics of a project are taken; part of the identity of a statistics run. */
export interface StatisticsOptions {
  readonly profile: Profile;
  readonly minFrequency: number;
  readonly maxLength: number;
}

/** The terms of one case version. */
interface MinedCase {
  readonly caseId: string;
  readonly version: string;
  readonly terms: readonly CaseTerm[];
}

/** The terms of the cases that were mined and the statistics they were mined under. */
export interface MinedCases {
  readonly statistics: Statistics;
  readonly cases: readonly MinedCase[];
}

interface CleanCase {
  readonly caseId: string;
  readonly version: string;
  readonly text: string;
}

/** Discovers new words over all cases, mines every case with them, and takes the document frequencies. */
export async function mineAll(
  context: Context,
  options: StatisticsOptions,
  vocabulary: Vocabulary,
): Promise<MinedCases> {
  const { store, progress } = context;
  const cases = currentVersions(store).map(({ caseId, version }) => cleanCase(store, caseId, version));
  await progress('discover', 0, null);
  const texts = cases.map(({ text }) => text);
  const newWords = [...(await discoverInTexts(texts, options, DEFAULT_WORKERS))].filter(({ word }) =>
    mayBeNewWord(vocabulary, word),
  );
  const mined = await segmentCases(context, cases, newWords, vocabulary);
  const documentFrequency = new Map<string, number>();
  for (const { terms } of mined) {
    for (const word of new Set(terms.map((term) => term.word))) {
      documentFrequency.set(word, (documentFrequency.get(word) ?? 0) + 1);
    }
  }
  return { statistics: { documents: cases.length, newWords, documentFrequency }, cases: mined };
}

/**
 * Mines only the cases that the statistics in force have not seen, with the words they know. The words that only
 * these cases show to be new, best first, are told and not taken up.
 */
export async function mineRest(
  context: Context,
  statistics: FrozenStatistics,
  options: StatisticsOptions,
  vocabulary: Vocabulary,
): Promise<MinedCases & { readonly newInBatch: readonly NewWord[] }> {
  const { store, progress } = context;
  const cases = casesWithoutTerms(store, statistics.runId).map(({ caseId, version }) =>
    cleanCase(store, caseId, version),
  );
  if (cases.length === 0) return { statistics, cases: [], newInBatch: [] };
  const known = new Set([
    ...acceptedWords(store),
    ...[...statistics.newWords, ...vocabulary.userWords].map(({ word }) => word),
  ]);
  await progress('discover', 0, null);
  const texts = cases.map(({ text }) => text);
  const newInBatch = [...(await discoverInTexts(texts, options, DEFAULT_WORKERS))].filter(
    ({ word }) => !known.has(word) && mayBeNewWord(vocabulary, word),
  );
  return {
    statistics,
    cases: await segmentCases(context, cases, statistics.newWords, vocabulary),
    newInBatch,
  };
}

async function segmentCases(
  { store, progress }: Context,
  cases: readonly CleanCase[],
  newWords: readonly NewWord[],
  { userWords, stopWords }: Vocabulary,
): Promise<MinedCase[]> {
  const segmenter = openSegmenter();
  const taught = new Map<string, string>(newWords.map(({ word, pos }) => [word, pos]));
  // What people accepted is a keyword even where its shape looks like a name.
  for (const word of acceptedWords(store)) taught.set(word, 'n_new');
  for (const { word, pos } of userWords) taught.set(word, pos);
  segmenter.addWords(Array.from(taught, ([word, pos]) => ({ word, pos })));
  const known = { userWords: new Set(userWords.map(({ word }) => word)), stopWords };
  const isNew = (word: string) => taught.has(word) && !segmenter.inDictionary(word);
  const mined: MinedCase[] = [];
  for (const [index, { caseId, version, text }] of cases.entries()) {
    await progress('segment', index, cases.length);
    mined.push({ caseId, version, terms: collectTerms(caseId, segmentText(segmenter, text), isNew, known) });
  }
  await progress('segment', cases.length, cases.length);
  return mined;
}

/** Words that people kept, added or folded others into: they stay words whatever the statistics say. */
export function acceptedWords(store: Store): string[] {
  return readVerdicts(store).flatMap(({ word, verdict: { kind, into } }) => {
    if (kind === 'keep' || kind === 'add') return [word];
    return kind === 'fold' && into ? [into] : [];
  });
}

function cleanCase(store: Store, caseId: string, version: string): CleanCase {
  return { caseId, version, text: readCleanText(store, caseId, version) ?? '' };
}
