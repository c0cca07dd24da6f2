import type { Span } from '../model/span.js';
import { readStoredPassages, replaceCodedPassages } from '../store/coded-passage-table.js';
import { placeFinder, type VersionedPassage } from '../store/find-place-now.js';
import { moveMemo, readMemoPassages } from '../store/memo-table.js';
import { movePassages, readPassageJudgements } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { idsOfUsedCodebooks } from './find-code.js';
import { type LostStatements, resealStatements } from './reseal-statements.js';

/** How many coded passages found their place in the new text, and which did not. */
export interface Reanchored {
  readonly moved: number;
  readonly orphaned: readonly { readonly caseId: string; readonly codeId: string; readonly quote: string }[];
  /** Cases whose new text has not all of their sealed statements. */
  readonly lostStatements: readonly LostStatements[];
}

/** A code that a passage has. */
interface Coded extends VersionedPassage {
  readonly codebookId: string;
  readonly codeId: string;
  readonly polarity: string;
}

/**
 * Carries the coded passages of changed cases, what people said of them, the memos on them and the sealed statements over to the
 * new versions; orphans stay with the old one.
 */
export function reanchorPassages(store: Store, changed: readonly string[]): Reanchored {
  const isChanged = new Set(changed);
  // A passage of a code is one, whatever led to it and whoever judged it.
  const moved = new Set<string>();
  const orphaned = new Map<string, { caseId: string; codeId: string; quote: string }>();
  if (isChanged.size === 0) return { moved: 0, orphaned: [], lostStatements: [] };
  const lostStatements = resealStatements(store, changed);
  const placeNow = placeFinder(store);
  const find = <T extends Coded>(passage: T): (Span & { version: string }) | null => {
    if (!isChanged.has(passage.caseId)) return null;
    const place = placeNow(passage);
    if (place === 'there') return null;
    const { codebookId, caseId, codeId, start, end, polarity, quote } = passage;
    const key = JSON.stringify([codebookId, caseId, codeId, start, end, polarity]);
    if (place) moved.add(key);
    else orphaned.set(key, { caseId, codeId, quote });
    return place;
  };
  for (const codebookId of idsOfUsedCodebooks(store)) {
    const carried = readStoredPassages(store, { codebookId }).map((one) => ({ ...one, ...find(one) }));
    for (const origin of new Set(carried.map(({ origin }) => origin))) {
      const ofOrigin = carried.filter((one) => one.origin === origin);
      replaceCodedPassages(store, codebookId, origin, ofOrigin);
    }
    for (const { verdict, ...judged } of readPassageJudgements(store, codebookId)) {
      const place = find({ ...judged, quote: verdict.quote });
      if (place) movePassages(store, judged, place);
    }
  }
  for (const passage of readMemoPassages(store)) {
    const place = find(passage);
    if (place) moveMemo(store, passage, place);
  }
  return { moved: moved.size, orphaned: [...orphaned.values()], lostStatements };
}
