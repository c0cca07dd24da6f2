import { hash } from 'node:crypto';
import { leftOutSpans } from '../store/counted-text.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';

/** Names a text as it is read: another one where the text, what of it counts, or what of it is sealed is another. */
export function textStamp(store: Store, caseId: string, version: string): string {
  const parts = [version, leftOutSpans(store, caseId, version), readSealedStatements(store, caseId, version)];
  return hash('sha256', JSON.stringify(parts)).slice(0, 16);
}
