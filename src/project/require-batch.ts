import { UserError } from '../errors.js';
import { batchNames } from '../store/case-table.js';
import type { Store } from '../store/store.js';

/** Fails with `cases/unknown-batch` when no case came in the batch that was asked for. */
export function requireBatch(store: Store, batch: string | undefined): void {
  if (batch === undefined) return;
  const known = batchNames(store);
  if (!known.includes(batch)) throw new UserError('cases/unknown-batch', { batch, known: known.join(', ') });
}
