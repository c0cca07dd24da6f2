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
  /** What is said already keeps the focus; a button that is disabled loses it. */
  const review = (says: 'confirm' | 'reject', said: ReadPassage['status']) => ({
    'aria-disabled': status === said,
    onClick: () => status !== said && on.onReview(says),
  });
  return (
    <div class="row">
      <button {...button} {...review('confirm', 'confirmed')}>
        {say.confirm} <kbd>c</kbd>
      </button>
      <button {...button} {...review('reject', 'rejected')}>
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
