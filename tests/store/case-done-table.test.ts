import { expect, it } from 'vitest';
import { readAllDone } from '../../src/store/case-done-table.js';
import { caseIds, saveCases } from '../../src/store/case-table.js';
import { makeCase, temporaryStore } from './sample-project.js';

it('those who are done with many cases are found in a time that grows with the cases, not with their square', () => {
  const store = temporaryStore();
  const count = 6000;
  saveCases(
    store,
    Array.from({ length: count }, (_, n) => makeCase(`c${n}`, `第${n}例。`)),
  );
  store.run(`INSERT INTO coder (name) VALUES ('甲')`);
  store.run(`INSERT INTO case_done SELECT 'b', version_no, '甲', '甲', '' FROM case_version`);
  const ids = caseIds(store, { scope: 'all' });
  const before = process.cpuUsage();
  expect(readAllDone(store, { codebookId: 'b', caseIds: ids })).toHaveLength(count);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(500);
  expect(readAllDone(store, { codebookId: 'other', caseIds: ids })).toEqual([]);
});
