import type { Decision } from '../model/decisions/decision.js';
import { verdictOf } from '../model/decisions/describe-decision.js';
import type { Framework } from '../model/framework.js';
import { codeOfWord } from '../stages/code/map-keywords.js';

/**
 * Lists the codes of a codebook that a decision is about: the code itself, that of the passage, those it was moved or merged
 * between, or those that the words go to, by their ids; a word that no code has by `wordKey`.
 */
export function touchedCodes(
  { target, before, after }: Decision,
  codebookId: string,
  framework: Framework | null,
): Set<string> {
  const about = target.type === 'adjudication' ? target.of : target;
  const verdicts = [verdictOf(before), verdictOf(after)];
  if ('word' in about) {
    const words = [about.word, ...verdicts.flatMap((verdict) => verdict?.into ?? [])];
    return new Set(words.map((word) => codeOfWord(framework, word)?.id ?? wordKey(word)));
  }
  if (!('codeId' in about) || about.codebookId !== codebookId) return new Set();
  const others = verdicts.flatMap((verdict) => [verdict?.code?.parent, verdict?.code?.mergedInto]);
  return new Set([about.codeId, ...others.filter((id) => id != null)]);
}

/** What a core keyword without a code is known by among codes. */
export const wordKey = (word: string): string => `"${word}`;
