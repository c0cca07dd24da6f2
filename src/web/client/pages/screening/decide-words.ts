import { screeningWords } from '../../../../messages/web/screening.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { revision } from '../../state/live.js';
import { language } from '../../state/preferences.js';
import { changed } from './use-screening.js';

/** What is decided about words, in the group that is looked at or in all. */
export interface WordDecision {
  readonly kind: 'keep' | 'drop' | 'fold' | 'add';
  readonly words: readonly string[];
  readonly into?: string;
  readonly isNew?: boolean;
  readonly group?: string | undefined;
  readonly view?: 'blind' | undefined;
  readonly reason?: string;
  readonly caseId?: string;
  readonly quote?: string;
}

/** Decides about words, and shows them as the answer has them. */
export async function decideWords({ words, ...decision }: WordDecision): Promise<boolean> {
  const say = screeningWords[language.value];
  const done = say.done(say.kinds[decision.kind] ?? '', words.join('、'), decision.into ?? '');
  const result = await act(
    (seen) => api.screening.decide.$post({ json: { ...decision, words: [...words], seen } }),
    done,
  );
  if (result === null) return false;
  const at = revision.value ?? 0;
  const rows = result.rows.map((row) => [row.word, { row, revision: at }] as const);
  changed.value = new Map([...changed.value, ...rows]);
  return true;
}
