import { UserError } from '../errors.js';
import type { Code, Codebook } from '../model/codebook.js';
import type { Framework } from '../model/framework.js';
import type { Store } from '../store/store.js';
import { nearest } from '../text/nearest.js';
import { toTextForm } from '../text/text-form.js';
import { appliedCodebook } from './applied-codebook.js';

/** The framework last applied to a project (or the named one). */
export function frameworkInUse(store: Store, codebookId?: string): Framework {
  const framework = appliedCodebook(store, codebookId)?.framework;
  if (!framework) throw new UserError('tables/not-coded', { table: codebookId ?? '*', database: store.path });
  return framework;
}

/** Finds the code that a name means, at any level: its id or one of its labels, as they read in clean texts. */
export function codeNamed(codes: readonly Code[], name: string): Code | undefined {
  const form = toTextForm(name);
  return codes.find(({ id, label }) => id === form || [label.zh, label.en].map(toTextForm).includes(form));
}

/**
 * Finds a code by its id or label, at any level.
 * @throws UserError code/unknown-code
 */
export function findCode({ codes }: Pick<Codebook, 'codes'>, name: string): Code {
  const found = codeNamed(codes, name);
  if (found) return found;
  const labels = codes.map(({ label }) => label.zh);
  throw new UserError('code/unknown-code', { name, near: nearest(toTextForm(name), labels, 5).join(', ') });
}
