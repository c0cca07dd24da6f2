import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codesWords } from '../../../../messages/web/codes.js';
import { findNearNames } from '../../../../text/near-names.js';
import { useWords } from '../../state/preferences.js';

/** What the name is for, which names there are, and what becomes of it. */
export interface NameDialogProps {
  readonly title: string;
  readonly start: string;
  readonly known: readonly string[];
  /** Whether the name of an existing code may be given. */
  readonly mayExist: boolean;
  readonly onName: (name: string, isNew: boolean) => void;
  readonly onClose: () => void;
}

const NEAR = 4;

/** Asks for the name of a code, and tells while it is typed which codes have a similar one. */
export function NameDialog({ title, start, known, mayExist, onName, onClose }: NameDialogProps) {
  const say = useWords(codesWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [written, setWritten] = useState(start);
  const name = written.normalize('NFC').trim();
  const isTaken = known.includes(name) && name !== start;
  const near = findNearNames(
    name,
    known.filter((one) => one !== start),
    NEAR,
  );
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const isRefused = name === '' || name === start || (isTaken && !mayExist);
  return (
    <dialog ref={dialog} class="codes-name" aria-label={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isRefused) return;
          dialog.current?.close();
          onName(name, !isTaken);
        }}
      >
        <label for="codes-name">{title}</label>
        <input
          id="codes-name"
          autocomplete="off"
          aria-describedby="codes-near"
          value={written}
          onInput={({ currentTarget }) => setWritten(currentTarget.value)}
        />
        <div id="codes-near" class="row" aria-live="polite">
          {isTaken && <span class="codes-warning">{mayExist ? say.takenUse : say.taken}</span>}
          {near.length > 0 && <span class="codes-warning">{say.near}</span>}
          {near.map((one) =>
            mayExist ? (
              <button key={one} type="button" onClick={() => setWritten(one)}>
                {one}
              </button>
            ) : (
              <b key={one}>{one}</b>
            ),
          )}
        </div>
        <div class="row">
          <button type="submit" class="primary" disabled={isRefused}>
            {say.save}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {say.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
