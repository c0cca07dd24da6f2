import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonOf, makeProgram, outcomeOf, writeFiles } from '../e2e/program.js';
import { longTextOf } from '../long-text.js';

const { start, zhagen, folder } = makeProgram();

const BYTES = 60_000_000;
const BLOCK_BYTES = 2_000_000;
const MOST_KILOBYTES = 400_000;

/** Writes blocks of different text one after the other. */
async function writeLong(path: string, isWrapped: boolean): Promise<void> {
  const file = await open(path, 'w');
  for (let seed = 1; seed <= BYTES / BLOCK_BYTES; seed += 1) {
    await file.write(longTextOf(BLOCK_BYTES, { isWrapped, seed }));
  }
  await file.close();
}

/** The most memory that a process has held so far (Linux tells), in kilobytes; 0 once it has ended. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

it.skipIf(process.platform !== 'linux').each([
  ['of one paragraph a line', false],
  ['hard-wrapped, a blank line after each', true],
])('a text of 60 MB, %s, is imported in bounded memory', async (_, isWrapped) => {
  const cwd = writeFiles(folder(`long-${isWrapped}`), {});
  await writeLong(join(cwd, 'long.txt'), isWrapped);
  const child = start(['import', 'long.txt', '--json'], { cwd });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 50);
  const { code, err } = await outcomeOf(child);
  clearInterval(watch);
  expect([code, err]).toEqual([0, expect.stringContaining('1 new')]);
  expect(peak).toBeGreaterThan(50_000);
  expect(peak).toBeLessThan(MOST_KILOBYTES);
  const [row] = jsonOf<{ characters: number; cleanCharacters: number }[]>(
    await zhagen(['cases', '--manifest', '--json'], { cwd }),
  );
  expect(row?.characters).toBeGreaterThan(BYTES / 4);
  expect(row?.cleanCharacters).toBeGreaterThan(BYTES / 4);
});
