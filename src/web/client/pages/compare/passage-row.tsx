import { checkWords } from '../../../../messages/web/check.js';
import { compareWords } from '../../../../messages/web/compare.js';
import type { BrowsedPassage } from '../../../../workflow/browse-passages.js';
import { WriteForm } from '../../components/write-form.js';
import { useWords } from '../../state/preferences.js';

/** A passage, and what may be done with it. */
export interface PassageRowProps {
  readonly row: BrowsedPassage;
  /** The code of the column: another one is named. */
  readonly columnCode: string;
  readonly isWriting: boolean;
  readonly onReview: (says: 'confirm' | 'reject') => void;
  readonly onRecode: () => void;
  readonly onTurn: () => void;
  readonly onWrite: (isWriting: boolean) => void;
  readonly onNote: (text: string) => Promise<boolean>;
}

/** Where a passage is read in its case. */
export const caseAddress = ({ caseId, start, end }: BrowsedPassage) =>
  `/cases/${encodeURIComponent(caseId)}${end > 0 ? `?at=${start}-${end}` : ''}`;

/** A passage as it is compared: its words, its place, why it is here, and what is said of it. */
export function PassageRow({ row, columnCode, isWriting, onWrite, ...props }: PassageRowProps) {
  const say = useWords(compareWords);
  const { ofType } = useWords(checkWords);
  const { code, codeId, quote, caseId, paragraph, sentence, polarity, status, said, memos } = row;
  const reasons = [...row.keywords.map(say.byKeyword), ...(row.rules.length > 0 ? [say.byRule] : [])];
  return (
    <li
      class={`compare-row ${status} ${polarity}`}
      data-passage={row.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act on the passage that has the focus
      tabIndex={0}
      aria-label={`${quote} ${say.statuses[status]}`}
    >
      <p class="compare-quote">
        {quote}
        <a class="compare-place" href={caseAddress(row)} tabIndex={-1}>
          {say.place(caseId, paragraph, sentence)}
        </a>
      </p>
      <p class="compare-facts">
        <b class="compare-status">{say.statuses[status]}</b>
        {codeId !== columnCode && <span>{code}</span>}
        {polarity === 'contradicts' && <span class="badge warning">{say.contradicts}</span>}
        {row.isOfBoth && <span class="badge">{say.ofBoth}</span>}
        {row.isOwn && <span>{say.own}</span>}
        {reasons.length > 0 && <span class="muted">{reasons.join('；')}</span>}
        {said.map(({ coder, says, reason }) => (
          <span key={coder} class="muted">
            {coder} {say.says[says]}
            {reason !== '' && ` · ${reason}`}
          </span>
        ))}
      </p>
      {memos.map(({ id, text, type, coder }) => (
        <p key={id} class="memo">
          {type === 'return' && <b>{ofType} </b>}
          {text} <span class="muted">— {coder}</span>
        </p>
      ))}
      <div class="compare-acts">
        <button
          type="button"
          tabIndex={-1}
          disabled={status === 'confirmed'}
          onClick={() => props.onReview('confirm')}
        >
          {say.confirm} <kbd>c</kbd>
        </button>
        <button
          type="button"
          tabIndex={-1}
          disabled={status === 'rejected'}
          onClick={() => props.onReview('reject')}
        >
          {say.reject} <kbd>x</kbd>
        </button>
        <button type="button" tabIndex={-1} onClick={props.onRecode}>
          {say.recode} <kbd>r</kbd>
        </button>
        {row.end > 0 && (
          <button type="button" tabIndex={-1} onClick={props.onTurn}>
            {polarity === 'contradicts' ? say.turnFor : say.turnAgainst} <kbd>o</kbd>
          </button>
        )}
        <button type="button" tabIndex={-1} aria-pressed={isWriting} onClick={() => onWrite(!isWriting)}>
          {say.memo} <kbd>m</kbd>
        </button>
      </div>
      {isWriting && (
        <WriteForm
          name={`memo ${row.id}`}
          label={say.memo}
          onSave={props.onNote}
          onLeave={() => onWrite(false)}
        />
      )}
    </li>
  );
}
