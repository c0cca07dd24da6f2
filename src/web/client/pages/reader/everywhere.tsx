import { useEffect, useState } from 'preact/hooks';
import { readerWords } from '../../../../messages/web/reader.js';
import type { WordInContext } from '../../../../workflow/concordance.js';
import { caseAddress } from '../../components/case-address.js';
import { api, partsOf } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';

/** How long somebody has stopped typing before the corpus is searched, in milliseconds. */
const PAUSE = 60;

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
    <section>
      <h2 aria-live="polite">{say.everywhereTitle(words, found.cases)}</h2>
      {found.hasMore && (
        <p class="muted">
          {say.firstOnly(
            found.lines.length,
            new Set(found.lines.map(({ caseId }) => caseId)).size,
            found.cases,
          )}
        </p>
      )}
      <ol class="reader-found">
        {found.lines.map(({ caseId, start, end, left, keyword, right }) => (
          <li key={`${caseId} ${start}`}>
            <a href={caseAddress(caseId, { start, end })}>{caseId}</a> {left}
            <b>{keyword}</b>
            {right}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Shows what is found so far, whenever more of it arrives. */
async function search(
  word: string,
  signal: AbortSignal,
  show: (sofar: WordInContext) => void,
): Promise<void> {
  let lines: WordInContext['lines'] = [];
  const answer = api.cases.places.$get({ query: { word } }, { init: { signal } });
  for await (const part of partsOf<WordInContext>(answer)) {
    lines = [...lines, ...part.lines];
    show({ ...part, lines });
  }
}
