import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { openTemporaryFolder, type TemporaryFolder } from '../temporary-folder.js';

/** Where numbers lie that are too many to be held, by name. */
export interface Spill {
  readonly write: (name: string, numbers: Int32Array | Float64Array) => void;
  readonly readIntegers: (name: string) => Int32Array;
  readonly readNumbers: (name: string) => Float64Array;
}

/** Holds what is written in memory: for what is little. */
export function spillToMemory(): Spill {
  const held = new Map<string, Int32Array | Float64Array>();
  return {
    write: (name, numbers) => void held.set(name, numbers),
    readIntegers: (name) => held.get(name) as Int32Array,
    readNumbers: (name) => held.get(name) as Float64Array,
  };
}

/** A file for each name in a folder. Writing throws UserError `files/cannot-write`, as on a full disk. */
export function spillToFolder(folder: string): Spill {
  return {
    write: (name, numbers) => writing(folder, () => writeFileSync(join(folder, name), numbers)),
    readIntegers: (name) => readInto(join(folder, name), (bytes) => new Int32Array(bytes / 4)),
    readNumbers: (name) => readInto(join(folder, name), (bytes) => new Float64Array(bytes / 8)),
  };
}

/**
 * A new folder for spilled numbers within another (the system's temporary one), which is removed when it is closed and at
 * the latest with this process. Throws UserError `files/cannot-write` where there may be none.
 */
export function openSpillFolder(within = tmpdir()): TemporaryFolder {
  return writing(within, () => openTemporaryFolder(within));
}

function readInto<T extends Int32Array | Float64Array>(path: string, make: (bytes: number) => T): T {
  const file = openSync(path, 'r');
  try {
    const numbers = make(fstatSync(file).size);
    for (let at = 0; at < numbers.byteLength; ) {
      const read = readSync(file, numbers, at, numbers.byteLength - at, at);
      if (read === 0) throw new Error(`${path} has become shorter`);
      at += read;
    }
    return numbers;
  } finally {
    closeSync(file);
  }
}

function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new UserError('files/cannot-write', { path, reason: (error as Error).message });
  }
}
