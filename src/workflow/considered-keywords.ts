import type { CaseKeyword } from '../model/case-keyword.js';
import type { Filtered, SelectedCoding } from '../project/select-coding.js';
import { readMappings } from '../store/mapping-table.js';
import type { Store } from '../store/store.js';
import { placedKeywords } from './screen-keywords.js';

/** The keywords that were considered, each judged by its mapping where it has one, else by its screening. */
export function consideredKeywords(store: Store, { framework, passes }: SelectedCoding): CaseKeyword[] {
  const mapped = new Map(
    readMappings(store, framework?.codebook.id ?? '').map((one) => [`${one.caseId}\t${one.word}`, one]),
  );
  return placedKeywords(store).filter((one) => {
    const { kept, word } = one.keyword;
    return passes((kept && mapped.get(`${one.caseId}\t${word}`)) || screeningOf(one));
  });
}

/** Who left a keyword out of a case: a person, whose word is final, or the rules. */
function screeningOf({ caseId, keyword: { coder } }: CaseKeyword): Filtered {
  return { caseId, status: coder === null ? 'proposed' : 'confirmed' };
}
