import type { CaseTerm } from '../model/candidate.js';
import type { Segmenter, Token } from '../model/token.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { givenTokens } from '../stages/segment/given-tokens.js';
import { segmentText } from '../stages/segment/segment-text.js';
import { openTermCollector } from '../stages/weigh/open-term-collector.js';
import { readCountedString, readCountedText } from '../store/counted-text.js';
import { readGivenWords } from '../store/given-word-table.js';
import type { Store } from '../store/store.js';
import type { Context } from './context.js';
import type { TaughtWords } from './taught-words.js';

/** A case as it reads now. */
export interface CaseVersion {
  readonly caseId: string;
  readonly version: string;
}

/** The terms of one case version. */
export interface MinedCase extends CaseVersion {
  readonly terms: readonly CaseTerm[];
}

/** Cuts cases into words, which the segmenter is taught, and collects the terms of each. */
export async function cutCases(
  { store, engine, progress }: Context,
  cases: readonly CaseVersion[],
  words: TaughtWords,
  vocabulary: Vocabulary,
): Promise<MinedCase[]> {
  if (cases.length === 0) return [];
  const segmenter = engine.openSegmenter();
  const collect = openTermCollector(segmenter, { ...words, ...vocabulary });
  const mined: MinedCase[] = [];
  for (const [index, { caseId, version }] of cases.entries()) {
    await progress('segment', index, cases.length);
    const tokens = tokensOf(store, segmenter, caseId, version);
    mined.push({ caseId, version, terms: collect(caseId, tokens) });
  }
  await progress('segment', cases.length, cases.length);
  return mined;
}

/** The words of what counts in a text: those that it was given with, else as the segmenter cuts it. */
function tokensOf(store: Store, segmenter: Segmenter, caseId: string, version: string): Iterable<Token> {
  const words = readGivenWords(store, caseId, version);
  const text = words && readCountedText(store, caseId, version);
  return text
    ? givenTokens(segmenter, text, words)
    : segmentText(segmenter, readCountedString(store, caseId, version));
}

/** Counts the cases that contain each word, on top of earlier counts. */
export function countCases(
  cases: readonly MinedCase[],
  counts = new Map<string, number>(),
): Map<string, number> {
  for (const { terms } of cases) {
    for (const word of new Set(terms.map((term) => term.word))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
