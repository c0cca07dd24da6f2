import { screeningWords } from '../../../../messages/web/screening.js';
import { undoStatement } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { language, useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { focusWord } from './use-screening.js';

/** The last ten own statements, each of which can be changed (its word is turned to) or taken back. */
export function LastStatements() {
  const say = useWords(screeningWords);
  const { data } = useResource('screening last', () => api.screening.last.$get());
  return (
    <section class="panel screening-last" aria-labelledby="screening-last">
      <h2 id="screening-last">{say.last}</h2>
      {data?.length === 0 && <p class="muted">{say.noLast}</p>}
      <ol>
        {(data ?? []).map((one) => {
          const [word = ''] = one.words;
          const more =
            one.count > one.words.length ? ` ${say.andMore(one.count.toLocaleString(language.value))}` : '';
          const what = say.done(say.kinds[one.kind] ?? one.kind, one.words.join('、') + more, one.into ?? '');
          return (
            <li key={one.id} class="row">
              <span title={one.reason}>{what}</span>
              <span class="space" />
              {one.count === 1 && (
                <button type="button" onClick={() => focusWord(word)} aria-label={`${say.change} ${word}`}>
                  {say.change}
                </button>
              )}
              <button type="button" onClick={() => undoStatement(one.id)} aria-label={`${say.undo} ${what}`}>
                {say.undo}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
