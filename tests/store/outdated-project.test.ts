import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { caseIds, saveCases } from '../../src/store/case-table.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open.js';
import { rejectionOf } from '../formats/rejection.js';
import { compileStore, outputOf, startScript } from './compiled-store.js';
import { GANSU, temporaryFolder } from './sample-project.js';

const KNOWN = readdirSync('src/store/migrations').length;
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A project of schema version 8, perhaps with some megabytes of contents. */
function outdatedProject(megabytes = 0): string {
  const path = join(temporaryFolder(), '旧.db');
  copyFileSync('tests/store/fixtures/version-8.db', path);
  const database = new Database(path);
  const insert = database.prepare("INSERT INTO content VALUES (?, 'rules', '规则', ?)");
  for (let n = 0; n < megabytes; n += 1) {
    insert.run(n.toString(16).padStart(64, '0'), `${n}`.repeat(2 ** 20).slice(0, 2 ** 20));
  }
  database.close();
  return path;
}

describe('a project of an earlier version', () => {
  it('is read from an updated copy that is gone afterwards; its file stays as it was', async () => {
    const path = outdatedProject();
    const before = hashOf(path);
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const store = openStore(path, { mode: 'read' });
    expect(store.copyOf).toEqual({ found: 8, known: KNOWN });
    expect(caseIds(store)).toContain(GANSU.id);
    expect(readdirSync(temporary)).toHaveLength(1);
    const writing = rejectionOf(Promise.resolve().then(() => saveCases(store, [{ ...GANSU, title: '改' }])));
    expect(await writing).toEqual({ code: 'store/read-only', params: { path } });
    store.close();
    expect([hashOf(path), readdirSync(temporary)]).toEqual([before, []]);
    openStore(path, { mode: 'write' }).close();
    expect(openStore(path, { mode: 'read' }).copyOf).toBeUndefined();
  });

  it('is read in memory that does not grow with its file', async () => {
    const folder = compileStore();
    const memoryToRead = async (path: string) => {
      const script = `
        import { openStore } from './store/open.js';
        import { caseIds } from './store/case-table.js';
        const store = openStore(${JSON.stringify(path)}, { mode: 'read' });
        if (caseIds(store).length === 0) throw new Error('nothing to read');
        store.close();
        console.log(process.resourceUsage().maxRSS / 1024);`;
      return Number(await outputOf(startScript(folder, script)));
    };
    const small = await memoryToRead(outdatedProject(24));
    expect(small).toBeGreaterThan(0);
    expect(await memoryToRead(outdatedProject(72))).toBeLessThan(small + 24);
  }, 60_000);

  it('is brought up to date once when two processes open it at the same time', async () => {
    const path = outdatedProject();
    const folder = compileStore();
    const first = new Database(path);
    first.exec('BEGIN IMMEDIATE');
    const script = `
      import { openStore } from './store/open.js';
      console.log('opening');
      try { openStore(${JSON.stringify(path)}, { mode: 'write' }).close(); console.log('opened'); }
      catch (error) { console.log(error.message); }`;
    const second = startScript(folder, script);
    const output = outputOf(second);
    await outputOf(second, 'opening');
    // It has read the version by now and waits for the lock.
    await sleep(500);
    migrate(first, path);
    first.exec('COMMIT');
    first.close();
    expect(await output).toBe('opening\nopened\n');
  });
});
