import type { CaseHead } from '../model/case.js';
import { isWithoutText } from '../model/without-text.js';
import { readCaseHead } from '../store/case-table.js';
import type { Store } from '../store/store.js';

/** The head of a case whose current version has a text. */
export function headWithText(store: Store, id: string): CaseHead | undefined {
  const head = readCaseHead(store, id);
  return head && !isWithoutText(head) ? head : undefined;
}
