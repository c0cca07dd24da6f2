import { readCaseStandings } from '../store/case-standing-table.js';
import { deriveMissing } from '../store/derive-missing.js';
import { placeSealedStatements } from '../store/place-sealed-statements.js';
import type { Store } from '../store/store.js';

/** A case whose new text has not all of its sealed statements any more. */
export interface LostStatements {
  readonly caseId: string;
  readonly statements: number;
}

/** Seals the sealed statements of cases again in their texts as they are now; returns which of them lost some. */
export function resealStatements(store: Store, caseIds: readonly string[]): LostStatements[] {
  const sealed = readCaseStandings(store, 'partly-sealed');
  const affected = caseIds.filter((id) => sealed.has(id));
  if (affected.length === 0) return [];
  const lost = affected.map((caseId) => ({ caseId, statements: placeSealedStatements(store, caseId) }));
  deriveMissing(store);
  return lost.filter(({ statements }) => statements > 0);
}
