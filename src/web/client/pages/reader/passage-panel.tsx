import { checkWords } from '../../../../messages/web/check.js';
import { readerWords } from '../../../../messages/web/reader.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import { WriteForm } from '../../components/write-form.js';
import { useWords } from '../../state/preferences.js';
import type { ReaderActs } from './reader-acts.js';

/** The chosen coding, and what may be done with it. */
export interface PassagePanelProps {
  readonly passage: ReadPassage;
  /** Its words: others while its edges are moved. */
  readonly words: string;
  readonly acts: ReaderActs;
  readonly isWriting: boolean;
  readonly onWrite: (isWriting: boolean) => void;
  readonly onRecode: () => void;
}

/** What a coding is: its code, where that belongs, who gave it and why, and its memos. */
export function PassagePanel({ passage, words, acts, isWriting, onWrite, onRecode }: PassagePanelProps) {
  const say = useWords(readerWords);
  const { ofType } = useWords(checkWords);
  const { code, path, said, origins, keywords, rules, memos, status, isOwn, polarity, end } = passage;
  const reasons = [...keywords.map(say.byKeyword), ...rules.map(say.byRule)];
  return (
    <section aria-live="polite" aria-label={code}>
      <h2 class="reader-code">{code}</h2>
      <blockquote class="reader-quote">{end === 0 ? say.wholeCase : words}</blockquote>
      <dl class="reader-facts">
        <dt>{say.path}</dt>
        <dd>{path.slice(0, -1).join(' › ') || '—'}</dd>
        <dt>{say.status}</dt>
        <dd>
          {say.statuses[status]}
          {polarity === 'contradicts' && ` · ${say.contradicts}`}
        </dd>
        <dt>{say.who}</dt>
        <dd>
          {origins.length > 0 && <p>{say.machine}</p>}
          {said.map(({ coder, says, reason, isInVivo }) => (
            <p key={coder}>
              {coder} {say.says[says]}
              {isInVivo && ` · ${say.isInVivo}`}
              {reason !== '' && ` · ${reason}`}
            </p>
          ))}
        </dd>
        {reasons.length > 0 && <dt>{say.why}</dt>}
        {reasons.length > 0 && <dd>{reasons.join('；')}</dd>}
      </dl>
      <div class="row">
        <button
          type="button"
          disabled={status === 'confirmed'}
          onClick={() => acts.review(passage, 'confirm')}
        >
          {say.confirm} <kbd>c</kbd>
        </button>
        <button type="button" disabled={status === 'rejected'} onClick={() => acts.review(passage, 'reject')}>
          {say.reject} <kbd>x</kbd>
        </button>
        <button type="button" onClick={onRecode}>
          {say.recode} <kbd>r</kbd>
        </button>
        {end > 0 && (
          <button type="button" onClick={() => acts.turn(passage)}>
            {polarity === 'contradicts' ? say.turnFor : say.turnAgainst} <kbd>o</kbd>
          </button>
        )}
        {isOwn && (
          <button type="button" onClick={() => acts.uncode(passage)}>
            {say.uncode} <kbd>Delete</kbd>
          </button>
        )}
        <button type="button" aria-pressed={isWriting} onClick={() => onWrite(!isWriting)}>
          {say.memo} <kbd>m</kbd>
        </button>
      </div>
      {isOwn && end > 0 && <p class="muted">{say.ownEdges}</p>}
      {isWriting && (
        <WriteForm
          name={`memo ${passage.id}`}
          label={say.writeMemo}
          onSave={(text) => acts.note(passage, text).then(({ length }) => length > 0)}
          onLeave={() => onWrite(false)}
        />
      )}
      {memos.map(({ id, text, type, coder }) => (
        <p key={id} class="memo">
          {type === 'return' && <b>{ofType} </b>}
          {text} <span class="muted">— {coder}</span>
        </p>
      ))}
    </section>
  );
}
