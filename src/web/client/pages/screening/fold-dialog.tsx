import { useState } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import { Modal } from '../../components/modal.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { decideWords } from './decide-words.js';
import type { Scope } from './scope.js';
import { moveFocus } from './use-screening.js';

/** Asks what a word is folded into: what looks alike is offered first. */
export function FoldDialog({
  word,
  scope,
  onClose,
}: {
  readonly word: string;
  readonly scope: Scope;
  readonly onClose: () => void;
}) {
  const say = useWords(screeningWords);
  const { data } = useResource(`screening near ${word}`, () => api.screening.word.$get({ query: { word } }));
  const [into, setInto] = useState('');
  const [isNew, setNew] = useState(false);
  const fold = async (target: string) => {
    if (!(await decideWords({ kind: 'fold', words: [word], into: target, isNew, ...scope }))) return;
    moveFocus(1);
    onClose();
  };
  return (
    <Modal title={say.foldTitle(word)} onClose={onClose}>
      <form
        class="screening-form"
        onSubmit={(event) => {
          event.preventDefault();
          void fold(into.trim());
        }}
      >
        <label>
          {say.target}
          <input
            value={into}
            onInput={({ currentTarget }) => setInto(currentTarget.value)}
            autocomplete="off"
          />
        </label>
        <div class="row">
          {(data?.near ?? []).map((one) => (
            <button type="button" key={one.word} onClick={() => void fold(one.word)}>
              {one.word}
            </button>
          ))}
        </div>
        <label class="row">
          <input
            type="checkbox"
            checked={isNew}
            onChange={({ currentTarget }) => setNew(currentTarget.checked)}
          />
          {say.isNew}
        </label>
        <div class="row">
          <button type="submit" class="primary" disabled={into.trim() === ''}>
            {say.kinds['fold']}
          </button>
          <button type="button" onClick={onClose}>
            {say.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
