import { UserError } from '../errors.js';
import type { Case, CaseHead } from '../model/case.js';
import { readCaseAliases } from '../store/case-alias-table.js';
import { caseIds, readCase, readCaseHead } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { nearest } from '../text/nearest.js';

/**
 * A case in its current version, by its id or by one that a joined project knew it by.
 * @throws UserError cases/unknown-case
 */
export function findCase(store: Store, id: string): Case {
  return find(store, id, readCase);
}

/** The same without its text, which may be long. */
export function findCaseHead(store: Store, id: string): CaseHead {
  return find(store, id, readCaseHead);
}

function find<Found>(store: Store, id: string, read: (store: Store, id: string) => Found | undefined): Found {
  const found = read(store, id) ?? read(store, readCaseAliases(store).get(id) ?? id);
  if (found) return found;
  throw new UserError('cases/unknown-case', {
    id,
    near: nearest(id, caseIds(store, { scope: 'all' }), 5).join(', '),
  });
}
