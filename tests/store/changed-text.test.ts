import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { readCase, saveCases } from '../../src/store/case-table.js';
import { openStore } from '../../src/store/open.js';
import { readTextParts } from '../../src/store/text-part-table.js';
import { makeFolder } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

const TEXT = '扶贫车间办起来了，妇女就近上工。';

it('a stored text that another program changed is refused when it is read, by its case', () => {
  const path = join(folder.path, 'changed.db');
  const store = openStore(path, { mode: 'create' });
  const version = createHash('sha256').update(TEXT).digest('hex');
  const about = { title: '', source: 'a.txt', batch: '1', attributes: {}, version, text: TEXT };
  saveCases(
    store,
    ['甲', '乙'].map((id) => ({ ...about, id })),
  );
  store.close();

  const other = new Database(path);
  other.exec(`UPDATE text_part SET text = replace(text, '妇女', '村民') WHERE version_no = 1`);
  other.close();

  const read = openStore(path, { mode: 'read' });
  expect(() => readCase(read, '甲')).toThrow(
    expect.objectContaining({ code: 'store/changed-text', params: { path, caseId: '甲' } }),
  );
  expect(readCase(read, '乙')?.text).toBe(TEXT);
  expect([...readTextParts(read, '甲', 'no such version')]).toEqual([]);
  read.close();
});
