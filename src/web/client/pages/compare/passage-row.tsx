import { compareWords } from '../../../../messages/web/compare.js';
import { passagesWords } from '../../../../messages/web/passages.js';
import type { BrowsedPassage } from '../../../../workflow/browse-passages.js';
import { caseAddress } from '../../components/case-address.js';
import { MemoForm, Memos } from '../../components/memos.js';
import { PassageActs } from '../../components/passage-acts.js';
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
}

/** A passage as it is compared: its words, its place, why it is here, and what is said of it. */
export function PassageRow({ row, columnCode, isWriting, onWrite, ...acts }: PassageRowProps) {
  const say = useWords(compareWords);
  const of = useWords(passagesWords);
  const { code, codeId, quote, caseId, paragraph, sentence, polarity, status, said, memos } = row;
  const reasons = [...row.keywords.map(of.byKeyword), ...(row.rules.length > 0 ? [say.byRule] : [])];
  return (
    <li
      class={`compare-row ${status} ${polarity}`}
      data-passage={row.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act on the passage that has the focus
      tabIndex={0}
      aria-label={`${quote} ${of.statuses[status]}`}
    >
      <p class="compare-quote">
        {quote}
        <a class="compare-place" href={caseAddress(row.caseId, row)} tabIndex={-1}>
          {of.place(caseId, paragraph, sentence)}
        </a>
      </p>
      <p class="compare-facts">
        <b class="compare-status">{of.statuses[status]}</b>
        {codeId !== columnCode && <span>{code}</span>}
        {polarity === 'contradicts' && <span class="badge warning">{of.contradicts}</span>}
        {row.isOfBoth && <span class="badge">{say.ofBoth}</span>}
        {row.isOwn && <span>{say.own}</span>}
        {reasons.length > 0 && <span class="muted">{reasons.join('；')}</span>}
        {said.map(({ coder, says, reason }) => (
          <span key={coder} class="muted">
            {coder} {of.says[says]}
            {reason !== '' && ` · ${reason}`}
          </span>
        ))}
      </p>
      <Memos memos={memos} />
      <PassageActs passage={row} isWriting={isWriting} onWrite={onWrite} tabIndex={-1} {...acts} />
      {isWriting && <MemoForm on={`passage:${row.id}`} near={row} onLeave={() => onWrite(false)} />}
    </li>
  );
}
