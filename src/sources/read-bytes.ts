import { readFileSync, type Stats, statSync } from 'node:fs';
import { UserError } from '../errors.js';

/**
 * The bytes of a file that the user named; messages call it `name`. Anything but a plain file is refused,
 * since reading a pipe may never end.
 * @throws UserError import/missing-path, import/bad-name, import/not-a-file, import/unreadable, import/changed-file
 */
export function readBytes(path: string, name = path): Uint8Array {
  try {
    const before = statPlainFile(path, name);
    const bytes = readFileSync(path);
    const after = statSync(path);
    if (after.mtimeMs !== before.mtimeMs || after.size !== before.size) {
      throw new UserError('import/changed-file', { path: name });
    }
    return bytes;
  } catch (error) {
    throw readError(error, name);
  }
}

/**
 * What the system knows of a plain file; messages call it `name`.
 * @throws UserError import/not-a-file; else what the system says
 */
export function statPlainFile(path: string, name: string): Stats {
  const stats = statSync(path);
  if (!stats.isFile()) throw new UserError('import/not-a-file', { path: name });
  return stats;
}

/** The error for what the system says about reading a path. */
export function readError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof UserError) return error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    // A name that is no UTF-8 arrives with replacement characters and is not found under them.
    return new UserError(name.includes('\ufffd') ? 'import/bad-name' : 'import/missing-path', { path: name });
  }
  return new UserError('import/unreadable', { path: name, reason: systemReason(error) });
}

/** What the system says, without the call and the path that it repeats: `EACCES: permission denied`. */
export function systemReason(error: unknown): string {
  return (error as Error).message.replace(/, [a-z]+( '.*)?$/s, '');
}
