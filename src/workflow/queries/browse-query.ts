import type { ReadContext } from '../../project/context.js';
import { type FoundSentence, type QueryAsked, querySentences } from './query-sentences.js';

/** What a query found: all of it is counted, the first of it is given. */
export interface BrowsedQuery {
  readonly total: number;
  readonly cases: number;
  readonly rows: readonly FoundSentence[];
}

/** So many sentences are given. */
const GIVEN = 200;

/**
 * Runs a query.
 * @throws UserError query/nothing-asked, query/unknown-attribute, code/unknown-code
 */
export function browseQuery(context: ReadContext, asked: QueryAsked): BrowsedQuery {
  const rows: FoundSentence[] = [];
  const cases = new Set<string>();
  let total = 0;
  for (const sentence of querySentences(context, asked)) {
    total += 1;
    cases.add(sentence.caseId);
    if (rows.length < GIVEN) rows.push(sentence);
  }
  return { total, cases: cases.size, rows };
}
