import { codesWords } from '../../../../messages/web/codes.js';
import type { CodeSuggestion } from '../../../../workflow/suggest.js';
import { useWords } from '../../state/preferences.js';

/** A keyword that no code took: the codes that are suggested for it, with the reasons. */
export function WordPanel({
  word,
  suggestions,
  onTake,
  onPick,
  onFound,
}: {
  readonly word: string;
  /** Null: they are still looked for. */
  readonly suggestions: readonly CodeSuggestion[] | null;
  readonly onTake: (suggestion: CodeSuggestion) => void;
  readonly onPick: () => void;
  /** Makes a new core keyword of it. */
  readonly onFound: () => void;
}) {
  const say = useWords(codesWords);
  return (
    <section class="codes-panel" aria-label={word}>
      <h2 class="codes-name-of">{word}</h2>
      <div class="row">
        <button type="button" onClick={onPick}>
          {say.actions.take} <kbd>m</kbd>
        </button>
        <button type="button" onClick={onFound}>
          {say.actions.found} <kbd>u</kbd>
        </button>
        <a class="button" href={`/tables/table/kwic?${new URLSearchParams({ word })}`}>
          {say.inContext}
        </a>
      </div>
      <h3>{say.suggestions}</h3>
      {suggestions === null ? (
        <p class="muted">{say.suggesting}</p>
      ) : suggestions.length === 0 ? (
        <p class="muted">{say.noSuggestion}</p>
      ) : (
        <ol class="codes-suggestions">
          {suggestions.map((one, at) => (
            <li key={one.codeId}>
              <button type="button" onClick={() => onTake(one)}>
                <b>{one.code}</b> <kbd>{at + 1}</kbd>
              </button>
              <ul>
                {one.reasons.map(({ kind, shown }) => (
                  <li key={kind} class="muted">
                    {say.reason[kind](shown.join(kind === 'contexts' || kind === 'wording' ? '、' : ''))}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
