import { useState } from 'preact/hooks';
import { screeningWords } from '../../../../messages/web/screening.js';
import { Modal } from '../../components/modal.js';
import { act, isSaving } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { language, useWords } from '../../state/preferences.js';

/** Says how many words are meant before all that are listed are kept or dropped, as one statement. */
export function BulkDialog({
  kind,
  count,
  filter,
  onClose,
}: {
  readonly kind: 'keep' | 'drop';
  readonly count: number;
  readonly filter: Readonly<Record<string, string | undefined>>;
  readonly onClose: () => void;
}) {
  const say = useWords(screeningWords);
  const [reason, setReason] = useState('');
  const written = count.toLocaleString(language.value);
  const title = say.bulk(say.kinds[kind] ?? '', written);
  const decide = () => {
    void act((seen) => api.screening.bulk.$post({ json: { ...filter, kind, seen, reason } }), title).then(
      (done) => done !== null && onClose(),
    );
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form
        class="screening-form"
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <p>{say.bulkAsk(say.kinds[kind] ?? '', written)}</p>
        <label>
          {say.reason}
          <input value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
        </label>
        <div class="row">
          <button type="submit" class="primary" disabled={isSaving.value}>
            {title}
          </button>
          <button type="button" onClick={onClose}>
            {say.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
