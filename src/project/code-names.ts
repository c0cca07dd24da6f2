import type { Codebook } from '../model/codebook.js';
import { codeKey } from '../model/decisions/code-key.js';
import type { Store } from '../store/store.js';
import { codebookInForce } from './applied-codebook.js';
import { verdictsOnCodes } from './project-view.js';

/** A code as it is now: one that was merged is the one it was merged into. */
export interface CurrentCode {
  readonly id: string;
  /** Null for a code that is gone. */
  readonly label: string | null;
}

/** Makes a function that follows codes through merges and new names; it reads each codebook once. */
export function codeFollower(store: Store): (codebookId: string, codeId: string) => CurrentCode {
  const merges = new Map(
    verdictsOnCodes(store).flatMap(({ aspect, word, verdict }) =>
      aspect === 'code' && verdict.code?.mergedInto !== undefined ? [[word, verdict.code.mergedInto]] : [],
    ),
  );
  const codebooks = new Map<string, Codebook | undefined>();
  return (codebookId, codeId) => {
    if (!codebooks.has(codebookId)) codebooks.set(codebookId, codebookInForce(store, codebookId)?.codebook);
    const codes = codebooks.get(codebookId)?.codes ?? [];
    const seen = new Set<string>();
    for (let id = codeId; ; ) {
      const code = codes.find((one) => one.id === id);
      const next = merges.get(codeKey(codebookId, id));
      if (code) return { id, label: code.label.zh };
      if (next === undefined || seen.has(id)) return { id: codeId, label: null };
      seen.add(id);
      id = next;
    }
  };
}
