import { useState } from 'preact/hooks';
import { startWords } from '../../../../messages/web/start.js';
import { useWords } from '../../state/preferences.js';
import { type ChosenFile, readChosen, readDropped } from './read-dropped.js';

interface Uploads {
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly codebooks: readonly string[];
}

/** How many of the files are listed; the others are counted. */
const LISTED = 40;

/** Takes files and folders that are dropped or chosen, and lists those that were handed over. */
export function DropFiles({
  uploads: { files, codebooks },
  onFiles,
  onClear,
}: {
  readonly uploads: Uploads;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  readonly onClear: () => void;
}) {
  const say = useWords(startWords);
  const [isOver, setOver] = useState(false);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can also be chosen by the buttons in it */}
      <div
        class={isOver ? 'start-drop over' : 'start-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer) void readDropped(event.dataTransfer).then(onFiles);
        }}
      >
        <p>{say.drop}</p>
        <p class="muted">{say.formats}</p>
        <div class="row">
          <FileButton label={say.chooseFiles} onFiles={onFiles} />
          <FileButton label={say.chooseFolder} isFolder onFiles={onFiles} />
        </div>
      </div>
      {files.length + codebooks.length > 0 && (
        <div class="start-files">
          <details>
            <summary>
              {say.chosen(files.length, sizeOf(files))}
              {codebooks.length > 0 && say.chosenCodebooks(codebooks.length)}
            </summary>
            <ul>
              {[...codebooks, ...files.map(({ path }) => path)].slice(0, LISTED).map((path) => (
                <li key={path}>{path}</li>
              ))}
              {files.length > LISTED && <li class="muted">{say.more(files.length - LISTED)}</li>}
            </ul>
          </details>
          <button type="button" onClick={onClear}>
            {say.clear}
          </button>
        </div>
      )}
    </>
  );
}

/** A field for files that looks like a button; the keyboard reaches it as one. */
function FileButton({
  label,
  isFolder = false,
  onFiles,
}: {
  readonly label: string;
  readonly isFolder?: boolean;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}) {
  return (
    <label class="button">
      {label}
      <input
        class="hidden"
        type="file"
        multiple
        // Types of preact do not know it; every browser does.
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          onFiles(readChosen(currentTarget.files));
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

function sizeOf(files: Uploads['files']): string {
  const kilobytes = files.reduce((sum, { size }) => sum + size, 0) / 1000;
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}
