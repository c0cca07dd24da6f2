import type { DecidedWord } from '../model/decisions/verdict.js';
import type { Keyword } from '../model/keyword.js';
import type { KeywordTraces } from '../stages/code/keyword-evidence.js';

/** What to look for in the text for a mapped keyword of a case: its words and the passages readers quoted. */
export function keywordTraces(
  keywords: readonly Keyword[],
  decisions: readonly DecidedWord[],
): (mapping: { readonly group: string; readonly caseId: string; readonly word: string }) => KeywordTraces {
  const words = new Map<string, Set<string>>();
  for (const { group, word, countsFor } of keywords) {
    const key = `${group}\t${countsFor}`;
    words.set(key, (words.get(key) ?? new Set([countsFor])).add(word));
  }
  const quotes = new Map(
    decisions.flatMap(({ word, verdict: { caseId, quote } }) =>
      caseId && quote ? [[`${caseId}\t${word}`, quote] as const] : [],
    ),
  );
  return ({ group, caseId, word }) => {
    const own = [...(words.get(`${group}\t${word}`) ?? [word])];
    return { words: own, quotes: own.flatMap((one) => quotes.get(`${caseId}\t${one}`) ?? []) };
  };
}
