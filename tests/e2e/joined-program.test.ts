import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compiledProgram } from '../compile-sources.js';
import { CORPUS, makeProgram, outcomeOf } from './program.js';

const { zhagen, home } = makeProgram();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhagen-joined-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does a command with the program as it is published. */
const joined = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  outcomeOf(
    spawn(process.execPath, [join(folder, 'dist/cli/main.js'), ...args], {
      cwd: home,
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ZHAGEN_CODER: 'tester', ...env },
    }),
  );

beforeAll(() => {
  for (const name of ['package.json', 'codebooks', 'node_modules']) {
    symlinkSync(join(process.cwd(), name), join(folder, name));
  }
  cpSync('.build', join(folder, '.build'), { recursive: true });
  cpSync(join(compiledProgram(), 'dist'), join(folder, 'dist'), { recursive: true });
  execFileSync(process.execPath, ['.build/bundle.mjs'], { cwd: folder });
});

it.each([
  ['--help', '--lang', 'zh'],
  ['--help', '--lang', 'en'],
  ['tables', '--help', '--lang', 'zh'],
  ['tables', 'nothing', '--lang', 'zh'],
  ['undo', 'one', 'two', 'three', '--lang', 'zh'],
  ['mine', '--top', '--lang', 'en'],
])('says of %s %s %s %s what its modules say one by one', async (...args) => {
  expect(await joined(args)).toEqual(await zhagen(args));
});

it('imports, mines, codes and decides, and a decision loads few files', async () => {
  const run = await joined(['run', join(CORPUS, 'cases/GS01.txt'), '--codebook', 'six-pillars']);
  expect([run.code, run.err]).toEqual([0, expect.stringContaining('six-pillars')]);
  const kept = await joined(['keep', '响铃台账'], { NODE_DEBUG: 'esm' });
  expect(kept.code).toBe(0);
  const loaded = new Set(kept.err.match(/dist\/[-\w/]+\.js/g));
  expect(loaded).toContain('dist/cli/main.js');
  expect(loaded.size).toBeLessThan(30);
}, 60_000);

it('carries the licences of the packages in it', () => {
  const notices = readFileSync(join(folder, 'dist/third-party-notices.txt'), 'utf8').split(/^-{80}$/m);
  const named = notices.map((notice) => notice.trim().split(' ')[0]);
  expect(named).toEqual(expect.arrayContaining(['cliui', 'emoji-regex', 'wrap-ansi', 'yargs', 'zod']));
  for (const notice of notices) expect(notice).toMatch(/copyright/i);
});
