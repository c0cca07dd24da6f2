import type { ComponentChildren } from 'preact';
import { checkWords } from '../../../../messages/web/check.js';
import { passagesWords } from '../../../../messages/web/passages.js';
import type { CheckedPassage } from '../../../../workflow/check-coding.js';
import { caseAddress } from '../../components/case-address.js';
import { MemoForm, Memos } from '../../components/memos.js';
import { useWords } from '../../state/preferences.js';
import type { Writing } from './use-check.js';

/** A coded passage that is checked, and what may be done with it. */
export interface CheckCardProps {
  readonly row: CheckedPassage;
  /** What is being written about it. */
  readonly writing: Writing['type'] | null;
  readonly onAgree: () => void;
  readonly onWrite: (type: Writing['type'] | null) => void;
}

/** A passage with its code and why it was coded so, to be agreed to, commented on or returned. */
export function CheckCard({ row, writing, onAgree, onWrite }: CheckCardProps) {
  const say = useWords(checkWords);
  return (
    <li
      class={`panel dispute check-${row.state}`}
      data-passage={row.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act on the passage that has the focus
      tabIndex={0}
      aria-label={`${row.parts[1]} ${say.states[row.state]}`}
    >
      <CodedWords row={row} />
      <div class="row check-acts">
        <button type="button" disabled={row.state === 'agreed'} onClick={onAgree}>
          {say.agree} <kbd>c</kbd>
        </button>
        <button type="button" aria-pressed={writing === 'note'} onClick={() => onWrite('note')}>
          {say.comment} <kbd>m</kbd>
        </button>
        <button type="button" aria-pressed={writing === 'return'} onClick={() => onWrite('return')}>
          {say.giveBack} <kbd>x</kbd>
        </button>
      </div>
      {writing !== null && (
        <MemoForm on={`passage:${row.id}`} near={row} type={writing} onLeave={() => onWrite(null)} />
      )}
    </li>
  );
}

/** The words, place, code and memos of a passage. */
export function CodedWords({
  row,
  children,
}: {
  readonly row: CheckedPassage;
  readonly children?: ComponentChildren;
}) {
  const say = useWords(checkWords);
  const of = useWords(passagesWords);
  return (
    <>
      <p class="dispute-text">
        {row.parts[0]}
        <mark>{row.parts[1]}</mark>
        {row.parts[2]}{' '}
        <a class="dispute-place" href={caseAddress(row.caseId, row)}>
          {of.place(row.caseId, row.paragraph, row.sentence)}
        </a>
      </p>
      <p class="row">
        <span class="muted">{row.path.slice(0, -1).join(' › ')}</span>
        <b>{row.code}</b>
        {row.polarity === 'contradicts' && <span>{say.contradicts}</span>}
        {row.reason !== '' && <span>{row.reason}</span>}
        <span class="check-state">{say.states[row.state]}</span>
        {children}
      </p>
      <Memos memos={row.memos} />
    </>
  );
}
