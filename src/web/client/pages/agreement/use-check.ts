import { useMemo, useRef } from 'preact/hooks';
import { checkWords } from '../../../../messages/web/check.js';
import type { MemoType } from '../../../../model/memo-type.js';
import type { CheckedPassage } from '../../../../workflow/check-coding.js';
import { usePageKeys } from '../../components/key-sheet.js';
import { act, showToast } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { language, useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

/** Passages of a page. */
export const CHECK_PAGE = 20;

/** Which passage somebody writes about, and what: a comment, or why it is returned. */
export interface Writing {
  readonly id: string;
  readonly type: Extract<MemoType, 'note' | 'return'>;
}

/** A part of the sample of what somebody coded. */
export function useCheck(asked: {
  readonly of: string;
  readonly sample: string;
  readonly seed: string;
  readonly offset: number;
}) {
  const query = { ...asked, offset: String(asked.offset), limit: String(CHECK_PAGE) };
  return useResource(`check ${JSON.stringify(query)}`, (sending) => api.check.$get({ query }, sending));
}

type Named = Pick<CheckedPassage, 'id' | 'caseId' | 'start' | 'end'>;

const nameOf = ({ id, caseId, start, end }: Named) => ({ id, caseId, start, end });

/** Agrees to a coding, as confirming it does; gives false where that was said before, and null where it was refused. */
export async function agree(row: Named): Promise<boolean | null> {
  const done = await act((seen) => api.check.agree.$post({ json: { seen, ...nameOf(row) } }), null);
  if (done === null) return null;
  const say = checkWords[language.value];
  const isNew = done.decided > 0;
  showToast({ text: isNew ? say.agreed : say.agreedBefore, kind: 'done', canUndo: isNew });
  return isNew;
}

/** What keys do to the passage that has the focus. */
export interface CheckKeys {
  readonly step: (by: 1 | -1) => void;
  readonly agree: () => void;
  readonly comment: () => void;
  readonly giveBack: () => void;
  readonly read: () => void;
}

/** Lets keys do all that the mouse does; the sheet of keys says so. */
export function useCheckKeys(given: CheckKeys): void {
  const say = useWords(checkWords);
  const now = useRef(given);
  now.current = given;
  const keys = useMemo(() => {
    const step = (by: 1 | -1) => () => now.current.step(by);
    return {
      j: step(1),
      k: step(-1),
      ArrowDown: step(1),
      ArrowUp: step(-1),
      c: () => now.current.agree(),
      m: () => now.current.comment(),
      x: () => now.current.giveBack(),
      Enter: () => now.current.read(),
    };
  }, []);
  usePageKeys(keys, say.keys);
}
