import { expect, it } from 'vitest';
import { saveCases } from '../../src/store/case-table.js';
import { openStore } from '../../src/store/open.js';
import { latestCodingRun, readRun, saveRun } from '../../src/store/run-table.js';
import { casesContaining } from '../../src/store/string-index.js';
import { GANSU, JIANGSU, makeCase, makeRun, temporaryStore } from './sample-project.js';

it('runs over the same case versions, in any order, store them once and read them as they are', () => {
  const store = temporaryStore();
  saveCases(store, [JIANGSU, GANSU]);
  saveRun(store, makeRun('a', 'mine', [JIANGSU, GANSU]));
  saveRun(store, makeRun('b', 'screen', [GANSU, JIANGSU]));
  saveRun(store, makeRun('c', 'code', [GANSU]));
  expect(store.all('SELECT hash FROM case_set')).toHaveLength(2);
  const both = [JIANGSU, GANSU].map(({ id, version }) => ({ caseId: id, version }));
  expect(readRun(store, 'a'.repeat(16))?.cases).toEqual(both);
  expect(readRun(store, 'b'.repeat(16))?.cases).toEqual(both);
  expect(readRun(store, 'c'.repeat(16))?.cases).toEqual([both[1]]);
  expect(() => saveRun(store, makeRun('d', 'code', [makeCase('新', '新')]))).toThrow('新');
});

it('the run that coded is found by its codebook, the latest of several', () => {
  const store = temporaryStore();
  const { codebook: hash } = makeRun('a', 'code').inputs;
  for (const id of ['a', 'b']) saveRun(store, makeRun(id, 'code'));
  saveRun(store, { ...makeRun('c', 'code'), inputs: {} });
  expect(latestCodingRun(store, hash)?.id).toBe('b'.repeat(16));
  expect(latestCodingRun(store, undefined)?.id).toBe('c'.repeat(16));
  expect(latestCodingRun(store, 'f'.repeat(64))).toBeUndefined();
});

it('what was remembered of a project is read again when another connection has written, and after a rollback', () => {
  const store = temporaryStore();
  const count = () =>
    store.remember('cases', () => store.get<{ n: number }>('SELECT count(*) AS n FROM project_case')?.n);
  saveCases(store, [GANSU]);
  expect(count()).toBe(1);
  const other = openStore(store.path, { mode: 'write' });
  saveCases(other, [JIANGSU]);
  expect(count()).toBe(2);
  expect(() =>
    store.transaction(() => {
      saveCases(store, [makeCase('新', '新')]);
      expect(count()).toBe(3);
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(count()).toBe(2);
  expect(casesContaining(store, ['扶贫']).size).toBe(1);
  other.close();
});
