import { handedWords } from '../../../../messages/web/handed.js';
import { showRefusal } from '../../state/acts.js';
import { useWords } from '../../state/preferences.js';
import { readDropped } from '../start/read-dropped.js';

/** Where one file is dropped, or chosen by a click. */
export function FileDrop({ text, onFile }: { readonly text: string; readonly onFile: (file: File) => void }) {
  const say = useWords(handedWords);
  return (
    <label
      class="start-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer === null) return;
        void readDropped(event.dataTransfer).then(([only, ...others]) => {
          if (only !== undefined && others.length === 0) onFile(only.file);
          else if (only !== undefined) showRefusal(new Error(say.onlyOne(others.length + 1)));
        });
      }}
    >
      <span>{text}</span>
      <input
        class="hidden"
        type="file"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file, corrected, may be chosen again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
