import { useMemo, useRef } from 'preact/hooks';
import { codesWords } from '../../../../messages/web/codes.js';
import type { BrowsedCodes } from '../../../../workflow/browse-codes.js';
import type { CodeSuggestion } from '../../../../workflow/suggest.js';
import { usePageKeys } from '../../components/key-sheet.js';
import type { Keys } from '../../state/keys.js';
import { useWords } from '../../state/preferences.js';
import type { CodeActs } from './code-acts.js';
import { focusedRow, moveRowFocus } from './code-focus.js';
import type { Writing } from './code-panel.js';
import { codeRow, itemsOf, splitRow } from './code-rows.js';
import { type CodeView, codeViews, viewKeys } from './codes-head.js';

/** What a dialog asks, and of which rows. */
export interface Asking {
  readonly kind: 'move' | 'merge' | 'rename' | 'group' | 'find' | 'compare';
  readonly rows: readonly string[];
}

/** What the keys of the page act on. */
export interface CodeKeys {
  readonly codes: BrowsedCodes;
  readonly chosen: string | null;
  readonly marked: ReadonlySet<string>;
  readonly isInUse: boolean;
  readonly acts: CodeActs;
  readonly suggestions: readonly CodeSuggestion[] | null;
  readonly choose: (row: string) => void;
  readonly mark: (row: string) => void;
  readonly clear: () => void;
  readonly ask: (asking: Asking) => void;
  readonly write: (writing: Writing) => void;
  readonly takeSuggestion: (suggestion: CodeSuggestion | undefined) => void;
  readonly route: (path: string) => void;
  readonly show: (view: CodeView) => void;
}

/** Lets keys do all that the mouse does with codes. */
export function useCodeKeys(given: CodeKeys): void {
  const say = useWords(codesWords);
  const now = useRef(given);
  now.current = given;
  const keys = useMemo(() => keysOf(() => now.current), []);
  usePageKeys(keys, say.keys);
}

function keysOf(now: () => CodeKeys): Keys {
  const row = () => focusedRow() ?? now().chosen;
  /** What is marked, else the row that has the focus. */
  const rows = (): readonly string[] => {
    const { marked } = now();
    const one = row();
    return marked.size > 0 ? [...marked] : one === null ? [] : [one];
  };
  const ask = (kind: Asking['kind']) => () => {
    const all = rows();
    if (all.length > 0 && now().isInUse) now().ask({ kind, rows: all });
  };
  const withCode = (work: (code: string) => void) => () => {
    const one = row();
    if (one === null || splitRow(one)[0] !== 'code') return;
    if (one !== now().chosen) now().choose(one);
    work(splitRow(one)[1]);
  };
  const onlyCode = () => itemsOf(now().codes, rows().slice(0, 1)).codes[0];
  const suggestion = (at: number) => () => now().takeSuggestion(now().suggestions?.[at]);
  return {
    ArrowUp: () => moveRowFocus('ArrowUp'),
    ArrowDown: () => moveRowFocus('ArrowDown'),
    ArrowLeft: () => moveRowFocus('ArrowLeft'),
    ArrowRight: () => moveRowFocus('ArrowRight'),
    k: () => moveRowFocus('ArrowUp'),
    j: () => moveRowFocus('ArrowDown'),
    s: () => {
      const one = row();
      if (one !== null) now().mark(one);
    },
    m: ask('move'),
    e: ask('merge'),
    u: ask('group'),
    r: () => {
      const code = onlyCode();
      if (code && now().isInUse) now().ask({ kind: 'rename', rows: [codeRow(code.id)] });
    },
    p: () => {
      const code = onlyCode();
      if (code && now().isInUse) void now().acts.promote(code);
    },
    Delete: () => {
      const code = onlyCode();
      if (code) void now().acts.remove(code);
    },
    d: withCode(() => now().write('definition')),
    n: withCode(() => now().write('memo')),
    v: withCode((code) => now().route(`/compare?${new URLSearchParams({ code })}`)),
    ...Object.fromEntries(codeViews.map((view) => [viewKeys[view], () => now().show(view)])),
    '/': () => now().ask({ kind: 'find', rows: [] }),
    '1': suggestion(0),
    '2': suggestion(1),
    '3': suggestion(2),
    Escape: () => now().clear(),
  };
}
