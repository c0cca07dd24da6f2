import { passagesWords } from '../../../../messages/web/passages.js';
import { readerWords } from '../../../../messages/web/reader.js';
import type { ListedCode } from '../../../../workflow/list-codes.js';
import type { ReadCoding } from '../../../../workflow/read-case-coding.js';
import { MemoForm, Memos } from '../../components/memos.js';
import { ProposalsSetting } from '../../components/proposals-setting.js';
import { named, useWords } from '../../state/preferences.js';
import type { ReaderActs } from './reader-acts.js';

/** What stands in the panel where no coding is chosen. */
export interface CasePanelProps {
  readonly coding: ReadCoding;
  readonly coder: string;
  readonly acts: ReaderActs;
  readonly isWriting: boolean;
  readonly onWrite: (isWriting: boolean) => void;
  readonly onChoose: (passage: string) => void;
}

/** The case as a whole: how much is coded, what is not shown, who is done with it, and its memos. */
export function CasePanel({ coding, coder, acts, isWriting, onWrite, onChoose }: CasePanelProps) {
  const say = useWords(readerWords);
  const of = useWords(passagesWords);
  const { id: caseId, passages, memos, hiddenProposals, done } = coding;
  const isDone = done.some((one) => one.coder === coder);
  return (
    <section>
      <p>{passages.length > 0 ? say.passages(passages.length) : say.noPassages}</p>
      {passages
        .filter(({ end }) => end === 0)
        .map(({ id, code }) => (
          <button type="button" key={id} onClick={() => onChoose(id)}>
            {named(say.wholeCase, code)}
          </button>
        ))}
      {hiddenProposals > 0 && (
        <div class="box">
          <p>{say.hidden(hiddenProposals)}</p>
          <button type="button" onClick={() => void acts.showProposals()}>
            {say.show}
          </button>
        </div>
      )}
      <ProposalsSetting />
      <div class="box reader-done">
        {isDone && <p>✓ {say.isDone}</p>}
        <button type="button" class={isDone ? '' : 'primary'} onClick={() => acts.done(isDone)}>
          {isDone ? say.notDone : say.done} <kbd>d</kbd>
        </button>
        {done
          .filter((one) => one.coder !== coder)
          .map((one) => (
            <p key={one.coder}>
              ✓ {say.doneBy(one.coder)}
              {one.checkedBy.length > 0 && ` · ${say.checkedBy(one.checkedBy.join('、'))}`}
              {!one.checkedBy.includes(coder) && (
                <button type="button" onClick={() => acts.check(one.coder, false)}>
                  {say.check(one.coder)}
                </button>
              )}
            </p>
          ))}
      </div>
      <button type="button" aria-pressed={isWriting} onClick={() => onWrite(!isWriting)}>
        {of.memo} <kbd>m</kbd>
      </button>
      {isWriting && <MemoForm on={`case:${caseId}`} onLeave={() => onWrite(false)} />}
      <Memos memos={memos} />
    </section>
  );
}

/** What is selected, and what may be done with it. */
export interface SelectionPanelProps {
  readonly words: string;
  readonly place: string;
  readonly onCode: () => void;
  readonly onInVivo: () => void;
  readonly onCopy: () => void;
  readonly onCancel: () => void;
}

/** The selected words, their place, and how they become a coding. */
export function SelectionPanel({ words, place, onCode, onInVivo, onCopy, onCancel }: SelectionPanelProps) {
  const say = useWords(readerWords);
  return (
    <section aria-live="polite" aria-label={say.selection}>
      <blockquote class="reader-quote">
        {words}
        <span class="muted">{place}</span>
      </blockquote>
      <div class="row">
        <button type="button" class="primary" onClick={onCode}>
          {say.code} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={onInVivo}>
          {say.inVivo} <kbd>v</kbd>
        </button>
        <button type="button" onClick={onCopy}>
          {say.copy} <kbd>y</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          {say.cancel} <kbd>Esc</kbd>
        </button>
      </div>
      <p class="muted">{say.edges}</p>
    </section>
  );
}

/** Which code every selection takes, where one was chosen. */
export function MarkerLine({
  marker,
  onPick,
  onStop,
}: {
  readonly marker: ListedCode | null;
  readonly onPick: () => void;
  readonly onStop: () => void;
}) {
  const say = useWords(readerWords);
  return (
    <p class={marker ? 'reader-marker reader-marking' : 'reader-marker'}>
      {marker ? say.markerOn(marker.label) : say.selectHint}
      <button type="button" aria-pressed={marker !== null} onClick={marker ? onStop : onPick}>
        {marker ? say.markerOff : say.marker} <kbd>b</kbd>
      </button>
    </p>
  );
}
