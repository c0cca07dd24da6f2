import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Engine, localEngine } from '../engine/engine.js';
import { UserError } from '../errors.js';
import { removeFile } from '../locked-files.js';
import { type FoundFile, findFiles, sizeOf } from '../sources/find-files.js';
import { systemReason } from '../sources/read-bytes.js';
import { toFileName } from '../text/file-name.js';

/** A file as a browser hands it over: its path in the folder that was chosen, and what it contains. */
export interface UploadedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files that were handed over and are part of no project yet. */
export interface Uploads {
  /** Where they are: cases with their folders, and codebooks apart from them. */
  readonly folder: string;
  /** Throws UserError `files/cannot-write`, as where a name is too long or the disk is full. */
  readonly add: (files: readonly UploadedFile[]) => void;
  readonly list: () => UploadList;
  readonly clear: () => void;
  readonly close: () => void;
}

/** What was handed over; paths with `/`, sizes in bytes. */
export interface UploadList {
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly codebooks: readonly string[];
}

/** The folder of cases, and that of codebooks, of uploads. */
export const casesOf = (folder: string): string => join(folder, 'cases');
export const codebooksOf = (folder: string): string => join(folder, 'codebooks');

/** Opens a place for files that are handed over; whoever opens it closes it. */
export function openUploads(engine: Engine = localEngine()): Uploads {
  const { folder, close } = engine.openSpillFolder();
  return {
    folder,
    add: (files) => {
      for (const { path, bytes } of files) {
        const target = join(/\.ya?ml$/i.test(path) ? codebooksOf(folder) : casesOf(folder), safePath(path));
        try {
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, bytes);
        } catch (error) {
          throw new UserError('files/cannot-write', { path, reason: systemReason(error) });
        }
      }
    },
    list: () => ({
      files: filesIn(casesOf(folder)).map((file) => ({ path: file.source, size: sizeOf(file) })),
      codebooks: filesIn(codebooksOf(folder)).map(({ source }) => source),
    }),
    clear: () => {
      for (const one of [casesOf(folder), codebooksOf(folder)]) removeFile(one);
    },
    close,
  };
}

/** Files that a system or a program made by itself, such as .DS_Store, are no cases. */
function filesIn(folder: string): readonly FoundFile[] {
  try {
    return findFiles([folder]);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** A path that leads nowhere but down, with names that every system has. */
function safePath(path: string): string {
  const names = path.split(/[/\\]/).filter((name) => !/^\.*$/.test(name));
  return names.map(toFileName).join('/') || '_';
}
