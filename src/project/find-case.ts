import { UserError } from '../errors.js';
import type { Case } from '../model/case.js';
import { readCaseAliases } from '../store/case-alias-table.js';
import { caseIds, readCase } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { nearest } from '../text/nearest.js';

/**
 * A case in its current version, by its id or by one that a joined project knew it by.
 * @throws UserError cases/unknown-case
 */
export function findCase(store: Store, id: string): Case {
  const found = readCase(store, id) ?? readCase(store, readCaseAliases(store).get(id) ?? id);
  if (found) return found;
  throw new UserError('cases/unknown-case', {
    id,
    near: nearest(id, caseIds(store, { scope: 'all' }), 5).join(', '),
  });
}
