import { shellWords } from '../../../messages/web/shell.js';
import { useAddress } from '../state/address.js';
import { useWords } from '../state/preferences.js';

/** Which part of a list is shown. */
export interface PagerProps {
  readonly offset: number;
  /** Rows of a page. */
  readonly size: number;
  readonly total: number;
  /** Whether the keys [ and ] turn the pages. */
  readonly hasKeys?: boolean;
  /** Shows another part; by default the one that the address then names. */
  readonly onGo?: (offset: number) => void;
}

/** A button that turns pages: at the end it keeps the focus, which a disabled one would lose. */
export const turning = (isEnd: boolean, turn: () => void) => ({
  'aria-disabled': isEnd,
  onClick: () => isEnd || turn(),
});

/** Turns the pages of a list that is longer than one. */
export function Pager({ offset, size, total, hasKeys, onGo }: PagerProps) {
  const { change } = useAddress();
  const go = onGo ?? ((next) => change({ offset: String(next || '') }));
  const say = useWords(shellWords);
  if (total <= size) return null;
  return (
    <div class="row">
      <button type="button" {...turning(offset === 0, () => go(Math.max(0, offset - size)))}>
        {say.earlier} {hasKeys && <kbd>[</kbd>}
      </button>
      <span class="muted">{say.rows(offset + 1, Math.min(offset + size, total), total)}</span>
      <button type="button" {...turning(offset + size >= total, () => go(offset + size))}>
        {say.later} {hasKeys && <kbd>]</kbd>}
      </button>
    </div>
  );
}
