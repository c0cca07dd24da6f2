import type { CaseKeyword } from '../model/case-keyword.js';
import type { Keyword } from '../model/keyword.js';
import { placeKeywords } from '../stages/screen/place-keywords.js';
import { readKeywords } from '../store/keyword-table.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { keywordsAmongTerms } from '../store/term-lists.js';
import { readVerdicts } from '../store/verdict-table.js';
import { groupTexts } from './group-cases.js';
import { findGenerations, generationOfCases } from './ranked-groups.js';
import { rememberByTables } from './remember-by-tables.js';

/** The screened keywords as they are saved, in every case where they stand. */
export function placedKeywords(store: Store): readonly CaseKeyword[] {
  const from = { name: 'placed keywords', tables: ['keyword', 'verdict'] };
  return rememberByTables(store, from, () => placeScreened(store, readKeywords(store)));
}

/** Some screened keywords in every case where they stand. */
export function placeScreened(store: Store, keywords: readonly Keyword[]): CaseKeyword[] {
  const read = new Set(keywords.filter(({ source }) => source === 'reading').map(({ word }) => word));
  const literally = literalOccurrences(store, read);
  const groups = groupTexts(store);
  const generations = generationOfCases(findGenerations(store, groups));
  const stands = new Set(
    keywordsAmongTerms(store, groups, generations).map(({ caseId, word }) => `${caseId}\t${word}`),
  );
  const verdicts = readVerdicts(store);
  const quotes = literalOccurrences(store, new Set(verdicts.flatMap(({ verdict }) => verdict.quote ?? [])));
  return placeKeywords(
    keywords,
    groups,
    verdicts.filter(({ verdict: { caseId = '', quote = '' } }) => quotes.get(caseId)?.has(quote)),
    (caseId, { word, source }) =>
      stands.has(`${caseId}\t${word}`) ||
      (source === 'reading' && (literally.get(caseId)?.has(word) ?? false)),
  );
}

/** Which of the words occur literally in the counted text of each case. */
export function literalOccurrences(store: Store, words: ReadonlySet<string>): Map<string, Set<string>> {
  const occurring = new Map<string, Set<string>>();
  if (words.size === 0) return occurring;
  for (const [word, ids] of casesContaining(store, [...words])) {
    for (const id of ids) occurring.set(id, (occurring.get(id) ?? new Set()).add(word));
  }
  return occurring;
}
