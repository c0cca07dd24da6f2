import type { CaseTerm } from '../../model/candidate.js';
import type { NewWord } from '../../model/new-word.js';
import type { Segmenter, Token } from '../../model/token.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { collectTerms } from './collect-terms.js';

/** What a segmenter is taught before terms are collected. */
export interface TermWords extends Pick<Vocabulary, 'userWords' | 'stopWords'> {
  readonly newWords: readonly NewWord[];
  /** Cut as they stand, since people said that each is one word. */
  readonly accepted: ReadonlySet<string>;
}

/** Teaches a segmenter words, and makes what collects the terms of one case after the other that it cuts then. */
export function openTermCollector(
  segmenter: Segmenter,
  { newWords, accepted, userWords, stopWords }: TermWords,
): (caseId: string, tokens: Iterable<Token>) => CaseTerm[] {
  segmenter.addWords(newWords);
  segmenter.keepWords([...userWords, ...Array.from(accepted, (word) => ({ word, pos: 'n_new' }))]);
  const known = { userWords: new Set(userWords.map(({ word }) => word)), stopWords };
  const taught = new Set([...newWords.map(({ word }) => word), ...accepted, ...known.userWords]);
  const isNew = (word: string) => taught.has(word) && !segmenter.inDictionary(word);
  return (caseId, tokens) => collectTerms(caseId, tokens, isNew, known);
}
