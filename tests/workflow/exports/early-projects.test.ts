import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportFormatNames } from '../../../src/model/export-format-name.js';
import { openStore } from '../../../src/store/open.js';
import { exportDataset } from '../../../src/workflow/export-dataset.js';
import { importCases } from '../../../src/workflow/import-cases.js';
import { mineKeywords } from '../../../src/workflow/mine-keywords.js';
import { contextOf, makeFolder } from '../project.js';

const folder = makeFolder();
afterAll(folder.remove);

/** Ids that are no names of files, look like numbers or formulas, or are long. */
const IDS = ['01', '=1+1', 'a/b', '长'.repeat(200), '𠮷𠮷', '..'];
const TEXT = '公益性岗位带动就业，*强调*|竖线<script>。收益分红到户，公益性岗位稳定增收。';

async function exportAll(name: string, isMined: boolean) {
  const store = openStore(join(folder.path, `${name}.db`), { mode: 'create' });
  const context = contextOf(store);
  const cases = join(folder.path, 'cases.jsonl');
  writeFileSync(cases, IDS.map((id) => JSON.stringify({ id, title: '|*<b>', text: TEXT })).join('\n'));
  await importCases(context, { paths: [cases] });
  if (isMined) await mineKeywords(context, { by: 'case', top: 5, minFrequency: 1 });
  const ended: Record<string, readonly string[] | string> = {};
  for (const format of exportFormatNames) {
    const out = join(folder.path, `${name}-${format}`);
    ended[format] = await exportDataset(context, { format, out }).then(
      ({ tables }) => tables,
      (error) => error.code,
    );
  }
  store.close();
  return ended;
}

const CODED = ['tidy', 'cases', 'cooccurrence', 'gexf', 'spss', 'stata', 'r', 'python'];

describe('a project that is not coded yet', () => {
  it('is exported with the tables that it has, and refused where codings are all there is to write', async () => {
    const [imported, mined] = [await exportAll('imported', false), await exportAll('mined', true)];
    for (const format of CODED)
      expect([imported[format], mined[format]]).toEqual(Array(2).fill('tables/not-coded'));
    expect([imported['dtm'], mined['dtm']]).toEqual(['screen/not-mined', []]);
    for (const format of ['json', 'jsonl', 'json-schema', 'qdpx']) expect(imported[format]).toEqual([]);
    for (const format of ['xlsx', 'csv', 'docx', 'html', 'md']) {
      expect(imported[format], format).toContain('flow');
      expect(mined[format], format).not.toContain('frequency');
    }
    expect(imported['csv']).not.toContain('keywords');
    expect(mined['csv']).toEqual(expect.arrayContaining(['flow', 'top-words', 'keywords', 'weights']));
  });
});
