import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codePickerWords } from '../../../messages/web/code-picker.js';
import { findNearNames } from '../../../text/near-names.js';
import type { ListedCode } from '../../../workflow/list-codes.js';
import { api } from '../state/api.js';
import { useWords } from '../state/preferences.js';
import { useResource } from '../state/resource.js';
import { findCodes } from './find-codes.js';

/** Codes that were picked lately, the last one first. */
const recent = signal<readonly string[]>([]);
const REMEMBERED = 8;
const SHOWN = 200;
const NEAR = 4;

/** What the picker is for, and what becomes of the code that is picked. */
export interface CodePickerProps {
  readonly title: string;
  /** Whose codes are picked from; those of the codebook last applied where none is named. */
  readonly codebook?: string;
  readonly onPick: (code: ListedCode) => void;
  /** Codes that are not picked from. */
  readonly without?: readonly string[];
  /** Takes the name of a code that there is not yet; without it only known codes are picked. */
  readonly onFound?: (name: string) => void;
  readonly onClose: () => void;
}

/** Finds a code by keyboard: by its name, id, terms, or what is above it; those picked lately come first. */
export function CodePicker({ title, codebook, without = [], onPick, onFound, onClose }: CodePickerProps) {
  const say = useWords(codePickerWords);
  const query = codebook === undefined ? {} : { codebook };
  const { data } = useResource(`codes ${codebook ?? ''}`, () => api.codes.$get({ query }));
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  /** Whether Enter was pressed while the codes were on their way: it takes the first one that comes. */
  const isEntered = useRef(false);
  const known = (data ?? []).filter(({ id }) => !without.includes(id));
  const found = findCodes(known, words, recent.value).slice(0, SHOWN);
  const name = words.normalize('NFC').trim();
  const mayFound = onFound && data && name !== '' && !known.some(({ label }) => label === name);
  const labels = mayFound && found.length === 0 ? known.map(({ label }) => label) : [];
  const near = findNearNames(name, labels, NEAR).flatMap((one) => findCodes(known, one, []).slice(0, 1));
  /** What is picked from; null for the code that is founded. */
  const options = [...found, ...(mayFound ? [null] : []), ...near];
  const chosen = options[Math.min(at, options.length - 1)];
  const idOf = (option: ListedCode | null) => `picker-${option?.id ?? ''}`;
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, words]);
  const pick = (code: ListedCode | null) => {
    dialog.current?.close();
    if (code === null) {
      onFound?.(name);
      return;
    }
    recent.value = [code.id, ...recent.value.filter((id) => id !== code.id)].slice(0, REMEMBERED);
    onPick(code);
  };
  useEffect(() => {
    if (isEntered.current && chosen !== undefined) pick(chosen);
    isEntered.current = false;
  }, [data]);
  return (
    <dialog ref={dialog} class="picker" aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="picker-codes"
        aria-activedescendant={chosen === undefined ? undefined : idOf(chosen)}
        aria-label={say.find}
        placeholder={say.find}
        autocomplete="off"
        value={words}
        onInput={({ currentTarget }) => {
          setWords(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.isComposing || event.keyCode === 229) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            setAt(Math.max(0, Math.min(options.length - 1, at + step)));
          } else if (event.key === 'Enter') {
            event.preventDefault();
            if (chosen !== undefined) pick(chosen);
            else isEntered.current = data === null;
          }
        }}
      />
      <div id="picker-codes" role="listbox" class="picker-codes" aria-label={title}>
        {options.map((code) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
          <div
            key={code?.id}
            id={idOf(code)}
            role="option"
            tabIndex={-1}
            aria-selected={code === chosen}
            class="picker-code"
            onClick={() => pick(code)}
          >
            <b>{code?.label ?? say.newCode(name)}</b>
            {words === '' && code && recent.value.includes(code.id) && <em>{say.recent}</em>}
            {code && near.includes(code) && <em>{say.near}</em>}
            <span class="muted">{code?.path.slice(0, -1).join(' › ')}</span>
          </div>
        ))}
      </div>
      {data !== null && options.length === 0 && <p class="muted">{say.nothing}</p>}
      <p class="muted">{say.hint}</p>
    </dialog>
  );
}
