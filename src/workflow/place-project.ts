import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { systemReason } from '../sources/read-bytes.js';
import { removeProjectFile } from '../store/project-file.js';
import { toFileName } from '../text/file-name.js';

/** Where a new project is made: a folder, and the name of the file without its ending. */
export interface ProjectPlace {
  readonly folder: string;
  readonly name: string;
}

/** What the folder of a user's documents is called on the disk. */
const DOCUMENTS = ['Documents', '文档'];

/**
 * Where a new project is offered to be made: where the file that was asked for would be, but for a home, in which nobody wants
 * single files: there in a folder of its own under the documents.
 */
export function proposePlace(wanted: string, home: string): ProjectPlace {
  const path = resolve(wanted);
  const name = basename(path, extname(path));
  if (dirname(path) !== resolve(home)) return { folder: dirname(path), name };
  const documents = DOCUMENTS.map((one) => join(home, one)).find(existsSync) ?? join(home, 'Documents');
  return { folder: join(documents, 'zhagen'), name };
}

/** The same place with a name that no file in it has yet: `study`, `study-2`, … */
export function freePlace({ folder, name }: ProjectPlace): ProjectPlace {
  const isFree = (one: string) => !existsSync(join(folder, `${one}.db`));
  let number = 1;
  let free = name;
  while (!isFree(free)) {
    number += 1;
    free = `${name}-${number}`;
  }
  return { folder, name: free };
}

/**
 * Makes the folder of a new project where it is missing. Nothing is overwritten.
 * @returns the path of the file
 * @throws UserError web/bad-name, web/relative-path, web/bad-folder, web/already-there
 */
export function placeProject({ folder, name }: ProjectPlace): string {
  const file = name.trim().replace(/\.db$/i, '');
  if (toFileName(file) !== file || file.startsWith('.')) throw new UserError('web/bad-name', { name });
  if (!isAbsolute(folder)) throw new UserError('web/relative-path', { path: folder });
  const path = join(folder, `${file}.db`);
  if (existsSync(path)) throw new UserError('web/already-there', { path });
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UserError('web/bad-folder', { folder, reason: systemReason(error) });
  }
  return path;
}

/** Removes what there is of a project whose making failed or was cancelled. */
export function discardProject(path: string): void {
  removeProjectFile(path);
}
