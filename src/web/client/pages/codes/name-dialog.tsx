import { useState } from 'preact/hooks';
import { codesWords } from '../../../../messages/web/codes.js';
import { findNearNames } from '../../../../text/near-names.js';
import { Modal } from '../../components/modal.js';
import { isSaving } from '../../state/acts.js';
import { useWords } from '../../state/preferences.js';

/** What the name is for, which names there are, and what becomes of it. */
export interface NameDialogProps {
  readonly title: string;
  readonly start: string;
  readonly known: readonly string[];
  /** Whether the name of an existing code may be given. */
  readonly mayExist: boolean;
  /** Gives null where it was refused: then the name may be corrected. */
  readonly onName: (name: string, isNew: boolean) => Promise<unknown>;
  readonly onClose: () => void;
}

const NEAR = 4;

/** Asks for the name of a code, and tells while it is typed which codes have a similar one. */
export function NameDialog({ title, start, known, mayExist, onName, onClose }: NameDialogProps) {
  const say = useWords(codesWords);
  const [written, setWritten] = useState(start);
  const name = written.normalize('NFC').trim();
  const isTaken = known.includes(name) && name !== start;
  const near = findNearNames(
    name,
    known.filter((one) => one !== start),
    NEAR,
  );
  const isRefused = isSaving.value || name === '' || name === start || (isTaken && !mayExist);
  return (
    <Modal title={title} onClose={onClose}>
      <form
        class="screening-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isRefused) return;
          void onName(name, !isTaken).then((done) => done !== null && onClose());
        }}
      >
        <input
          id="codes-name"
          aria-label={title}
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
          <button type="button" onClick={onClose}>
            {say.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
