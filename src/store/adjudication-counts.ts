import type { AdjudicationReason } from '../model/adjudication-reason.js';
import type { Store } from './store.js';

/** How many adjudications are in force, of words or of sentences, with one reason why coders differed; null: none given. */
export interface AdjudicationCount {
  readonly of: 'words' | 'sentences';
  readonly why: AdjudicationReason | null;
  readonly count: number;
}

/** Counts the adjudications of words, and of sentences under a codebook, by why coders differed. */
export function countAdjudications(store: Store, codebookId: string): AdjudicationCount[] {
  return store.all<AdjudicationCount>(
    `SELECT 'words' AS "of", adjudication ->> 'why' AS why, count(*) AS count FROM adjudication GROUP BY why
     UNION ALL
     SELECT 'sentences', why, count(*) FROM sentence_adjudication WHERE codebook_id = ? GROUP BY why`,
    codebookId,
  );
}

/** Lists who took part in adjudications that are in force, of words or of sentences under a codebook, in code point order. */
export function listAttendees(store: Store, codebookId: string): string[] {
  return store
    .all<{ name: string }>(
      `SELECT value AS name FROM adjudication, json_each(adjudication -> 'attendees')
       UNION SELECT value FROM sentence_adjudication, json_each(attendees) WHERE codebook_id = ?
       ORDER BY name`,
      codebookId,
    )
    .map(({ name }) => name);
}
