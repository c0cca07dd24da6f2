import type { Code, Codebook } from '../model/codebook.js';
import { readMappings } from '../store/mapping-table.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { readCodedPassages } from './coded-passages.js';

/** What a code still has: codes under it, coded passages, keywords, words that occur in cases, and relations. */
export interface CodeContents {
  readonly children: readonly string[];
  readonly passages: number;
  readonly keywords: readonly string[];
  readonly terms: readonly string[];
  /** Relations to other codes; one more where it is the core category. */
  readonly relations: number;
}

/** Finds what a code still has; what people rejected does not count. */
export function codeContents(
  store: Store,
  { id: codebookId, codes, theory }: Codebook,
  code: Code,
): CodeContents {
  const words = [code.label.zh, ...code.terms];
  const containing = casesContaining(store, words);
  const mapped = readMappings(store, codebookId).filter(({ codeId }) => codeId === code.id);
  return {
    children: codes.filter(({ parent }) => parent === code.id).map(({ label }) => label.zh),
    passages: readCodedPassages(store, codebookId).filter(
      ({ codeId, status }) => codeId === code.id && status !== 'rejected',
    ).length,
    keywords: [...new Set(mapped.map(({ word }) => word))],
    terms: words.filter((word) => (containing.get(word) ?? []).length > 0),
    relations:
      (theory?.relations ?? []).filter(({ from, to }) => [from, to].includes(code.id)).length +
      Number(theory?.core === code.id),
  };
}
