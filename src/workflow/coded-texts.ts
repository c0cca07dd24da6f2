import type { CodedText } from '../model/coded-text.js';
import { readCases } from '../store/case-table.js';
import { readCountedText } from '../store/counted-text.js';
import type { Store } from '../store/store.js';

/** The current text of every case (of one batch) as coding reads it, without what does not count, one at a time in the order of the ids. */
export function* codedTexts(store: Store, batch?: string): Generator<CodedText> {
  for (const { id: caseId, version, text } of readCases(store, { batch })) {
    const normalized = readCountedText(store, caseId, version);
    if (!normalized) throw new Error(`case ${caseId} has no clean text`);
    yield { caseId, version, text, normalized };
  }
}
