import { startWords } from '../../../../messages/web/start.js';
import { answerOf, api } from '../../state/api.js';
import { progress } from '../../state/live.js';
import { useWords } from '../../state/preferences.js';

/** How far it is, and a way to stop it. */
export function Working() {
  const say = useWords(startWords);
  const { step, done, total } = progress.value ?? { step: null, done: 0, total: null };
  return (
    <div class="start-working" role="status">
      <h1>{step === null ? say.working : (say.steps[step] ?? step)}</h1>
      <progress aria-label={say.working} value={total === null ? undefined : done} max={total ?? undefined} />
      {total !== null && total > 0 && <p class="muted">{Math.floor((100 * done) / total)} %</p>}
      <p>
        <button type="button" onClick={() => void answerOf(api.start.cancel.$post())}>
          {say.cancel}
        </button>
      </p>
    </div>
  );
}
