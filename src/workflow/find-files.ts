import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../errors.js';
import { compareByCodePoint } from '../text/code-points.js';

/** A file to import: where it is, and its path relative to the argument that named it, with `/`. */
export interface FoundFile {
  readonly path: string;
  readonly source: string;
}

/** The files that the given files and folders hold, hidden ones left out, in the order of their sources. */
export function findFiles(paths: readonly string[]): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const files = isFolder(path) ? filesUnder(path, '') : [{ path, source: basename(path) }];
    if (files.length === 0) throw new UserError('import/nothing-to-import', { path });
    for (const file of files) found.set(file.path, file);
  }
  return [...found.values()].sort((a, b) => compareByCodePoint(a.source, b.source));
}

/** The bytes of a file, or `import/unreadable`. */
export function readBytes({ path, source }: FoundFile): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError('import/unreadable', { path: source, reason: (error as Error).message });
  }
}

/** The bytes that a file takes; 0 when it cannot be told. */
export function sizeOf({ path }: FoundFile): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('import/missing-path', { path });
    throw new UserError('import/unreadable', { path, reason: message });
  }
}

function filesUnder(folder: string, prefix: string): FoundFile[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const path = join(folder, name);
      const source = `${prefix}${name}`;
      const entry = lstatSync(path);
      if (entry.isDirectory()) return filesUnder(path, `${source}/`);
      return [{ path, source }];
    });
}
