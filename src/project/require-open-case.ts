import { UserError } from '../errors.js';
import type { Case, CaseHead } from '../model/case.js';
import { readCaseStanding } from '../store/case-standing-table.js';
import type { Store } from '../store/store.js';
import { findCase, findCaseHead } from './find-case.js';

/**
 * A case in its current version, which must not be sealed: for whatever reads or judges its text as coding.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function requireOpenCase(store: Store, id: string): Case {
  return requireUnsealedCase(store, findCase(store, id));
}

/** The same without its text, which may be long. */
export function requireOpenCaseHead(store: Store, id: string): CaseHead {
  return requireUnsealedCase(store, findCaseHead(store, id));
}

function requireUnsealedCase<Found extends CaseHead>(store: Store, found: Found): Found {
  if (readCaseStanding(store, { caseId: found.id, question: 'sealed' })) {
    throw new UserError('cases/sealed', { id: found.id });
  }
  return found;
}
