import { useLayoutEffect } from 'preact/hooks';

/** What keys do: the names of `KeyboardEvent.key`, with `Ctrl`, `Shift` and `Alt` before them, such as `Ctrl Z`. */
export type Keys = Readonly<Record<string, () => void>>;

/** What is typed in: what is pressed there is for its text. */
const TEXTS = 'input:not([type=checkbox], [type=radio]), textarea';
/** Where single keys mean something else; keys with Ctrl act all the same. */
const FIELDS = 'input, select, dialog';

/** Lets keys act while something is shown; not while somebody types or an input method composes. */
export function useKeys(keys: Keys): void {
  useLayoutEffect(() => {
    let before = '';
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const fields = event.ctrlKey || event.metaKey ? TEXTS : `${TEXTS}, ${FIELDS}`;
      const isField = event.target instanceof Element && event.target.closest(fields) !== null;
      if (isField || isPressing(event)) return;
      const name = nameOf(event);
      // `g` begins the way to a page: the key after it means nothing by itself.
      const run = before === 'g' ? keys[`g ${name}`] : keys[name];
      before = before === 'g' ? '' : name;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [keys]);
}

/** Whether a key presses what has the focus, as it would on any page. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  const isPress = key === 'Enter' || key === ' ';
  return isPress && target instanceof Element && target.closest('a, button, summary') !== null;
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isLetter = key.length === 1 && (ctrlKey || metaKey);
  const held = [
    ctrlKey || metaKey ? 'Ctrl' : '',
    altKey ? 'Alt' : '',
    shiftKey && (isLetter || key.length > 1) ? 'Shift' : '',
  ];
  return [...held, isLetter ? key.toUpperCase() : key].filter((part) => part !== '').join(' ');
}
