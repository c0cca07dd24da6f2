import { useRef, useState } from 'preact/hooks';
import { theoryWords } from '../../../../messages/web/theory.js';
import type { BrowsedTheory } from '../../../../workflow/browse-theory.js';
import { CodePicker } from '../../components/code-picker.js';
import { act } from '../../state/acts.js';
import { useAddress } from '../../state/address.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

const ENDS = ['from', 'to'] as const;

/** Relates two codes: what the first is to the second, and why; the codes stand in the address. */
export function RelateForm({ theory: { codebook, kinds } }: { readonly theory: BrowsedTheory }) {
  const say = useWords(theoryWords);
  const { query, change } = useAddress();
  const { data: codes } = useResource(`codes ${codebook}`, () => api.codes.$get({ query: { codebook } }));
  const [choosing, choose] = useState<(typeof ENDS)[number] | null>(null);
  const [as, setKind] = useState('');
  const [reason, setReason] = useState('');
  /** The button that chooses the second code. */
  const last = useRef<HTMLButtonElement>(null);
  const codeAt = (end: (typeof ENDS)[number]) => codes?.find(({ id }) => id === query.get(end));
  const [from, to] = [codeAt('from'), codeAt('to')];
  const relate = () => {
    if (!from || !to) return;
    const json = { codebook, code: from.id, to: to.id, as, reason };
    const pair = `${from.label} —${as}→ ${to.label}`;
    void act((seen) => api.theory.relate.$post({ json: { seen, ...json } }), say.related(pair)).then(
      (done) => {
        if (done === null) return;
        setReason('');
        change({ to: '' }, true);
        // What was pressed takes no more until another code is chosen.
        last.current?.focus();
      },
    );
  };
  return (
    <form
      class="theory-relate small-form"
      aria-label={say.add}
      onSubmit={(event) => {
        event.preventDefault();
        relate();
      }}
    >
      {ENDS.map((end) => (
        <div key={end} class="row">
          <span id={`relate-${end}`}>{say[end]}</span>
          <button type="button" ref={last} aria-describedby={`relate-${end}`} onClick={() => choose(end)}>
            {codeAt(end)?.label ?? say.choose}
          </button>
        </div>
      ))}
      <label>
        {say.kind}
        <input
          list="theory-kinds"
          autocomplete="off"
          placeholder={say.kindHint}
          value={as}
          onInput={({ currentTarget }) => setKind(currentTarget.value)}
        />
      </label>
      <datalist id="theory-kinds">
        {kinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <label>
        {say.reason}
        <input
          autocomplete="off"
          placeholder={say.reasonHint}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary" disabled={!from || !to || from.id === to.id || as.trim() === ''}>
        {say.add}
      </button>
      {choosing !== null && (
        <CodePicker
          title={say[choosing]}
          codebook={codebook}
          without={[from?.id ?? '', to?.id ?? '']}
          onPick={({ id }) => change({ [choosing]: id }, true)}
          onClose={() => choose(null)}
        />
      )}
    </form>
  );
}
