import { useEffect, useRef } from 'preact/hooks';
import { agreementWords } from '../../../../messages/web/agreement.js';
import type { BrowsedDisagreements } from '../../../../workflow/browse-disagreements.js';
import { Fetched } from '../../components/fetched.js';
import { undoneWithoutNames } from '../../state/acts.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { DisagreementCard } from './disagreement-card.js';
import { DisagreementState } from './disagreement-state.js';
import { settle, useDisagreementKeys, useDisagreements } from './use-disagreements.js';

/** One disagreement at a time, in large type and without names: for a group that settles them together. */
export function MeetingView() {
  const say = useWords(agreementWords);
  const { query, change } = useAddress();
  const at = Number(query.get('at') ?? 0);
  const attendees = query.get('attendees') ?? '';
  const withUnfinished = query.get('unfinished') === '1';
  const shown = useDisagreements({ hideNames: true, withUnfinished, offset: at, limit: 1 });
  const total = shown.data?.total ?? 0;
  const card = useRef<HTMLElement>(null);
  const goTo = (next: number) => change({ at: next > 0 ? String(next) : '' }, true);
  const step = (by: 1 | -1) => {
    if (at + by >= 0 && at + by < total) goTo(at + by);
  };
  useDisagreementKeys({ step, shown: () => card.current, read: () => {} }, say.meetingKeys);
  useEffect(() => {
    undoneWithoutNames.value = say.undone;
    return () => {
      undoneWithoutNames.value = null;
    };
  }, [say]);
  // What was settled leaves the list: the next one takes its place, but of the last there is none.
  useEffect(() => {
    if (total > 0 && at >= total) goTo(total - 1);
  }, [at, total]);
  const names = attendees
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return (
    <Fetched {...shown}>
      {(page: BrowsedDisagreements) => (
        <div class="meeting">
          <DisagreementState page={page} />
          <div class="row">
            <label class="dispute-reason">
              <span>{say.attendees}</span>
              <input
                value={attendees}
                onChange={({ currentTarget }) => change({ attendees: currentTarget.value.trim() }, true)}
              />
            </label>
            <span class="muted">{say.meetingHint}</span>
          </div>
          {page.rows.map((row) => (
            <section
              key={row.id}
              ref={card}
              class="panel dispute"
              data-passage={row.id}
              tabIndex={-1}
              aria-label={say.of(at + 1, page.total)}
            >
              <DisagreementCard
                row={row}
                nameOf={say.hidden}
                onTake={(coder, grounds) =>
                  settle(
                    row.id,
                    { coder, name: say.hidden(coder) },
                    { ...grounds, hideNames: true, attendees: names },
                  )
                }
              />
            </section>
          ))}
          {page.total > 0 && (
            <div class="row">
              <button type="button" disabled={at === 0} onClick={() => step(-1)}>
                {say.previous} <kbd>k</kbd>
              </button>
              <output>{say.of(Math.min(at + 1, page.total), page.total)}</output>
              <button type="button" disabled={at + 1 >= page.total} onClick={() => step(1)}>
                {say.next} <kbd>j</kbd>
              </button>
            </div>
          )}
        </div>
      )}
    </Fetched>
  );
}
