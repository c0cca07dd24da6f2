import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { withProject } from '../../src/workflow/open-project.js';
import { runAll } from '../../src/workflow/run-all.js';
import { makeTable } from '../../src/workflow/make-table.js';
it('probe', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'zp-'));
  await withProject(join(dir, 'a.db'), { mode: 'create', toolVersion: 't', progress: async () => {} }, async (c) => {
    const r = await runAll(c, { paths: ['corpus/cases'], attributes: 'corpus/cases.csv', out: join(dir, 'out') });
    console.log(r.milliseconds, r.code, r.mine.newWords, r.mine.candidates);
    console.log(makeTable(c.store, { name: 'pillars' }).rows, makeTable(c.store, { name: 'raw' }).rows.slice(0, 12));
    console.log(makeTable(c.store, { name: 'frequency' }).rows.slice(0, 12), dir);
  });
});
