import { describe, expect, it } from 'vitest';
import { caseIds } from '../../src/store/case-table.js';
import { openStore } from '../../src/store/open.js';
import { compileStore, outputOf, startScript } from '../store/compiled-store.js';
import { fillProject, temporaryStore } from '../store/sample-project.js';

const ROUNDS = 25;
const BATCH = 40;

/** Adds batch after batch, each in one transaction, and prints a line when one is safe. */
const WRITER = (path: string, round: number) => `
  import { createHash } from 'node:crypto';
  import { writeSync } from 'node:fs';
  import { saveCases } from './store/case-table.js';
  import { openStore } from './store/open.js';
  const store = openStore(${JSON.stringify(path)}, { mode: 'write' });
  for (let batch = 0; ; batch += 1) {
    const cases = Array.from({ length: ${BATCH} }, (_, n) => {
      const id = 'round-${round}/' + batch + '/' + n;
      const text = id.repeat(2000);
      const version = createHash('sha256').update(text).digest('hex');
      return { id, title: id, text, attributes: {}, source: id, batch: String(batch), version };
    });
    saveCases(store, cases);
    writeSync(1, 'saved\\n');
  }`;

describe('a process killed at any moment', () => {
  it('loses nothing it had finished and leaves nothing half done', async () => {
    const compiled = compileStore();
    const store = temporaryStore();
    fillProject(store);
    let known = caseIds(store).length;
    store.close();
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = startScript(compiled, WRITER(store.path, round));
      const output = outputOf(child);
      await outputOf(child, 'saved');
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 150));
      child.kill('SIGKILL');
      const finished = (await output).match(/saved/g)?.length ?? 0;

      const after = openStore(store.path, { mode: 'read' });
      const added = caseIds(after).length - known;
      expect(after.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
      after.close();
      expect(added % BATCH).toBe(0);
      expect(added).toBeGreaterThanOrEqual(finished * BATCH);
      known += added;
    }
  });
});
