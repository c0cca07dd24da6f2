// On Windows nobody can rename or remove what another program has open, and programs that look at each new file, such as virus
// scanners, have it open for a moment. On any system a folder cannot be removed while a process that is ending writes into it.
import { renameSync, rmSync } from 'node:fs';

/** What the system says of a file that is in use; on other systems than Windows EPERM and EACCES mean a missing permission. */
const IN_USE = process.platform === 'win32' ? /^(EBUSY|ENOTEMPTY|EPERM|EACCES)$/ : /^(EBUSY|ENOTEMPTY)$/;

/** How often it is tried, and the milliseconds between: a second in all. */
const ATTEMPTS = 20;
const BETWEEN = 50;

/** Gives a file or folder another name, in the place of a file that has it; waits for a second while it is in use. */
export function renameFile(from: string, to: string): void {
  whenReleased(() => renameSync(from, to));
}

/** Removes a file or folder if it is there; waits for a second while it is in use. */
export function removeFile(path: string): void {
  whenReleased(() => rmSync(path, { recursive: true, force: true }));
}

/** Runs `work` again while what it needs is in use. */
export function whenReleased(work: () => void): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      work();
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !IN_USE.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN);
    }
  }
}
