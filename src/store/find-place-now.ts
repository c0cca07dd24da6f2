import type { Span } from '../model/span.js';
import { anchorPassage } from '../text/anchor-passage.js';
import { offsetMap } from '../text/code-points.js';
import { readCase } from './case-table.js';
import type { Store } from './store.js';

/** A passage of a case version. */
export interface VersionedPassage extends Span {
  readonly caseId: string;
  readonly version: string;
  readonly quote: string;
}

/** Code points of context kept on both sides of a passage to find it again. */
const CONTEXT = 30;

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
