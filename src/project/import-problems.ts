import { UserError } from '../errors.js';

/** A row of the attribute table may also name a case that an earlier batch brought. */
export function isOfKnownCase(known: ReadonlySet<string>, problem: UserError): boolean {
  if (problem.code !== 'import/attribute-without-case') return false;
  const { id } = problem.params as { id: string };
  return known.has(id) || known.has(id.replace(/\.[^./]+$/, ''));
}

/** Refuses an import that found faults, unless these are to be left out. */
export function refuse(problems: readonly UserError[], total: number, skipBad: boolean): void {
  const [first] = problems;
  if (!first || skipBad) return;
  if (problems.length === 1 && total === 1) throw first;
  throw new UserError('import/bad-files', { problems, total });
}

/** An error of the user's goes on the list; a bug, a full disk or an interruption ends everything. */
export function userError(error: unknown): UserError {
  if (error instanceof UserError && error.code.startsWith('import/')) return error;
  throw error;
}
