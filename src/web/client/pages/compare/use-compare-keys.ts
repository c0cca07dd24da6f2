import { useEffect, useMemo, useRef } from 'preact/hooks';
import { compareWords } from '../../../../messages/web/compare.js';
import type { BrowsedPassage } from '../../../../workflow/browse-passages.js';
import { caseAddress } from '../../components/case-address.js';
import { usePageKeys } from '../../components/key-sheet.js';
import type { Keys } from '../../state/keys.js';
import { useWords } from '../../state/preferences.js';
import { focusColumn, focusedPassage, focusStep } from './passage-focus.js';

/** What keys do in a column, to the passage of an id. */
export interface ColumnActs {
  readonly review: (id: string, says: 'confirm' | 'reject') => void;
  /** The same, and a memo on it. */
  readonly judgeAndWrite: (id: string, says: 'confirm' | 'reject') => void;
  readonly recode: (id: string) => void;
  /** Says that it speaks against the code, or for it again. */
  readonly turn: (id: string) => void;
  readonly write: (id: string) => void;
  readonly showProposals: () => void;
  readonly page: (step: 1 | -1) => void;
  readonly rowOf: (id: string) => BrowsedPassage | undefined;
}

/** What keys do to the page as a whole. */
export interface CompareKeys {
  readonly chooseBeside: () => void;
  readonly toggleAgainst: () => void;
  readonly toggleQuery: () => void;
  readonly route: (path: string) => void;
}

/** The acts of the columns that are shown, by their places. */
const columns = new Map<number, ColumnActs>();

/** Tells the keys what they do in a column while it is shown. */
export function useColumnActs(at: number, acts: ColumnActs): void {
  columns.set(at, acts);
  useEffect(
    () => () => {
      columns.delete(at);
    },
    [at],
  );
}

/** Lets keys do all that the mouse does in the comparison. */
export function useCompareKeys(given: CompareKeys): void {
  const say = useWords(compareWords);
  const now = useRef(given);
  now.current = given;
  const keys = useMemo(() => keysOf(() => now.current), []);
  usePageKeys(keys, say.keys);
}

function keysOf(now: () => CompareKeys): Keys {
  const step = (by: 1 | -1) => () => focusStep(focusedPassage()?.id ?? null, by);
  const withRow = (work: (acts: ColumnActs, id: string) => void) => () => {
    const at = focusedPassage();
    const acts = at && columns.get(at.column);
    if (at && acts) work(acts, at.id);
  };
  const page = (by: 1 | -1) => () => columns.get(focusedPassage()?.column ?? 0)?.page(by);
  return {
    j: step(1),
    k: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
    ArrowLeft: () => focusColumn(0),
    ArrowRight: () => focusColumn(1),
    c: withRow((acts, id) => acts.review(id, 'confirm')),
    x: withRow((acts, id) => acts.review(id, 'reject')),
    C: withRow((acts, id) => acts.judgeAndWrite(id, 'confirm')),
    X: withRow((acts, id) => acts.judgeAndWrite(id, 'reject')),
    r: withRow((acts, id) => acts.recode(id)),
    o: withRow((acts, id) => acts.turn(id)),
    m: withRow((acts, id) => acts.write(id)),
    Enter: withRow((acts, id) => {
      const row = acts.rowOf(id);
      if (row) now().route(caseAddress(row.caseId, row));
    }),
    h: () => {
      for (const acts of columns.values()) acts.showProposals();
    },
    '[': page(-1),
    ']': page(1),
    b: () => now().chooseBeside(),
    a: () => now().toggleAgainst(),
    q: () => now().toggleQuery(),
  };
}
