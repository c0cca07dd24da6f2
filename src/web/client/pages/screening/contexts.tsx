import { useEffect, useState } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import type { WordInContext } from '../../../../workflow/concordance.js';
import { caseAddress } from '../../components/case-address.js';
import { answerOf, api } from '../../state/api.js';
import { language, useWords } from '../../state/preferences.js';

/** How long somebody stays with a word before its contexts are looked for, in milliseconds. */
const STAY = 120;

/** The first places where a word stands, as soon as somebody stays with it; the search ends when they go on. */
export function Contexts({ word, group }: { readonly word: string; readonly group: string | undefined }) {
  const say = useWords(screeningWords);
  const [found, show] = useState<(WordInContext & { readonly of: string }) | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const query = { word, ...(group !== undefined && { group }) };
      answerOf(api.screening.contexts.$get({ query }, { init: { signal: stop.signal } })).then(
        (answer) => show({ ...answer, of: word }),
        () => {},
      );
    }, STAY);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [word, group]);
  if (found === null || found.of !== word) return <div class="screening-contexts" aria-busy="true" />;
  return (
    <div class="screening-contexts">
      <h3>
        {say.contexts}{' '}
        <span class="muted">
          {say.contextsOf(found.cases.toLocaleString(language.value))} {found.hasMore && say.more}
        </span>
      </h3>
      <ol>
        {found.lines.map(({ caseId, start, end, left, keyword, right, paragraph, sentence }) => (
          <li key={`${caseId} ${start}`}>
            <a href={caseAddress(caseId, { start, end })}>
              {caseId}
              {paragraph !== null && ` ${paragraph}.${sentence ?? ''}`}
            </a>{' '}
            {left}
            <mark>{keyword}</mark>
            {right}
          </li>
        ))}
      </ol>
    </div>
  );
}
