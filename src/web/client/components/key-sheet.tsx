import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { shellWords } from '../../../messages/web/shell.js';
import { pages } from '../pages.js';
import { type Keys, useKeys } from '../state/keys.js';
import { useWords } from '../state/preferences.js';

const isOpen = signal(false);

/** What the keys of the page that is shown do, in words. */
type KeyMeanings = Readonly<Record<string, string>>;

const pageKeys = signal<KeyMeanings>({});

/** Lets the keys of a page act while it is shown, and lists on the sheet what they do. */
export function usePageKeys(keys: Keys, meanings: KeyMeanings): void {
  useKeys(keys);
  useEffect(() => {
    pageKeys.value = meanings;
    return () => {
      pageKeys.value = {};
    };
  }, [meanings]);
}

/** Shows the sheet of keys. */
export function openKeySheet(): void {
  isOpen.value = true;
}

/** The keys that open the pages. */
const waysTo = (names: Readonly<Record<(typeof pages)[number]['name'], string>>): KeyMeanings =>
  Object.fromEntries(pages.map(({ key, name }) => [`g ${key}`, names[name]]));

/** All keys that act on the page that is shown. */
export function KeySheet() {
  const say = useWords(shellWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (isOpen.value) dialog.current?.showModal();
  }, [isOpen.value]);
  if (!isOpen.value) return null;
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-label={say.help}
      onClose={() => {
        isOpen.value = false;
      }}
    >
      <h2>{say.help}</h2>
      <dl>
        {Object.entries({ ...pageKeys.value, ...say.keys, ...waysTo(say.pages) }).map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="primary" onClick={() => dialog.current?.close()}>
        {say.close}
      </button>
    </dialog>
  );
}
