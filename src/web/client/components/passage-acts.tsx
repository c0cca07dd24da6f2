import type { ComponentChildren } from 'preact';
import { passagesWords } from '../../../messages/web/passages.js';
import type { ReadPassage } from '../../../workflow/read-passages.js';
import { useWords } from '../state/preferences.js';

/** A coded passage, and what may be done with it. */
export interface PassageActsProps {
  readonly passage: Pick<ReadPassage, 'status' | 'polarity' | 'end'>;
  readonly isWriting: boolean;
  readonly onReview: (says: 'confirm' | 'reject') => void;
  readonly onRecode: () => void;
  readonly onTurn: () => void;
  readonly onWrite: (isWriting: boolean) => void;
  /** -1 where keys do it all, and each passage is one stop of the Tab key. */
  readonly tabIndex?: number;
  readonly children?: ComponentChildren;
}

/** What may be done with a coded passage, by button; the keys beside do the same. */
export function PassageActs({ passage, isWriting, onWrite, tabIndex, children, ...on }: PassageActsProps) {
  const say = useWords(passagesWords);
  const { status, polarity, end } = passage;
  const button = { type: 'button', tabIndex } as const;
  return (
    <div class="row">
      <button {...button} disabled={status === 'confirmed'} onClick={() => on.onReview('confirm')}>
        {say.confirm} <kbd>c</kbd>
      </button>
      <button {...button} disabled={status === 'rejected'} onClick={() => on.onReview('reject')}>
        {say.reject} <kbd>x</kbd>
      </button>
      <button {...button} onClick={on.onRecode}>
        {say.recode} <kbd>r</kbd>
      </button>
      {end > 0 && (
        <button {...button} onClick={on.onTurn}>
          {polarity === 'contradicts' ? say.turnFor : say.turnAgainst} <kbd>o</kbd>
        </button>
      )}
      {children}
      <button {...button} aria-pressed={isWriting} onClick={() => onWrite(!isWriting)}>
        {say.memo} <kbd>m</kbd>
      </button>
    </div>
  );
}
