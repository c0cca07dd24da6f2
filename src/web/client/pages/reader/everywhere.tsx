import { useEffect, useState } from 'preact/hooks';
import { readerWords } from '../../../../messages/web/reader.js';
import type { WordInContext } from '../../../../workflow/concordance.js';
import { answerOf, api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';

/** How long somebody has stopped typing before the corpus is searched, in milliseconds. */
const PAUSE = 250;
/** So many places are listed; words of one character stand in every sentence. */
const MOST = 200;

/** Where words stand in all cases, each with the way there, listed as they are found; a search ends when other words are typed. */
export function Everywhere({ words }: { readonly words: string }) {
  const say = useWords(readerWords);
  const [found, show] = useState<(WordInContext & { readonly of: string }) | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      search(words, stop.signal, (sofar) => show({ ...sofar, of: words })).catch(() => {});
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

/** Shows what is found so far, some places after the other, until there are no more or so many are listed. */
async function search(
  word: string,
  signal: AbortSignal,
  show: (sofar: WordInContext) => void,
): Promise<void> {
  let lines: WordInContext['lines'] = [];
  let hasMore = true;
  while (hasMore && lines.length < MOST) {
    const last = lines.at(-1);
    const after = last && { afterCase: last.caseId, afterStart: String(last.start) };
    const query = { word, ...after };
    const next = await answerOf(api.screening.contexts.$get({ query }, { init: { signal } }));
    lines = [...lines, ...next.lines];
    hasMore = next.hasMore;
    show({ ...next, lines });
  }
}
