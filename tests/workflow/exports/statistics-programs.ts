import { execFileSync, spawnSync } from 'node:child_process';

/** A Python with the packages of the tests, where the machine has one: the one that `.ci/run` makes, or the usual one. */
const PYTHON = process.env['ZHAGEN_TEST_PYTHON'] ?? 'python3';

const runs = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;

/** Programs that read what is exported, where the machine has them. */
export const PYREADSTAT = runs(PYTHON, '-c', 'import pyreadstat');
export const PYTHON_3 = runs(PYTHON, '-c', 'import sys; assert sys.version_info >= (3, 8)');
export const RSCRIPT = runs('Rscript', '--version');
export const NETWORKX = runs(PYTHON, '-c', 'import networkx');
export const XMLLINT = runs('xmllint', '--version');
export const PSPP = runs('pspp', '--version');

/** Says which tests are skipped. */
export function noteMissing(programs: Readonly<Record<string, boolean>>): void {
  for (const [name, isThere] of Object.entries(programs)) {
    if (!isThere) process.stderr.write(`${name} is missing: tests with it are skipped.\n`);
  }
}

/** Runs a script of Python and parses what it prints. */
export const runPython = (script: string, ...args: readonly string[]): unknown =>
  JSON.parse(execFileSync(PYTHON, ['-c', script, ...args], { encoding: 'utf8' }));

/** Runs the script of a dataset in its folder. */
export function runScript(format: 'r' | 'python', cwd: string): void {
  const [command, script] = format === 'r' ? ['Rscript', 'analysis.R'] : [PYTHON, 'analysis.py'];
  execFileSync(command, [script], { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: 'pipe' });
}
