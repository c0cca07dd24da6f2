import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledProgram } from '../compile-sources.js';
import { temporaryFolder } from './sample-project.js';

/** The compiled program in a folder of its own where plain `node` runs it, for tests of the store that need a process of their own. */
export function compileStore(): string {
  const folder = temporaryFolder();
  // Another user than the one who runs the tests reads it, too.
  chmodSync(folder, 0o755);
  cpSync(join(compiledProgram(), 'dist'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Starts a module text in the folder of a compiled store, perhaps as another user. */
export function startScript(folder: string, script: string, uid?: number): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

/** Starts a module text in the folder of a compiled store, where no file may grow beyond some kilobytes. */
export function startCramped(folder: string, script: string): ChildProcess {
  const limited = 'trap "" XFSZ; ulimit -f 16; exec "$0" --input-type=module --eval "$1"';
  return spawn('sh', ['-c', limited, process.execPath, script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a process printed, until it prints `mark` or ends. */
export function outputOf(child: ChildProcess, mark?: string): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    const take = (chunk: unknown) => {
      output += String(chunk);
      if (mark !== undefined && output.includes(mark)) resolve(output);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('close', () => resolve(output));
  });
}
