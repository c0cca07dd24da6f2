import { UserError } from '../errors.js';
import type { Code } from '../model/codebook.js';
import type { Framework } from '../model/framework.js';
import type { Store } from '../store/store.js';
import { nearest } from '../text/nearest.js';
import { appliedCodebook } from './applied-codebook.js';

/** The framework last applied to a project (or the named one). */
export function frameworkInUse(store: Store, codebookId?: string): Framework {
  const framework = appliedCodebook(store, codebookId)?.framework;
  if (!framework) throw new UserError('tables/not-coded', { table: codebookId ?? '*', database: store.path });
  return framework;
}

/**
 * A code by its id or label, at any level.
 * @throws UserError code/unknown-code
 */
export function findCode({ codebook, codes }: Framework, name: string): Code {
  const found = codes.get(name) ?? codebook.codes.find(({ label }) => label.zh === name || label.en === name);
  if (found) return found;
  const labels = codebook.codes.map(({ label }) => label.zh);
  throw new UserError('code/unknown-code', { name, near: nearest(name, labels, 5).join(', ') });
}
