import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { mergeCountsOfFiles } from '../../src/workflow/merge-counts.js';
import { compiledProgram } from '../compile-sources.js';
import { outcomeOf } from '../e2e/program.js';
import { rejectionOf } from '../formats/rejection.js';
import { makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const FILES = 300;
const header = (maxLength: number) => `#zhagen-counts\tformat=1\tmax-length=${maxLength}\tzhagen=0.1.0\n`;
const line = (text: string, frequency: number) =>
  `${text}\t${frequency}\t${frequency}${'\t0'.repeat(6)}\t|${frequency}\t|${frequency}\n`;
const own = (n: number) => String.fromCodePoint(0x4e01 + n);

function countsFile(name: string, content: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const files = Array.from({ length: FILES }, (_, n) =>
  countsFile(`${n}.counts`, header(8) + line('一', 1) + line(own(n), 1)),
);
const sum = header(8) + line('一', FILES) + files.map((_, n) => line(own(n), 1)).join('');

describe('counts of hundreds of files', () => {
  it('are added up where few files may be open at a time', async (context) => {
    context.skip(process.platform === 'win32', 'Windows has no limit of open files');
    const main = join(compiledProgram(), 'dist/cli/main.js');
    const limited = 'ulimit -n 128; exec "$0" "$@"';
    const child = spawn('sh', ['-c', limited, process.execPath, main, 'merge-counts', ...files]);
    expect(await outcomeOf(child)).toEqual({ code: 0, out: sum, err: '' });
  });

  it('leave nothing in the temporary folder, and the file that differs from the first is named', async () => {
    const temporary = join(folder.path, 'temporary');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const other = countsFile('other.counts', header(7));
    const merging = async () => {
      for await (const _ of mergeCountsOfFiles([...files.slice(0, 100), other]))
        throw new Error('no line yet');
    };
    expect(await rejectionOf(merging())).toMatchObject({
      code: 'counts/different',
      params: { path: other, first: files[0] },
    });
    let lines = '';
    for await (const some of mergeCountsOfFiles(files.slice(0, 70))) lines += some;
    expect(lines.split('\n')[1]).toMatch(/^一\t70\t/);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
