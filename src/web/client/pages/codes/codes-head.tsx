import { codesWords } from '../../../../messages/web/codes.js';
import { theoryWords } from '../../../../messages/web/theory.js';
import type { BrowsedCodes } from '../../../../workflow/browse-codes.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';

/** What the page of codes may show in the place of the columns of codes. */
export const codeViews = ['theory', 'changes', 'revisit'] as const;

export type CodeView = (typeof codeViews)[number];

/** The view that an address asks for; null for the columns of codes. */
export const viewOf = (query: URLSearchParams): CodeView | null =>
  codeViews.find((one) => one === query.get('show')) ?? null;

/** The keys that lead to the views, beside their names. */
export const viewKeys: Readonly<Record<CodeView, string>> = { theory: 't', changes: 'c', revisit: 'l' };

/** The codebook that is shown, and the views of it. */
export function CodesHead({ codes }: { readonly codes: Pick<BrowsedCodes, 'codebook' | 'codebooks'> }) {
  const say = useWords(codesWords);
  const { views, back } = useWords(theoryWords);
  const { query, change } = useAddress();
  const shown = viewOf(query);
  return (
    <>
      <h1>{say.title}</h1>
      {codes.codebooks.length > 1 ? (
        <label>
          {say.codebook}{' '}
          <select
            value={codes.codebook.id}
            onChange={({ currentTarget }) =>
              change({ codebook: currentTarget.value, code: '', word: '', from: '', to: '' }, true)
            }
          >
            {codes.codebooks.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <span class="codes-book muted" title={codes.codebook.title}>
          {codes.codebook.title}
        </span>
      )}
      {shown !== null && (
        <button type="button" onClick={() => change({ show: '' })}>
          ‹ {back}
        </button>
      )}
      {codeViews.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={shown === one}
          onClick={() => change({ show: shown === one ? '' : one })}
        >
          {views[one]} {shown === null && <kbd>{viewKeys[one]}</kbd>}
        </button>
      ))}
    </>
  );
}
