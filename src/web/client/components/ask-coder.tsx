import { useState } from 'preact/hooks';
import { shellWords } from '../../../messages/web/shell.js';
import { showToast } from '../state/acts.js';
import { answerOf, api } from '../state/api.js';
import { useWords } from '../state/preferences.js';
import { refetch } from '../state/resource.js';

/** Asks who works in this browser: one of those who did before, or a new name. */
export function AskCoder({ coders }: { readonly coders: readonly string[] }) {
  const say = useWords(shellWords);
  const [name, setName] = useState('');
  const others = coders.filter((one) => one !== 'zhagen');
  const enter = (coder: string) =>
    answerOf(api.project.coder.$post({ json: { coder } })).then(
      () => refetch('project'),
      (error: Error) => showToast({ text: error.message, kind: 'refused', canUndo: false }),
    );
  return (
    <form
      class="ask panel"
      onSubmit={(event) => {
        event.preventDefault();
        void enter(name);
      }}
    >
      <h1>{say.name}</h1>
      <label for="coder">{say.whoAreYou}</label>
      <div class="row">
        <input
          id="coder"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
          autocomplete="off"
        />
        <button type="submit" class="primary" disabled={name.trim() === ''}>
          {say.enter}
        </button>
      </div>
      {others.length > 0 && (
        <div class="row">
          {others.map((one) => (
            <button type="button" key={one} onClick={() => void enter(one)}>
              {one}
            </button>
          ))}
        </div>
      )}
    </form>
  );
}
