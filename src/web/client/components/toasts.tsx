import { shellWords } from '../../../messages/web/shell.js';
import { closeToast, toasts, undoLast } from '../state/acts.js';
import { named, useWords } from '../state/preferences.js';

/** What was done or refused just now; what was done can be taken back from here, and by Ctrl+Z later too. */
export function Toasts() {
  const say = useWords(shellWords);
  return (
    <div class="toasts" role="status">
      {toasts.value.map(({ id, text, kind, canUndo }) => (
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
