import { startWords } from '../../../messages/web/start.js';
import { api } from '../state/api.js';
import { progress } from '../state/live.js';
import { useWords } from '../state/preferences.js';

/** How far a change of the project is that takes long, and a way to stop it. */
export function UnderWay({ text }: { readonly text: string }) {
  const say = useWords(startWords);
  const { done, total } = progress.value ?? { done: 0, total: null };
  return (
    <p class="row">
      {text}
      <progress aria-label={text} value={total === null ? undefined : done} max={total ?? undefined} />
      <button type="button" onClick={() => void api.handed.cancel.$post()}>
        {say.cancel}
      </button>
    </p>
  );
}
