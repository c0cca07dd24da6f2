import { useRef, useState } from 'preact/hooks';
import { compareWords } from '../../../../messages/web/compare.js';
import { passagesWords } from '../../../../messages/web/passages.js';
import { proposalsWords } from '../../../../messages/web/proposals.js';
import type { BrowsedPassage, BrowsedPassages } from '../../../../workflow/browse-passages.js';
import { CodePicker } from '../../components/code-picker.js';
import { Fetched } from '../../components/fetched.js';
import { Pager } from '../../components/pager.js';
import { ProposalsSetting } from '../../components/proposals-setting.js';
import { useWords } from '../../state/preferences.js';
import { useKept } from '../../state/resource.js';
import { focusBeside, focusStep } from './passage-focus.js';
import { PassageRow } from './passage-row.js';
import { type ColumnActs, useColumnActs } from './use-compare-keys.js';
import { type ColumnAsked, PAGE, passageActs, usePassages } from './use-passages.js';

/** A column of the comparison: which passages it shows, and how it is changed. */
export interface PassageColumnProps {
  readonly at: number;
  readonly asked: ColumnAsked;
  readonly onPage: (offset: number) => void;
  readonly onChoose: () => void;
  /** Null: the only column stays. */
  readonly onClose: (() => void) | null;
}

/** The passages of a code, a page at a time, with all that is said of each. */
export function PassageColumn({ at, asked, onPage, onChoose, onClose }: PassageColumnProps) {
  const say = useWords(compareWords);
  const of = useWords(passagesWords);
  const hides = useWords(proposalsWords);
  const passages = usePassages(asked);
  const shown = useRef<BrowsedPassages | null>(null);
  shown.current = passages.data;
  const [writing, setWriting] = useState<string | null>(null);
  const [recoding, setRecoding] = useState<BrowsedPassage | null>(null);
  const acts = passageActs(asked, () => shown.current);
  const rowOf = (id: string) => shown.current?.rows.find((row) => row.id === id);
  const doing: ColumnActs = {
    review: (id, says) => {
      const row = rowOf(id);
      // What stands already is not said twice; the focus goes on all the same.
      if (row && row.status !== (says === 'confirm' ? 'confirmed' : 'rejected')) {
        void acts.review(row, says).then((isDone) => isDone && focusStep(id, 1));
      } else focusStep(id, 1);
    },
    judgeAndWrite: (id, says) => {
      const row = rowOf(id);
      if (!row) return;
      const isSaid = row.status === (says === 'confirm' ? 'confirmed' : 'rejected');
      const write = () => setWriting(id);
      if (isSaid) write();
      else void acts.review(row, says).then((isDone) => isDone && write());
    },
    recode: (id) => setRecoding(rowOf(id) ?? null),
    turn: (id) => {
      const row = rowOf(id);
      if (!row || row.end === 0) return;
      // The own coding gives way to the new one.
      if (row.isOwn) focusBeside(id);
      void acts.turn(row);
    },
    write: setWriting,
    showProposals: () => {
      const { total = 0, cases = [] } = shown.current?.hidden ?? {};
      if (total > 0) void acts.showProposals(cases);
    },
    page: (step) => {
      const { total = 0 } = shown.current ?? {};
      const next = asked.offset + step * PAGE;
      if (next >= 0 && next < total) onPage(next);
    },
    rowOf,
  };
  useColumnActs(at, doing);
  return (
    <Fetched {...useKept(passages)}>
      {({ code, path, definition, total, cases, rows, codeId, hidden }: BrowsedPassages) => (
        <section class="compare-column" aria-label={code} data-column={at}>
          <header>
            <p class="muted">{path.slice(0, -1).join(' › ')}</p>
            <div class="row">
              <h2>{code}</h2>
              <span class="muted">{say.total(total, cases)}</span>
              <span class="space" />
              <button type="button" onClick={onChoose}>
                {say.other}
              </button>
              {onClose !== null && (
                <button type="button" onClick={onClose} aria-label={say.close} title={say.close}>
                  ×
                </button>
              )}
            </div>
            <p class="compare-definition muted" title={definition}>
              {definition}
            </p>
          </header>
          {hidden.total > 0 && (
            <div class="box compare-hidden">
              <p>{hides.hidden(hidden.total, hidden.cases.length)}</p>
              <div class="row">
                <button type="button" onClick={() => void acts.showProposals(hidden.cases)}>
                  {hides.show} <kbd>h</kbd>
                </button>
                <ProposalsSetting />
              </div>
            </div>
          )}
          {rows.length === 0 ? (
            hidden.total === 0 && <p class="note">{say.nothing}</p>
          ) : (
            <ol class="compare-rows">
              {rows.map((row) => (
                <PassageRow
                  key={row.id}
                  row={row}
                  columnCode={codeId}
                  isWriting={writing === row.id}
                  onReview={(says) => doing.review(row.id, says)}
                  onRecode={() => setRecoding(row)}
                  onTurn={() => doing.turn(row.id)}
                  onWrite={(isWriting) => setWriting(isWriting ? row.id : null)}
                />
              ))}
            </ol>
          )}
          <Pager offset={asked.offset} size={PAGE} total={total} hasKeys onGo={onPage} />
          {recoding !== null && (
            <CodePicker
              title={of.recodeAs}
              onPick={(to) => {
                focusBeside(recoding.id);
                void acts.recode(recoding, to);
              }}
              onClose={() => setRecoding(null)}
            />
          )}
        </section>
      )}
    </Fetched>
  );
}
