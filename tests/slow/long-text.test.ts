import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hashOf, makeProgram, outcomeOf, writeFiles } from '../e2e/program.js';
import { longTextOf } from '../long-text.js';

const { start, zhagen, folder } = makeProgram();

const FILES = ['few.txt', 'long.txt', 'zhagen.db'];
/** So much of the unfinished import lies on disk when it is stopped. */
const HALF_WAY = 3_000_000;

/** A folder with a project of one small case, and a text that takes seconds to import. */
async function projectBeside(name: string): Promise<{ cwd: string; db: string; before: string }> {
  const cwd = writeFiles(folder(name), {
    'few.txt': '扶贫车间带动就业，扶贫车间稳定增收。',
    'long.txt': longTextOf(16_000_000),
  });
  expect((await zhagen(['import', 'few.txt'], { cwd })).code).toBe(0);
  const db = join(cwd, 'zhagen.db');
  return { cwd, db, before: hashOf(db) };
}

describe.skipIf(process.platform === 'win32')('the import of one long text', () => {
  it('leaves the project as it was when it is interrupted half way', async () => {
    const { cwd, db, before } = await projectBeside('interrupted');
    const child = start(['import', 'long.txt', '--batch', '2'], { cwd });
    const outcome = outcomeOf(child);
    const written = () => statSync(`${db}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    while (written() < HALF_WAY && child.exitCode === null) await sleep(5);
    child.kill('SIGINT');
    expect(await outcome).toEqual({ code: 1, out: '', err: expect.stringMatching(/^Interrupted\. .*\n$/) });
    expect([hashOf(db), readdirSync(cwd).sort()]).toEqual([before, FILES]);
  });

  it('names the full disk, and leaves the project as it was', async () => {
    const { cwd, db, before } = await projectBeside('full');
    const blocks = Math.ceil((statSync(db).size + HALF_WAY) / 512);
    const { code, out, err } = await zhagen(['import', 'long.txt'], { cwd, fileBlocks: blocks });
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^zhagen\.db: .*disk.*\n$/)]);
    expect([hashOf(db), readdirSync(cwd).sort()]).toEqual([before, FILES]);
    expect((await zhagen(['import', 'long.txt'], { cwd })).code).toBe(0);
  });
});
