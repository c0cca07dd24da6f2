import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Machines and containers may share a folder, but not their processes. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const OURS = new RegExp(`^zhagen-${HOST}-(\\d+)-`);

/** Makes an empty folder within another, named for this machine and process. */
export function makeTemporaryFolder(within: string): string {
  return mkdtempSync(join(within, `zhagen-${HOST}-${process.pid}-`));
}

/** Removes the folders of processes that died before they removed them, as `kill -9` has it. */
export function removeLeftFolders(within = tmpdir()): void {
  const left = namesIn(within).filter((name) => {
    const owner = OURS.exec(name)?.[1];
    return owner !== undefined && !isRunning(Number(owner));
  });
  for (const name of left) {
    try {
      rmSync(join(within, name), { recursive: true, force: true });
    } catch {
      // That of another person is left to them.
    }
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
