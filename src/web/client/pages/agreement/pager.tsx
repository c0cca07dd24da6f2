import { agreementWords } from '../../../../messages/web/agreement.js';
import { useAddress } from '../../state/address.js';
import { useWords } from '../../state/preferences.js';

/** Turns the pages of a list, where it has several; which one is shown stands in the address. */
export function Pager({
  offset,
  size,
  total,
}: {
  readonly offset: number;
  /** Rows of a page. */
  readonly size: number;
  readonly total: number;
}) {
  const say = useWords(agreementWords);
  const { change } = useAddress();
  const goTo = (next: number) => change({ offset: next > 0 ? String(next) : '' });
  const end = Math.min(offset + size, total);
  if (total <= size) return null;
  return (
    <div class="row">
      <button type="button" disabled={offset === 0} onClick={() => goTo(offset - size)}>
        {say.earlier}
      </button>
      <span>{say.page(offset + 1, end)}</span>
      <button type="button" disabled={end === total} onClick={() => goTo(offset + size)}>
        {say.later}
      </button>
    </div>
  );
}
