import { useState } from 'preact/hooks';
import { startWords } from '../../../../messages/web/start.js';
import { useWords } from '../../state/preferences.js';

/** Opens the project at a path: a browser does not say where a file that is chosen in it lies. */
export function OpenByPath({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const say = useWords(startWords);
  const [path, setPath] = useState('');
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        // Systems copy paths with quotes around them.
        onOpen(path.trim().replace(/^(["'])(.*)\1$/, '$2'));
      }}
    >
      <label for="open-path">{say.openPath}</label>
      <div class="row">
        <input
          id="open-path"
          value={path}
          placeholder={say.pathExample}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => setPath(currentTarget.value)}
        />
        <button type="submit" disabled={path.trim() === ''}>
          {say.open}
        </button>
      </div>
    </form>
  );
}
