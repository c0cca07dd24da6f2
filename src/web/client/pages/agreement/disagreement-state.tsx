import { agreementWords } from '../../../../messages/web/agreement.js';
import type { BrowsedDisagreements } from '../../../../workflow/browse-disagreements.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';

/** How much is settled and left, and what is hidden from whoever still codes. */
export function DisagreementState({
  page: { counts, total, unfinished },
}: {
  readonly page: BrowsedDisagreements;
}) {
  const say = useWords(agreementWords);
  const { change } = useAddress();
  return (
    <>
      <p>
        <b>{say.open(total)}</b>{' '}
        <span class="muted">{say.counts(counts.settled, counts.contested, counts.agreed)}</span>
      </p>
      {unfinished > 0 && (
        <p class="row">
          {say.unfinished(unfinished)}
          <button type="button" onClick={() => change({ unfinished: '1', offset: '', at: '' })}>
            {say.showUnfinished}
          </button>
        </p>
      )}
      {total === 0 && (
        <p class="note">
          {say.none} {say.noneHint}
        </p>
      )}
    </>
  );
}
