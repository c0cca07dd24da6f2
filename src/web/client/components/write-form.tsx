import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { shellWords } from '../../../messages/web/shell.js';
import { useDraft } from '../state/draft.js';
import { useWords } from '../state/preferences.js';
import { focusOnce } from './focus-once.js';

/** What is written, and what becomes of it. */
export interface WriteFormProps {
  /** Names what is written; under it the text is kept until it is saved. */
  readonly name: string;
  readonly label: string;
  /** What stood there before. */
  readonly before?: string;
  /** Saves it, and gives null where that was refused. */
  readonly onSave: (text: string) => Promise<unknown>;
  readonly onLeave: () => void;
}

/**
 * A field for some words, saved by Ctrl and Enter; Escape leaves it, and keeps what was typed. The focus goes back to where it
 * was.
 */
export function WriteForm({ name, label, before = '', onSave, onLeave }: WriteFormProps) {
  const say = useWords(shellWords);
  const [draft, write] = useDraft(name);
  const text = draft ?? before;
  const isEmpty = text.trim() === '';
  const form = useRef<HTMLFormElement>(null);
  /** It is saved once, however often somebody asks for it while the server does not answer. */
  const isSaving = useRef(false);
  const [from] = useState(document.activeElement);
  useLayoutEffect(
    () => () => {
      if (form.current?.contains(document.activeElement)) (from as HTMLElement | null)?.focus();
    },
    [],
  );
  return (
    <form
      ref={form}
      class="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty || isSaving.current) return;
        isSaving.current = true;
        void onSave(text).then((done) => {
          isSaving.current = false;
          if (done === null) return;
          write(null);
          onLeave();
        });
      }}
    >
      <textarea
        rows={3}
        aria-label={label}
        ref={focusOnce}
        value={text}
        onInput={({ currentTarget: { value } }) => write(value === before ? null : value)}
        onKeyDown={(event) => {
          if (!event.isComposing && event.key === 'Escape') onLeave();
        }}
      />
      <button type="submit" class="primary" disabled={isEmpty}>
        {say.save} <kbd>Ctrl Enter</kbd>
      </button>
    </form>
  );
}
