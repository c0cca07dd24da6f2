import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExportFormatName } from '../../../src/model/export-format-name.js';
import { rowShapes, tableNames } from '../../../src/model/table-rows.js';
import { explainColumn } from '../../../src/report/columns/explain-column.js';
import { exportDataset } from '../../../src/workflow/export-dataset.js';
import { codedProject } from '../coded-project.js';
import { copyProject, makeFolder } from '../project.js';

const folder = makeFolder();
afterAll(folder.remove);
const PROJECT = await codedProject('JX');

const rowsIn = (path: string): string[][] => parse(readFileSync(path), { bom: true });

/** The dictionary of an export, and how the files that it speaks of begin. */
async function exported(format: ExportFormatName) {
  const out = join(folder.path, `${format}.csv`);
  await exportDataset(copyProject(PROJECT), { format, out });
  const isFolder = format !== 'tidy';
  const path = isFolder ? join(out, 'dictionary.csv') : join(folder.path, 'tidy.dictionary.csv');
  const [heads = [], ...rows] = rowsIn(path);
  const described = rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
  const headOf = (file: string) => rowsIn(isFolder ? join(out, file) : out)[0];
  return { described, headOf };
}

describe('the data dictionary', () => {
  it.each(tableNames)('says in both languages what each column of %s holds', (name) => {
    for (const column of Object.keys(rowShapes[name])) {
      const { zh, en } = explainColumn(column, name).meaning;
      expect(zh, column).toMatch(/\p{Script=Han}/u);
      expect(en, column).toMatch(/[a-z]/);
      expect(en, column).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(['tidy', 'cases', 'spss', 'stata', 'r', 'python'] as const)(
    'of %s has every column of every file of data, as the file calls it',
    async (format) => {
      const { described, headOf } = await exported(format);
      const files = [...new Set(described.map(({ file }) => file ?? ''))];
      expect(files).toContain(format === 'cases' ? 'axial-binary.csv' : 'codings.csv');
      for (const file of files) {
        const columns = described.filter((one) => one['file'] === file).map(({ column }) => column);
        expect(columns, file).toEqual(headOf(file));
      }
      for (const { column, zh, en, type, meaningZh, meaningEn } of described) {
        for (const text of [zh, en, type, meaningZh, meaningEn]) expect(text, column).not.toBe('');
      }
    },
  );

  it('says what is counted', async () => {
    const { described } = await exported('csv');
    const unitOf = (file: string, column: string) => {
      const { unitZh, unitEn } =
        described.find((one) => one['file'] === file && one['column'] === column) ?? {};
      return [unitZh, unitEn];
    };
    expect(unitOf('frequency.csv', 'assignments')).toEqual(['个案例—关键词对', 'case × keyword pairs']);
    expect(unitOf('frequency.csv', 'share')).toEqual(['比例（0 至 1）', 'share (0 to 1)']);
    expect(unitOf('frequency.csv', 'coreKeyword')).toEqual(['', '']);
  });
});
