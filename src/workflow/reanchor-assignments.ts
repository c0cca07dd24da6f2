import type { Assignment } from '../model/assignment.js';
import { anchorPassage } from '../stages/import/anchor-passage.js';
import { readAssignments, replaceAssignments } from '../store/assignment-table.js';
import { readCase } from '../store/case-table.js';
import { codebooksInUse } from '../store/codebook-table.js';
import type { Store } from '../store/store.js';
import { offsetMap } from '../text/code-points.js';

/** How many coded passages found their place in the new text, and which did not. */
export interface Reanchored {
  readonly moved: number;
  readonly orphaned: readonly { readonly caseId: string; readonly codeId: string; readonly quote: string }[];
}

/** Code points of context kept on both sides of a passage to find it again. */
const CONTEXT = 30;

/** Carries the coded passages of changed cases over to their new versions; orphans stay with the old one. */
export function reanchorAssignments(store: Store, changed: readonly string[]): Reanchored {
  const isChanged = new Set(changed);
  // A passage of a code is one, whatever led to it.
  const moved = new Set<string>();
  const orphaned = new Map<string, { caseId: string; codeId: string; quote: string }>();
  if (isChanged.size === 0) return { moved: 0, orphaned: [] };
  for (const { codebookId } of codebooksInUse(store)) {
    const carried = readAssignments(store, { codebookId }).map((assignment) => {
      if (!isChanged.has(assignment.caseId)) return assignment;
      const anchored = reanchor(store, assignment);
      if (anchored === assignment) return assignment;
      const { caseId, codeId, start, end, polarity, quote } = assignment;
      const key = JSON.stringify([codebookId, caseId, codeId, start, end, polarity]);
      if (anchored) moved.add(key);
      else orphaned.set(key, { caseId, codeId, quote });
      return anchored ?? assignment;
    });
    for (const origin of new Set(carried.map((assignment) => assignment.origin))) {
      replaceAssignments(
        store,
        codebookId,
        origin,
        carried.filter((assignment) => assignment.origin === origin),
      );
    }
  }
  return { moved: moved.size, orphaned: [...orphaned.values()] };
}

/** The assignment in the current version of its case: itself when it is there already, null when lost. */
function reanchor(store: Store, assignment: Assignment): Assignment | null {
  const { caseId, version, start, end, quote } = assignment;
  const current = readCase(store, caseId);
  const old = readCase(store, caseId, version);
  if (!current || !old || current.version === version) return assignment;
  const offsets = offsetMap(old.text);
  const span = anchorPassage(current.text, {
    quote,
    prefix: old.text.slice(offsets.toUtf16(Math.max(0, start - CONTEXT)), offsets.toUtf16(start)),
    suffix: old.text.slice(offsets.toUtf16(end), offsets.toUtf16(end + CONTEXT)),
    start,
  });
  return span && { ...assignment, version: current.version, ...span };
}
