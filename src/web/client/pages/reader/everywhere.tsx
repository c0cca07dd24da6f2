import { useEffect, useState } from 'preact/hooks';
import { readerWords } from '../../../../messages/web/reader.js';
import type { WordInContext } from '../../../../workflow/concordance.js';
import { answerOf, api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';

/** How long somebody has stopped typing before the corpus is searched, in milliseconds. */
const PAUSE = 250;

/** Where words stand in all cases, the first places of them, each with the way there; a search ends when other words are typed. */
export function Everywhere({ words }: { readonly words: string }) {
  const say = useWords(readerWords);
  const [found, show] = useState<(WordInContext & { readonly of: string }) | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const init = { signal: stop.signal };
      answerOf(api.screening.contexts.$get({ query: { word: words } }, { init })).then(
        (answer) => show({ ...answer, of: words }),
        () => {},
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);
  if (found?.of !== words) return <section aria-busy="true" />;
  return (
    <section aria-live="polite">
      <h2>{say.everywhereTitle(words, found.cases)}</h2>
      {found.hasMore && <p class="muted">{say.firstOnly(found.lines.length)}</p>}
      <ol class="reader-found">
        {found.lines.map(({ caseId, start, end, left, keyword, right }) => (
          <li key={`${caseId} ${start}`}>
            <a href={`/cases/${encodeURIComponent(caseId)}?at=${start}-${end}`}>{caseId}</a> {left}
            <b>{keyword}</b>
            {right}
          </li>
        ))}
      </ol>
    </section>
  );
}
