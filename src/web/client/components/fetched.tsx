import type { ComponentChildren } from 'preact';
import { shellWords } from '../../../messages/web/shell.js';
import { useWords } from '../state/preferences.js';
import type { Resource } from '../state/resource.js';

/** What was fetched, or that it is on its way, or why it did not come. */
export function Fetched<Data>({
  data,
  error,
  children,
}: Resource<Data> & { readonly children: (data: Data) => ComponentChildren }) {
  const say = useWords(shellWords);
  if (error !== null) {
    return (
      <p class="note refused" role="alert">
        {error}
      </p>
    );
  }
  if (data === null) return <p class="note">{say.loading}</p>;
  return <>{children(data)}</>;
}
