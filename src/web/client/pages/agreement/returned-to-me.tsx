import { useState } from 'preact/hooks';
import { checkWords } from '../../../../messages/web/check.js';
import { MemoForm } from '../../components/memos.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { CodedWords } from './check-card.js';

/** What others returned to whoever works here, to be changed in its case or answered. */
export function ReturnedToMe() {
  const say = useWords(checkWords);
  const { data } = useResource('returned', (sending) => api.check.returned.$get({}, sending));
  const [answering, setAnswering] = useState<string | null>(null);
  if (data === null || data.length === 0) return null;
  return (
    <section class="returned" aria-label={say.toMe(data.length)}>
      <h2>{say.toMe(data.length)}</h2>
      <p class="muted">{say.toMeHint}</p>
      <ol class="disputes">
        {data.map((row) => (
          <li key={row.id} class="panel dispute check-returned">
            <CodedWords row={row}>
              <button type="button" onClick={() => setAnswering(row.id)}>
                {say.reply}
              </button>
            </CodedWords>
            {answering === row.id && (
              <MemoForm on={`passage:${row.id}`} near={row} onLeave={() => setAnswering(null)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
