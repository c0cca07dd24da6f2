import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFile } from './locked-files.js';

/** Machines and containers may share a folder, but not their processes. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const OURS = new RegExp(`^zhagen-${HOST}-(\\d+)-`);

/** A folder of this process, which is removed when it is closed and at the latest with the process. */
export interface TemporaryFolder {
  readonly folder: string;
  readonly close: () => void;
}

/** Makes an empty folder within another, named for this machine and process. */
export function openTemporaryFolder(within: string): TemporaryFolder {
  const folder = mkdtempSync(join(within, `zhagen-${HOST}-${process.pid}-`));
  const close = () => {
    process.off('exit', close);
    removeIfReleased(folder);
  };
  process.once('exit', close);
  return { folder, close };
}

/** Removes the folders of processes that died before they removed them, as `kill -9` has it. */
export function removeLeftFolders(within = tmpdir()): void {
  const left = namesIn(within).filter((name) => {
    const owner = OURS.exec(name)?.[1];
    return owner !== undefined && !isRunning(Number(owner));
  });
  for (const name of left) removeIfReleased(join(within, name));
}

/** What is still in use, or belongs to another person, is left to a later start of the program. */
function removeIfReleased(folder: string): void {
  try {
    removeFile(folder);
  } catch {
    // Whatever it was needed for is done.
  }
}

/** A folder that cannot be read is named when something is written into it. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
