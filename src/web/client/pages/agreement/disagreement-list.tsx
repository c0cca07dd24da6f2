import { agreementWords } from '../../../../messages/web/agreement.js';
import type { BrowsedDisagreements } from '../../../../workflow/browse-disagreements.js';
import { Fetched } from '../../components/fetched.js';
import { Pager } from '../../components/pager.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';
import { useKept } from '../../state/resource.js';
import { focusBeside, focusedPassage, focusStep } from '../compare/passage-focus.js';
import { DisagreementCard, placeAddress } from './disagreement-card.js';
import { DisagreementState } from './disagreement-state.js';
import { settle, useDisagreementKeys, useDisagreements } from './use-disagreements.js';

/** Disagreements on a page. */
const PAGE = 20;

/** What coders differ about, one below the other, each to be settled in its place. */
export function DisagreementList() {
  const say = useWords(agreementWords);
  const { query, route } = useAddress();
  const offset = Number(query.get('offset') ?? 0);
  const withUnfinished = query.get('unfinished') === '1';
  const shown = useDisagreements({ hideNames: false, withUnfinished, offset, limit: PAGE });
  useDisagreementKeys(
    {
      step: (by) => focusStep(focusedPassage()?.id ?? null, by),
      shown: () => document.activeElement?.closest<HTMLElement>('[data-passage]') ?? null,
      read: () => {
        const row = shown.data?.rows.find(({ id }) => id === focusedPassage()?.id);
        if (row) route(placeAddress(row));
      },
    },
    say.keys,
  );
  return (
    <Fetched {...useKept(shown)}>
      {(page: BrowsedDisagreements) => (
        <>
          <DisagreementState page={page} />
          <ol class="disputes" data-column={0}>
            {page.rows.map((row) => (
              <li
                key={row.id}
                class="panel dispute"
                data-passage={row.id}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act on the disagreement that has the focus
                tabIndex={0}
                aria-label={row.word ?? row.sentence?.parts[1] ?? row.place}
              >
                <DisagreementCard
                  row={row}
                  nameOf={(coder) => coder}
                  onTake={(coder, grounds) =>
                    settle(row.id, { coder, name: coder }, { ...grounds, hideNames: false }).then((done) => {
                      if (done !== null) focusBeside(row.id);
                      return done;
                    })
                  }
                />
              </li>
            ))}
          </ol>
          <Pager offset={offset} size={PAGE} total={page.total} />
        </>
      )}
    </Fetched>
  );
}
