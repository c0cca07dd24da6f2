import { passagesWords } from '../../../../messages/web/passages.js';
import { readerWords } from '../../../../messages/web/reader.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import { MemoForm, Memos } from '../../components/memos.js';
import { PassageActs } from '../../components/passage-acts.js';
import { useWords } from '../../state/preferences.js';
import type { ReaderActs } from './reader-acts.js';

/** The chosen coding, and what may be done with it. */
export interface PassagePanelProps {
  readonly passage: ReadPassage;
  readonly caseId: string;
  /** Its words: others while its edges are moved. */
  readonly words: string;
  readonly acts: ReaderActs;
  readonly isWriting: boolean;
  readonly onWrite: (isWriting: boolean) => void;
  readonly onRecode: () => void;
}

/** What a coding is: its code, where that belongs, who gave it and why, and its memos. */
export function PassagePanel({ passage, caseId, words, acts, ...props }: PassagePanelProps) {
  const { isWriting, onWrite, onRecode } = props;
  const say = useWords(readerWords);
  const of = useWords(passagesWords);
  const { code, path, said, origins, keywords, rules, memos, status, isOwn, polarity, end } = passage;
  const reasons = [...keywords.map(of.byKeyword), ...rules.map(say.byRule)];
  return (
    <section aria-live="polite" aria-label={code}>
      <h2 class="reader-code">{code}</h2>
      <blockquote class="reader-quote">{end === 0 ? say.wholeCase : words}</blockquote>
      <dl class="reader-facts">
        <dt>{say.path}</dt>
        <dd>{path.slice(0, -1).join(' › ') || '—'}</dd>
        <dt>{say.status}</dt>
        <dd>
          {of.statuses[status]}
          {polarity === 'contradicts' && ` · ${of.contradicts}`}
        </dd>
        <dt>{say.who}</dt>
        <dd>
          {origins.length > 0 && <p>{say.machine}</p>}
          {said.map(({ coder, says, reason, isInVivo }) => (
            <p key={coder}>
              {coder} {of.says[says]}
              {isInVivo && ` · ${say.isInVivo}`}
              {reason !== '' && ` · ${reason}`}
            </p>
          ))}
        </dd>
        {reasons.length > 0 && <dt>{say.why}</dt>}
        {reasons.length > 0 && <dd>{reasons.join('；')}</dd>}
      </dl>
      <PassageActs
        passage={passage}
        isWriting={isWriting}
        onReview={(says) => acts.review(passage, says)}
        onRecode={onRecode}
        onTurn={() => acts.turn(passage)}
        onWrite={onWrite}
      >
        {isOwn && (
          <button type="button" onClick={() => acts.uncode(passage)}>
            {say.uncode} <kbd>Delete</kbd>
          </button>
        )}
      </PassageActs>
      {isOwn && end > 0 && <p class="muted">{say.ownEdges}</p>}
      {isWriting && (
        <MemoForm on={`passage:${passage.id}`} near={{ ...passage, caseId }} onLeave={() => onWrite(false)} />
      )}
      <Memos memos={memos} />
    </section>
  );
}
