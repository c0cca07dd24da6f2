import { type Keyword, keywordSchema } from '../model/keyword.js';
import type { Store } from './store.js';

type KeywordRow = Omit<Keyword, 'kept'> & { readonly kept: number };

/** Saves the outcome of a screening, in the place of the last one. */
export function replaceKeywords(store: Store, keywords: readonly Keyword[]): void {
  store.transaction(() => {
    store.run('DELETE FROM keyword');
    for (const [position, keyword] of keywords.entries()) {
      store.run(
        'INSERT INTO keyword VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        position,
        keyword.group,
        keyword.word,
        keyword.pos,
        keyword.weight,
        keyword.frequency,
        keyword.source,
        Number(keyword.kept),
        keyword.reason,
        keyword.detail,
        keyword.countsFor,
        keyword.decisionId,
        keyword.coder,
      );
    }
  });
}

/** The screened keywords, kept and not, in the order they were saved. */
export function readKeywords(store: Store): Keyword[] {
  const rows = store.all<KeywordRow>(
    `SELECT group_name AS "group", word, pos, weight, frequency, source, kept, reason, detail,
       counts_for AS countsFor, decision_id AS decisionId, coder
     FROM keyword ORDER BY position`,
  );
  return rows.map((row) => keywordSchema.parse({ ...row, kept: row.kept === 1 }));
}
