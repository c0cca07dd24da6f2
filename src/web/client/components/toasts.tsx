import { shellWords } from '../../../messages/web/shell.js';
import { closeToast, type Toast, toasts, undoLast } from '../state/acts.js';
import { named, useWords } from '../state/preferences.js';

/**
 * What was done or refused just now; what was done can be taken back from here, and by Ctrl+Z later too. A dialog tells what was
 * `refused` after it opened itself, since what is behind it can neither be heard nor pressed.
 */
export function Toasts({
  only,
  after = 0,
}: {
  readonly only?: Toast['kind'];
  /** The last message before those that are shown. */
  readonly after?: number;
}) {
  const say = useWords(shellWords);
  const shown = toasts.value.filter(({ kind, id }) => id > after && (only === undefined || kind === only));
  return (
    <div class="toasts" role="status">
      {shown.map(({ id, text, kind, canUndo }) => (
        <div key={id} class={`toast ${kind}`}>
          <p>{kind === 'refused' ? named(say.failed, text) : text}</p>
          {canUndo && (
            <button
              type="button"
              onClick={() => {
                closeToast(id);
                undoLast();
              }}
            >
              {say.undo}
            </button>
          )}
          <button type="button" onClick={() => closeToast(id)} aria-label={say.close}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
