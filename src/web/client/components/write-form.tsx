import { shellWords } from '../../../messages/web/shell.js';
import { useDraft } from '../state/draft.js';
import { useWords } from '../state/preferences.js';
import { focusOnce } from './focus-once.js';

/** What is written, and what becomes of it. */
export interface WriteFormProps {
  /** Names what is written; under it the text is kept until it is saved. */
  readonly name: string;
  readonly label: string;
  /** Saves it, and says whether that was done. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onLeave: () => void;
}

/** A field for some words, saved by Ctrl and Enter; Escape leaves it, and keeps what was typed. */
export function WriteForm({ name, label, onSave, onLeave }: WriteFormProps) {
  const say = useWords(shellWords);
  const [draft, write] = useDraft(name);
  const text = draft ?? '';
  return (
    <form
      class="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        void onSave(text).then((isSaved) => {
          if (!isSaved) return;
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
        onInput={({ currentTarget: { value } }) => write(value || null)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          } else if (event.key === 'Escape') {
            event.currentTarget.closest<HTMLElement>('[data-passage]')?.focus();
            onLeave();
          }
        }}
      />
      <button type="submit" class="primary" disabled={text.trim() === ''}>
        {say.save} <kbd>Ctrl Enter</kbd>
      </button>
    </form>
  );
}
