import type { Store } from './store.js';

/** From which state of texts, statistics, groups, rules, decisions and codebooks something is derived. */
export interface Basis {
  /** Counts the changes of texts, statistics, groups and rules. */
  readonly number: number;
  /** Of the last decision. */
  readonly revision: number;
  /** The codebooks in use with their contents, and whether one is grown, as one string. */
  readonly codebooks: string;
}

/** What is derived, each as a whole: the keywords, and the coding under each codebook. */
export const SCREENING = 'screening';

/** The coding under a codebook as a product. */
export const codingUnder = (codebookId: string): string => `coding/${codebookId}`;

/** The state of the project from which something would be derived now. */
export function currentBasis(store: Store): Basis {
  const basis = store.get<Basis>(
    `SELECT number, (SELECT coalesce(max(revision), 0) FROM decision) AS revision,
       (SELECT json_group_array(id || ' ' || content_hash ORDER BY id) FROM codebook)
         || EXISTS (SELECT 1 FROM derivation WHERE product = ?) AS codebooks
     FROM basis`,
    codingUnder(''),
  );
  return basis ?? { number: 0, revision: 0, codebooks: '' };
}

/** Whether nothing changed between two states. */
export function isSameBasis(one: Basis, other: Basis): boolean {
  return one.number === other.number && one.revision === other.revision && one.codebooks === other.codebooks;
}

/** Whether a product is derived from the state that the project has now. */
export function isCurrent(
  store: Store,
  product: string,
  { number, revision }: Pick<Basis, 'number' | 'revision'> = currentBasis(store),
): boolean {
  const sql = 'SELECT 1 FROM derivation WHERE product = ? AND basis = ? AND revision = ?';
  return store.get(sql, product, number, revision) !== undefined;
}

/** Marks from which state a product is derived, in the transaction that writes it; null when the project changed meanwhile. */
export function markDerived(store: Store, product: string, from: Basis | null): void {
  store.run('DELETE FROM derivation WHERE product = ?', product);
  if (from === null) return;
  store.run('INSERT INTO derivation VALUES (?, ?, ?)', product, from.number, from.revision);
}

/** Marks all products that were current in one state as current in another: a decision brought them up to date. */
export function followBasis(store: Store, from: Basis, to: Pick<Basis, 'number' | 'revision'>): void {
  store.run(
    'UPDATE derivation SET basis = ?, revision = ? WHERE basis = ? AND revision = ?',
    to.number,
    to.revision,
    from.number,
    from.revision,
  );
}
