import type { MemosOfCoding } from '../stages/tabulate/tabulate-quotations.js';
import { readMemoPassages, readMemos } from '../store/memo-table.js';
import type { Store } from '../store/store.js';
import { passageId } from '../text/passage-id.js';
import { codeFollower } from './code-names.js';

/** Reads the memos (of one coder) on the passages and codes of a codebook, each with who wrote it; codes that were merged follow. */
export function memosOfCoding(store: Store, codebookId: string, coder: string | undefined): MemosOfCoding {
  const current = codeFollower(store);
  const places = new Map(readMemoPassages(store).map((one) => [one.id, one]));
  const onPassages = new Map<string, string[]>();
  const onCodes = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, text: string) =>
    to.set(key, [...(to.get(key) ?? []), text]);
  for (const { id, memo } of readMemos(store)) {
    const on = places.get(id) ?? memo.on;
    if ((on.type !== 'passage' && on.type !== 'code') || on.codebookId !== codebookId) continue;
    if (coder !== undefined && memo.coder !== coder) continue;
    const { id: codeId } = current(codebookId, on.codeId);
    const said = `${memo.coder}：${memo.text}`;
    if (on.type === 'passage') add(onPassages, passageId({ ...on, codeId }), said);
    else add(onCodes, codeId, said);
  }
  return { onPassages, onCodes };
}
