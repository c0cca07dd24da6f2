import { UserError } from '../errors.js';
import type { Case } from '../model/case.js';
import { readCaseStanding } from '../store/case-standing-table.js';
import type { Store } from '../store/store.js';
import { findCase } from './find-case.js';

/**
 * A case in its current version, which must not be sealed: for whatever reads or judges its text as coding.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function requireOpenCase(store: Store, id: string): Case {
  const found = findCase(store, id);
  if (readCaseStanding(store, { caseId: found.id, question: 'sealed' })) {
    throw new UserError('cases/sealed', { id: found.id });
  }
  return found;
}
