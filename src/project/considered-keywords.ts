import type { CaseKeyword } from '../model/case-keyword.js';
import type { Mapping } from '../model/mapping.js';

/** What a filter looks at. */
type Standing = Pick<Mapping, 'caseId' | 'status'>;

/** Returns those of the placed keywords that pass a filter, each judged by its mapping where it has one, else by its screening. */
export function consideredKeywords(
  placed: readonly CaseKeyword[],
  mappings: readonly Mapping[],
  passes: (row: Standing) => boolean,
): CaseKeyword[] {
  const mapped = new Map(mappings.map((one) => [`${one.caseId}\t${one.word}`, one]));
  return placed.filter((one) => {
    const { kept, word } = one.keyword;
    return passes((kept && mapped.get(`${one.caseId}\t${word}`)) || screeningOf(one));
  });
}

/** Who left a keyword out of a case: a person, whose word is final, or the rules. */
function screeningOf({ caseId, keyword: { coder } }: CaseKeyword): Standing {
  return { caseId, status: coder === null ? 'proposed' : 'confirmed' };
}
