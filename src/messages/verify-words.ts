import type { Fault } from '../model/verification.js';
import type { Verification } from '../workflow/verify-project.js';

/** What is said about the checks of a project, in one language. */
export interface VerifyWords {
  /** The runs: id, stage, version, what became of it. */
  readonly heads: readonly [string, string, string, string];
  /** What became of a run, in a few words. */
  readonly outcome: (run: Verification['runs'][number]) => string;
  /** What was compared, what does not fit, and the hashes. */
  readonly found: (report: Verification) => string[];
}

/** Which rows of a table do not match, the columns by the names given for them, else by those of the file. */
export function describePlace(
  { table, at }: Fault,
  names: Readonly<Record<string, string>>,
  separator: string,
): string {
  const columns = Object.entries(at)
    // What led to a coding says nothing of where it is.
    .filter(([name]) => name !== 'triggers')
    .map(([name, value]) => `${names[name] ?? name} ${value}`);
  return [`${names['table']} ${table}`, ...columns].join(separator);
}
