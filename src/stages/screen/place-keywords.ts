import type { CaseKeyword } from '../../model/case-keyword.js';
import type { DecidedWord } from '../../model/decisions/verdict.js';
import type { Keyword } from '../../model/keyword.js';

/**
 * Gives every screened keyword to the cases of its group in which it stands, a keyword that a reader added
 * with a passage to the case of that passage. `contains` tells whether a keyword stands in a case.
 */
export function placeKeywords(
  keywords: readonly Keyword[],
  groups: ReadonlyMap<string, readonly string[]>,
  decisions: readonly DecidedWord[],
  contains: (caseId: string, keyword: Keyword) => boolean,
): CaseKeyword[] {
  const passages = new Map(
    decisions.flatMap(({ verdict: { decisionId, caseId } }) => (caseId ? [[decisionId, caseId]] : [])),
  );
  return keywords.flatMap((keyword) => {
    const quoted = keyword.decisionId === null ? undefined : passages.get(keyword.decisionId);
    const cases = groups.get(keyword.group) ?? [];
    return cases
      .filter((caseId) => caseId === quoted || contains(caseId, keyword))
      .map((caseId) => ({ caseId, keyword }));
  });
}
