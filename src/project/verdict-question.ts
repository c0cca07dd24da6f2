import type { DecidedWord, Verdict } from '../model/decisions/verdict.js';
import { compareByCodePoint } from '../text/code-points.js';

/** What a verdict is about. */
export type Question = Pick<DecidedWord, 'group' | 'word' | 'aspect'>;

/** Names what a verdict is about in one string. */
export const keyOfQuestion = ({ group, word, aspect }: Question) => `${aspect}\t${group}\t${word}`;

/** The order of verdicts. */
export const compareQuestions = (one: Question, other: Question) =>
  compareByCodePoint(one.group, other.group) ||
  compareByCodePoint(one.word, other.word) ||
  compareByCodePoint(one.aspect, other.aspect);

/** Whether a reader found the word, whatever was decided about it since. */
export const wasFound = (verdict: Verdict | null | undefined): boolean =>
  verdict?.kind === 'add' || verdict?.added === true;

/** Makes a test whether one of the verdicts for a group, by its own name, is about a word or has it as its target. */
export function mentionTest(verdicts: readonly DecidedWord[]): (group: string, word: string) => boolean {
  const mentioned = new Map<string, Set<string>>();
  for (const { group, word, verdict } of verdicts) {
    const words = mentioned.get(group) ?? new Set();
    mentioned.set(group, words.add(word));
    if (verdict.into !== undefined) words.add(verdict.into);
  }
  return (group, word) => mentioned.get(group)?.has(word) ?? false;
}
