import { UserError } from '../errors.js';
import { changesSince, type ProjectChange, projectRevision } from '../store/revision-table.js';
import type { Store } from '../store/store.js';
import type { ReadContext } from './context.js';

/** The revision of a project: who read it then can ask, when they decide, that nobody changed it since. */
export function currentRevision({ store }: ReadContext): number {
  return projectRevision(store);
}

/** What follows from the rest and is derived again whenever it must. */
const DERIVED: readonly string[] = ['screen', 'code'];

/**
 * Asks that nobody changed the project since a revision, if there is one to ask about.
 * @param derivedFrom the revision at which the caller began to derive rows again, if they did
 * @throws UserError decide/changed-since
 */
export function requireRevision(
  store: Store,
  expected: number | undefined,
  derivedFrom: number | null,
): void {
  if (expected === undefined) return;
  const isOwn = ({ revision, kind }: { readonly revision: number; readonly kind: string }) =>
    derivedFrom !== null && revision > derivedFrom && DERIVED.includes(kind);
  const changes = changesSince(store, expected).filter((one) => !isOwn(one));
  if (changes.length > 0) throw new UserError('decide/changed-since', whoChanged(changes));
}

/** By whose decisions and by which stages a project changed. */
export function whoChanged(changes: readonly ProjectChange[]): {
  readonly coders: readonly string[];
  readonly stages: readonly string[];
} {
  return {
    coders: [...new Set(changes.flatMap(({ coder }) => coder ?? []))],
    stages: [...new Set(changes.flatMap(({ kind, coder }) => (coder === null ? [kind] : [])))],
  };
}
