import type { Span } from '../model/span.js';
import { anchorPassage } from '../stages/import/anchor-passage.js';
import { readCase } from '../store/case-table.js';
import { readStoredPassages, replaceCodedPassages } from '../store/coded-passage-table.js';
import { moveMemo, readMemoPassages } from '../store/memo-table.js';
import { movePassages, readPassageJudgements } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { offsetMap } from '../text/code-points.js';
import { idsOfUsedCodebooks } from './find-code.js';

/** How many coded passages found their place in the new text, and which did not. */
export interface Reanchored {
  readonly moved: number;
  readonly orphaned: readonly { readonly caseId: string; readonly codeId: string; readonly quote: string }[];
}

/** A passage of a case version. */
export interface VersionedPassage extends Span {
  readonly caseId: string;
  readonly version: string;
  readonly quote: string;
}

/** A code that a passage has. */
interface Coded extends VersionedPassage {
  readonly codebookId: string;
  readonly codeId: string;
  readonly polarity: string;
}

/** Code points of context kept on both sides of a passage to find it again. */
const CONTEXT = 30;

/**
 * Carries the coded passages of changed cases, what people said of them and the memos on them over to the new versions;
 * orphans stay with the old one.
 */
export function reanchorPassages(store: Store, changed: readonly string[]): Reanchored {
  const isChanged = new Set(changed);
  // A passage of a code is one, whatever led to it and whoever judged it.
  const moved = new Set<string>();
  const orphaned = new Map<string, { caseId: string; codeId: string; quote: string }>();
  if (isChanged.size === 0) return { moved: 0, orphaned: [] };
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
  return { moved: moved.size, orphaned: [...orphaned.values()] };
}

/** Finds passages in the current versions of their cases, reading each text once for passages of one case after the other. */
export function placeFinder(
  store: Store,
): (passage: VersionedPassage) => 'there' | (Span & { version: string }) | null {
  let texts: ReturnType<typeof textsOf> | undefined;
  return ({ caseId, version, start, end, quote }) => {
    if (texts?.caseId !== caseId || texts.version !== version) texts = textsOf(store, caseId, version);
    const { current, old, offsets } = texts;
    if (!current || !old || current.version === version) return 'there';
    const slice = (from: number, to: number) => old.text.slice(offsets.toUtf16(from), offsets.toUtf16(to));
    const span = anchorPassage(current.text, {
      quote,
      prefix: slice(Math.max(0, start - CONTEXT), start),
      suffix: slice(end, end + CONTEXT),
      start,
    });
    return span && { ...span, version: current.version };
  };
}

function textsOf(store: Store, caseId: string, version: string) {
  const current = readCase(store, caseId);
  const old = current?.version === version ? current : readCase(store, caseId, version);
  return { caseId, version, current, old, offsets: offsetMap(old?.text ?? '') };
}
