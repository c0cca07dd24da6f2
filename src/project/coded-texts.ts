import type { CodedText } from '../model/coded-text.js';
import { readCases } from '../store/case-table.js';
import { readCountedText } from '../store/counted-text.js';
import type { Store } from '../store/store.js';
import { readTextParts } from '../store/text-part-table.js';

/** The current text of every case (of one batch) as coding reads it, without what does not count, one at a time in the order of the ids. */
export function* codedTexts(store: Store, batch?: string): Generator<CodedText> {
  for (const { id: caseId, version, text } of readCases(store, { batch })) {
    yield { caseId, version, text, normalized: requireCounted(store, caseId, version) };
  }
}

/** The text of one case version as coding reads it. */
export function readCodedText(store: Store, caseId: string, version: string): CodedText {
  const text = [...readTextParts(store, caseId, version)].join('');
  return { caseId, version, text, normalized: requireCounted(store, caseId, version) };
}

function requireCounted(store: Store, caseId: string, version: string): CodedText['normalized'] {
  const normalized = readCountedText(store, caseId, version);
  if (!normalized) throw new Error(`case ${caseId} has no clean text`);
  return normalized;
}
