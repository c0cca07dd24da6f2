import { readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { compileStore, outputOf, startScript } from './compiled-store.js';
import { fillProject, temporaryStore } from './sample-project.js';

/** Writes far more than SQLite keeps in memory, so that pages of the unfinished transaction are on disk. */
const UNFINISHED = (path: string) => `
  import { createHash } from 'node:crypto';
  import { saveCases } from './store/case-table.js';
  import { openStore } from './store/open.js';
  const store = openStore(${JSON.stringify(path)}, { mode: 'write' });
  store.transaction(() => {
    for (let n = 0; n < 300; n += 1) {
      const text = String(n + 100).repeat(33_000);
      const version = createHash('sha256').update(text).digest('hex');
      saveCases(store, [{ id: 'c' + n, title: '', text, attributes: {}, source: '', batch: '1', version }]);
    }
    process.stdout.write('unfinished');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`;

describe('a process killed in the middle of a transaction', () => {
  it('leaves the project as it was, for readers and for writers', async () => {
    const compiled = compileStore();
    const store = temporaryStore();
    fillProject(store);
    const hash = stateHash(store);
    store.close();

    const child = startScript(compiled, UNFINISHED(store.path));
    expect(await outputOf(child, 'unfinished')).toBe('unfinished');
    const ended = outputOf(child);
    child.kill('SIGKILL');
    await ended;

    expect(statSync(`${store.path}-wal`).size).toBeGreaterThan(1_000_000);
    for (const mode of ['read', 'write'] as const) {
      const again = openStore(store.path, { mode });
      expect(stateHash(again)).toBe(hash);
      again.close();
    }
    expect(readdirSync(dirname(store.path))).toEqual(['zhagen.db']);
  });
});
