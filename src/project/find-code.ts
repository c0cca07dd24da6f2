import { UserError } from '../errors.js';
import { type Code, type Codebook, GROWING, NO_CODEBOOK } from '../model/codebook.js';
import type { Framework } from '../model/framework.js';
import { codebooksInUse } from '../store/codebook-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { nearest } from '../text/nearest.js';
import { toTextForm } from '../text/text-form.js';
import { appliedCodebook, codebookInForce } from './applied-codebook.js';

/**
 * The framework last applied to a project (or the named one).
 * @throws UserError tables/not-coded, tables/no-codes
 */
export function frameworkInUse(store: Store, codebookId?: string): Framework {
  const framework = appliedCodebook(store, codebookId)?.framework;
  if (!framework) throw notCoded(store, codebookId);
  return framework;
}

/** Says that nothing is coded yet: where no codebook was given people found the first code, else the program codes. */
export function notCoded(store: Store, codebookId?: string, table = codebookId ?? '*'): UserError {
  const database = store.calledAs;
  return appliedCodebook(store, codebookId) === null
    ? new UserError('tables/no-codes', { database })
    : new UserError('tables/not-coded', { table, database });
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

/** A code, with its codebook before and after people's decisions. */
export interface UsedCode {
  readonly base: Codebook;
  readonly codebook: Codebook;
  readonly code: Code;
}

/**
 * Finds a code of any codebook in use, of the one last applied before others; or of the named one.
 * @throws UserError decide/not-coded, tables/unknown-codebook, code/unknown-code
 */
export function findUsedCode(store: Store, name: string, verb: string, codebookId?: string): UsedCode {
  const first = codebookToDecide(store, verb, codebookId);
  const ids = codebookId === undefined ? idsOfUsedCodebooks(store) : [codebookId];
  for (const id of ids) {
    const found = codebookInForce(store, id);
    const code = found && codeNamed(found.codebook.codes, name);
    if (found && code) return { ...found, code };
  }
  return { ...first, code: findCode(first.codebook, name) };
}

/**
 * The codebook last applied, or the named one, before and after people's decisions.
 * @throws UserError decide/not-coded, tables/unknown-codebook
 */
export function codebookToDecide(
  store: Store,
  verb: string,
  codebookId?: string,
): { readonly base: Codebook; readonly codebook: Codebook } {
  const found = codebookInForce(store, codebookId);
  if (found) return found;
  if (codebookId === undefined) throw new UserError('decide/not-coded', { verb });
  const known = idsOfUsedCodebooks(store).map((id) => id || NO_CODEBOOK);
  throw new UserError('tables/unknown-codebook', { name: codebookId, known: known.join(', ') });
}

/** The ids of the codebooks that a project is coded under, of the last applied one first; the grown one has the empty id. */
export function idsOfUsedCodebooks(store: Store): string[] {
  const last = getSetting(store, 'codebook');
  const used = [...codebooksInUse(store).map(({ codebookId }) => codebookId), GROWING.id];
  const first = last === NO_CODEBOOK ? GROWING.id : last;
  return first === undefined ? used : [first, ...used.filter((id) => id !== first)];
}
