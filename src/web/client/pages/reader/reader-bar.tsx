import type { Ref } from 'preact';
import { proposalsWords } from '../../../../messages/web/proposals.js';
import { readerWords } from '../../../../messages/web/reader.js';
import type { ReadCoding } from '../../../../workflow/read-case-coding.js';
import type { TextForm } from '../../../../workflow/read-case-text.js';
import { caseAddress } from '../../components/case-address.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { layers, layersOf } from './use-reading.js';

/** The line above the text. */
export interface ReaderBarProps {
  readonly coding: ReadCoding;
  readonly form: TextForm;
  readonly search: Ref<HTMLInputElement>;
  readonly hits: number;
  readonly hit: number;
  readonly onHit: (step: 1 | -1) => void;
}

/** Which case it is, what is laid over its text, and finding words in it. */
export function ReaderBar({ coding, form, search, hits, hit, onHit }: ReaderBarProps) {
  const say = useWords(readerWords);
  const hides = useWords(proposalsWords);
  const { query, change } = useAddress();
  /** Keywords follow what others decided: who judges blind does not see them. */
  const isHidden = (name: string) => name === 'keywords' && !coding.showsProposals;
  const shown = layersOf(query);
  const words = query.get('find') ?? '';
  const isEverywhere = query.get('everywhere') === '1';
  const toggle = (name: string) => {
    const next = shown.has(name) ? [...shown].filter((one) => one !== name) : [...shown, name];
    change({ layers: next.join(' ') || 'none' }, true);
  };
  return (
    <header class="reader-bar">
      <div class="row reader-title">
        <a href="/cases">{say.back}</a>
        <CaseLink id={coding.previous} label={say.previous} sign="‹" />
        <h1 title={coding.title}>
          {coding.id} {coding.title !== coding.id && <small>{coding.title}</small>}
        </h1>
        <CaseLink id={coding.next} label={say.next} sign="›" />
        <span class="space" />
        <input
          ref={search}
          type="search"
          class="reader-find"
          aria-label={say.find}
          placeholder={say.find}
          value={words}
          onInput={({ currentTarget }) => change({ find: currentTarget.value }, true)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            onHit(event.shiftKey ? -1 : 1);
          }}
        />
        {words !== '' && <output class="muted">{say.hits(hits === 0 ? 0 : hit + 1, hits)}</output>}
        {words !== '' && (
          <button
            type="button"
            aria-pressed={isEverywhere}
            onClick={() => change({ everywhere: isEverywhere ? '' : '1', passage: '' }, true)}
          >
            {say.everywhere}
          </button>
        )}
      </div>
      <div class="row">
        <fieldset class="reader-layers">
          <legend class="hidden">{say.layers}</legend>
          {layers.map((name) => (
            <button
              type="button"
              key={name}
              aria-pressed={shown.has(name) && !isHidden(name)}
              class={`reader-layer layer-${name}`}
              disabled={isHidden(name)}
              title={isHidden(name) ? hides.keywordsHidden : undefined}
              onClick={() => toggle(name)}
            >
              {say.layer[name]}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          aria-pressed={form === 'raw'}
          title={say.form}
          onClick={() => change({ form: form === 'raw' ? '' : 'raw' }, true)}
        >
          {say.raw}
        </button>
      </div>
    </header>
  );
}

function CaseLink({
  id,
  label,
  sign,
}: {
  readonly id: string | null;
  readonly label: string;
  readonly sign: string;
}) {
  // Its place is kept, so that nothing moves from case to case.
  if (id === null) return <span class="button reader-no-case">{sign}</span>;
  return (
    <a class="button" href={caseAddress(id)} title={label} aria-label={label}>
      {sign}
    </a>
  );
}
