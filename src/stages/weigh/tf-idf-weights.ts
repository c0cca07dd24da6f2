import { createRequire } from 'node:module';
import type { Candidate, CaseTerm } from '../../model/candidate.js';
import { addUpTerms, rankTerms } from './group-terms.js';

/** Loaded when it is asked for: a decision never does. */
const loadTfIdf = () =>
  createRequire(import.meta.url)(
    'natural/lib/natural/tfidf/index.js',
  ) as typeof import('natural/lib/natural/tfidf/index.js');

/**
 * Ranks the words of every group by plain TF-IDF, each group being one document: a second weight to compare
 * with ours. tf is the frequency, idf = 1 + ln(groups / (1 + groups with the word)), as natural has it.
 */
export function tfIdfWeights(
  groups: ReadonlyMap<string, readonly CaseTerm[]>,
  { top }: { readonly top: number },
): Candidate[] {
  const { TfIdf } = loadTfIdf();
  const tfIdf = new TfIdf();
  for (const terms of groups.values()) {
    tfIdf.addDocument(terms.flatMap(({ word, frequency }) => new Array<string>(frequency).fill(word)));
  }
  return [...groups].flatMap(([group, terms], index) =>
    rankTerms(group, addUpTerms(terms), ({ word }) => tfIdf.tfidf([word], index), top),
  );
}
