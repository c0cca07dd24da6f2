import { type Decision, type Verdict, verdictSchema } from '../model/decision.js';
import type { Store } from './store.js';

type Target = Pick<Decision, 'group' | 'word' | 'aspect'>;

/** The verdict in force on one group, word and aspect. */
export function readVerdict(store: Store, { group, word, aspect }: Target): Verdict | null {
  const row = store.get<{ verdict: string }>(
    'SELECT verdict FROM verdict WHERE group_name = ? AND word = ? AND aspect = ?',
    group,
    word,
    aspect,
  );
  return row === undefined ? null : verdictSchema.parse(JSON.parse(row.verdict));
}

/** Puts a verdict in force; null leaves the word undecided. Only the decision log calls this. */
export function putVerdict(store: Store, { group, word, aspect }: Target, verdict: Verdict | null): void {
  if (verdict === null) {
    store.run('DELETE FROM verdict WHERE group_name = ? AND word = ? AND aspect = ?', group, word, aspect);
  } else {
    store.run(
      'INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)',
      group,
      word,
      aspect,
      JSON.stringify(verdict),
    );
  }
}
