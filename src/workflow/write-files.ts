import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { removeFile, renameFile } from '../locked-files.js';
import { systemReason } from '../sources/read-bytes.js';

/** What a file is made of, piece by piece: one that is long is never in memory as a whole. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** A file to be written: its path from the folder that all of them go to. */
export interface FileToWrite {
  readonly name: string;
  readonly pieces: Pieces;
}

/** Fails with `files/cannot-write` when a folder, or the nearest one above it that exists, takes no files. */
export function requireWritableFolder(folder: string): void {
  let place = resolve(folder);
  try {
    while (isMissing(place) && dirname(place) !== place) place = dirname(place);
    accessSync(`${place}/.`, constants.W_OK);
  } catch (error) {
    throw failedOn(folder, error);
  }
}

/** Makes a folder and those above it; the system's own way to do so never ends where none can be made (/proc). */
export function makeFolder(folder: string): void {
  if (!isMissing(folder)) return;
  // A drive of Windows may be missing, too.
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

const isMissing = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) === undefined;

/**
 * Writes one file that the user named, and the folder it is to lie in.
 * @throws UserError files/cannot-write
 */
export function writeNamedFile(path: string, content: string | Uint8Array): void {
  try {
    makeFolder(dirname(resolve(path)));
    const file = openUnfinished(path);
    try {
      writeFileSync(file.handle, content);
      file.finish();
    } catch (error) {
      file.discard();
      throw error;
    }
  } catch (error) {
    throw failedOn(path, error);
  }
}

/** What is done between pieces: progress is shown, and an interruption let through. */
export type Between = () => Promise<void>;

/**
 * Writes one file piece by piece. It is there whole or as it was before: it takes its name when all of it is written.
 * @throws UserError files/cannot-write
 */
export async function writeInPieces(path: string, pieces: Pieces, between: Between): Promise<void> {
  try {
    makeFolder(dirname(resolve(path)));
    const file = openUnfinished(path);
    try {
      for await (const piece of pieces) {
        writeFileSync(file.handle, piece);
        await between();
      }
      file.finish();
    } catch (error) {
      file.discard();
      throw error;
    }
  } catch (error) {
    throw failedOn(path, error);
  }
}

/**
 * Writes files into a folder, and returns their names. A folder that is new is there with all of them or not at all; in one
 * that is there each file is replaced when it is whole, and other files stay.
 * @throws UserError files/cannot-write
 */
export async function writeFolder(
  folder: string,
  files: Iterable<FileToWrite> | AsyncIterable<FileToWrite>,
  between: Between,
): Promise<string[]> {
  const isNew = !existsSync(folder);
  const target = isNew ? `${resolve(folder)}.unfinished` : resolve(folder);
  const names: string[] = [];
  try {
    if (isNew) removeFile(target);
    for await (const { name, pieces } of files) {
      await writeInPieces(join(target, name), pieces, between);
      names.push(name);
    }
    if (isNew) renameFile(target, folder);
    return names;
  } catch (error) {
    if (isNew && existsSync(target)) removeFile(target);
    throw failedOn(folder, error);
  }
}

/** A file that is written beside the one whose name it takes when it is whole. */
function openUnfinished(path: string) {
  const unfinished = `${path}.unfinished`;
  const handle = openSync(unfinished, 'w');
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    handle,
    finish: () => {
      close();
      renameFile(unfinished, path);
    },
    discard: () => {
      close();
      removeFile(unfinished);
    },
  };
}

/** Anything but a call of the system that failed is a bug in what makes the content. */
function failedOn(path: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).syscall === undefined) return error;
  return new UserError('files/cannot-write', { path, reason: systemReason(error) });
}
