import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { isHiddenPath } from '../formats/hidden-path.js';
import { compareByCodePoint } from '../text/code-points.js';
import { readError } from './read-bytes.js';

/** A file to import: where it is, and its path relative to the argument that named it, with `/`. */
export interface FoundFile {
  readonly path: string;
  readonly source: string;
  /** Whether it is a symbolic link in a folder: it may lead anywhere, so it is not followed. */
  readonly isLink?: boolean;
}

/**
 * The files that the given files and folders hold, in the order of their sources; those that no person made are left out,
 * and so is what lies at or under the paths in `except`: the project itself may lie beside its cases.
 */
export function findFiles(paths: readonly string[], except: readonly string[] = []): FoundFile[] {
  const left = new Set(except.map((path) => resolve(path)));
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const files = filesAt(path, left);
    if (files.length === 0) throw new UserError('import/nothing-to-import', { path });
    for (const file of files) {
      const place = resolve(file.path);
      const known = found.get(place);
      // Two arguments may lead to one file: which names it must not hang on their order.
      if (!known || compareByCodePoint(file.source, known.source) < 0) found.set(place, file);
    }
  }
  return [...found.values()].sort((a, b) => compareByCodePoint(a.source, b.source));
}

function filesAt(path: string, left: ReadonlySet<string>): FoundFile[] {
  try {
    if (statSync(path).isDirectory()) return filesUnder(path, '', left);
  } catch (error) {
    throw readError(error, path);
  }
  return left.has(resolve(path)) ? [] : [{ path, source: basename(path) }];
}

/** The bytes that a file takes; 0 when it cannot be told. */
export function sizeOf({ path }: FoundFile): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function filesUnder(folder: string, prefix: string, left: ReadonlySet<string>): FoundFile[] {
  return entriesOf(folder, prefix).flatMap((entry) => {
    const path = join(folder, entry.name);
    const source = `${prefix}${entry.name}`;
    if (isHiddenPath(entry.name) || left.has(resolve(path))) return [];
    if (entry.isDirectory()) return filesUnder(path, `${source}/`, left);
    return [{ path, source, isLink: entry.isSymbolicLink() }];
  });
}

function entriesOf(folder: string, prefix: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw readError(error, prefix || folder);
  }
}
