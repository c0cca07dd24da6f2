import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { compiledProgram } from '../compile-sources.js';

/** The sample corpus. */
export const CORPUS = join(process.cwd(), 'corpus');

/** What a command did. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where and how to start a command. */
interface Start {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  /** Blocks of 512 bytes that no written file may exceed: what a full disk looks like. */
  readonly fileBlocks?: number;
  readonly input?: string | Uint8Array;
}

/** The program compiled from the sources as they are now, and a folder to try it in, which goes with the tests. */
export function makeProgram() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'zhagen-e2e-')));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  // Another user than the one who runs the tests works there, too.
  chmodSync(home, 0o755);
  const main = join(compiledProgram(), 'dist/cli/main.js');
  const start = (args: readonly string[], { cwd = home, env = {}, uid, fileBlocks }: Start = {}) => {
    const command = [process.execPath, main, ...args];
    const limited = ['sh', '-c', `trap "" XFSZ; ulimit -f ${fileBlocks}; exec "$@"`, 'sh', ...command];
    const [file = '', ...rest] = fileBlocks === undefined ? command : limited;
    return spawn(file, rest, {
      cwd,
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ZHAGEN_CODER: 'tester', ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
  };
  const zhagen = (args: readonly string[], options: Start = {}): Promise<Outcome> => {
    const child = start(args, options);
    child.stdin.on('error', () => {});
    child.stdin.end(options.input);
    return outcomeOf(child);
  };
  /** Sends a signal to a command at work: one that came before the program listened is sent again, later. */
  const interrupt = async (
    args: readonly string[],
    { signal, cwd }: { signal: NodeJS.Signals; cwd: string },
  ) => {
    for (let delay = 400; ; delay *= 1.3) {
      const child = start(args, { cwd });
      const outcome = outcomeOf(child);
      await sleep(delay);
      child.kill(signal);
      const ended = await outcome;
      if (child.signalCode === null) return ended;
    }
  };
  return { home, start, zhagen, interrupt, folder: (name: string) => folderIn(home, name) };
}

/** How a process ended and what it said. */
export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const [out, err] = await Promise.all(
    [child.stdout, child.stderr].map(async (stream) => (stream ? (await buffer(stream)).toString() : '')),
  );
  return { code: await ended, out: out ?? '', err: err ?? '' };
}

/** Writes files, texts by path, under a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** The state hash of a project file. */
export function hashOf(path: string): string {
  const store = openStore(path, { mode: 'read' });
  try {
    return stateHash(store);
  } finally {
    store.close();
  }
}

/** The parsed standard output; a line of anything else there fails. */
export function jsonOf<T>({ out }: Outcome): T {
  return JSON.parse(out) as T;
}

function folderIn(home: string, name: string): string {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
