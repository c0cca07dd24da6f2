import { useState } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import { Modal } from '../../components/modal.js';
import { useWords } from '../../state/preferences.js';
import { decideWords } from './decide-words.js';
import type { Scope } from './scope.js';
import { focusWord } from './use-screening.js';

/** Asks for a keyword that a reader found; where the word itself is not in the text, for the passage that it is read from. */
export function AddDialog({ scope, onClose }: { readonly scope: Scope; readonly onClose: () => void }) {
  const say = useWords(screeningWords);
  const [word, setWord] = useState('');
  const [caseId, setCase] = useState('');
  const [quote, setQuote] = useState('');
  const add = async () => {
    const named = word.trim();
    const evidence = caseId === '' ? {} : { caseId: caseId.trim(), ...(quote !== '' && { quote }) };
    if (!(await decideWords({ kind: 'add', words: [named], ...scope, ...evidence }))) return;
    focusWord(named);
    onClose();
  };
  return (
    <Modal title={say.addTitle} onClose={onClose}>
      <form
        class="screening-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          {say.word}
          <input value={word} onInput={({ currentTarget }) => setWord(currentTarget.value)} />
        </label>
        <label>
          {say.caseId}
          <input
            value={caseId}
            list="screening-groups"
            onInput={({ currentTarget }) => setCase(currentTarget.value)}
          />
        </label>
        <label>
          {say.quote}
          <textarea value={quote} rows={3} onInput={({ currentTarget }) => setQuote(currentTarget.value)} />
        </label>
        <div class="row">
          <button type="submit" class="primary" disabled={word.trim() === ''}>
            {say.kinds['add']}
          </button>
          <button type="button" onClick={onClose}>
            {say.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
