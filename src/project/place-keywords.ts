import type { CaseKeyword } from '../model/case-keyword.js';
import type { Keyword } from '../model/keyword.js';
import { placeKeywords } from '../stages/screen/place-keywords.js';
import { readCountedString } from '../store/counted-text.js';
import { knownWordNumber } from '../store/ranking-table.js';
import { listHasWord } from '../store/term-lists.js';
import { containsWord } from '../text/word-bounds.js';
import type { ReadWordCases } from './affected-groups.js';
import type { ProjectView } from './project-view.js';

/** Makes a placer of a few keywords: it asks the terms of each case of their groups, and nothing else. */
export function keywordPlacer(
  view: ProjectView,
  casesOf: ReadWordCases,
): (keywords: readonly Keyword[]) => CaseKeyword[] {
  const { store, groups, termListOf, versions, verdicts } = view;
  const isTerm = (caseId: string, word: string) => {
    const [list, wordNo] = [termListOf.get(caseId), knownWordNumber(store, word)];
    return list !== undefined && wordNo !== undefined && listHasWord(store, list, wordNo);
  };
  // A passage counts as long as its case still contains it where the text counts.
  const quoted = verdicts.quoting().filter(({ verdict: { caseId, quote } }) => {
    const version = versions.get(caseId ?? '');
    return caseId && quote && version && containsWord(readCountedString(store, caseId, version), quote);
  });
  return (keywords) =>
    placeKeywords(
      keywords,
      groups,
      quoted,
      (caseId, { word, source }) =>
        isTerm(caseId, word) || (source === 'reading' && casesOf(word).includes(caseId)),
    );
}
