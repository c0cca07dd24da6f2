import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/formats/csv.js';
import type { Context } from '../../../src/project/context.js';
import { exportDataset } from '../../../src/workflow/export-dataset.js';
import { codedProject } from '../coded-project.js';
import { copyProject, makeFolder, rowsOf } from '../project.js';
import { hostileProject } from './hostile-project.js';
import { noteMissing, PYTHON_3, RSCRIPT, runScript } from './statistics-programs.js';

const CODED = await codedProject('JX', 'HN');
const HOSTILE = await hostileProject();
const folder = makeFolder();

noteMissing({ 'python 3': PYTHON_3, Rscript: RSCRIPT });

/** Runs the script of an exported dataset in its folder, and reads what it wrote. */
async function results(context: Context, format: 'r' | 'python') {
  const out = join(folder.path, `${format} ${Math.random()}`);
  await exportDataset(context, { format, out });
  runScript(format, out);
  const read = (name: string) =>
    readCsv(readFileSync(join(out, name), 'utf8'), name).rows.map(({ values }) => values);
  return { frequency: read('frequency.csv'), crosstab: read('crosstab.csv'), cases: read('cases.csv') };
}

describe.each([
  ['python', PYTHON_3],
  ['r', RSCRIPT],
] as const)('the script of %s', (format, isThere) => {
  it.skipIf(!isThere)('computes the frequency table that we print', async () => {
    const context = copyProject(CODED);
    const { frequency } = await results(context, format);
    const table = rowsOf(context, 'frequency').filter((row) => row.assignments + row.references > 0);
    expect(table.length).toBeGreaterThan(10);
    expect(frequency.map((row) => Object.values(row)).sort()).toEqual(
      table
        .map((row) =>
          [row.coreKeyword, row.assignments, row.distinctRaw, row.cases, row.references].map(String),
        )
        .sort(),
    );
  });

  it.skipIf(!isThere)(
    'computes a crosstab whose groups add up to the cases of the coding table',
    async () => {
      const context = copyProject(CODED);
      const { crosstab, cases } = await results(context, format);
      const groups = new Set(crosstab.map((row) => Object.values(row)[1]));
      expect(groups.size).toBeGreaterThan(1);
      for (const { code, cases: n } of rowsOf(context, 'coding').filter(
        ({ level }) => level === 'selective',
      )) {
        const ofCode = crosstab.filter((row) => Object.values(row)[0] === code);
        const sum = (column: string) => ofCode.reduce((all, row) => all + Number(row[column]), 0);
        if (ofCode.length === 0) expect(n).toBe(0);
        else expect([code, sum('材料来源数'), sum('组内案例数')]).toEqual([code, n, cases.length]);
      }
    },
  );

  it.skipIf(!isThere)('runs whatever labels and attributes look like, and keeps them', async () => {
    const context = copyProject(HOSTILE);
    const { frequency, crosstab } = await results(context, format);
    const table = rowsOf(context, 'frequency').filter((row) => row.assignments + row.references > 0);
    expect(new Set(frequency.map((row) => Object.values(row)[0]))).toEqual(
      new Set(table.map(({ coreKeyword }) => coreKeyword)),
    );
    expect(new Set(crosstab.map((row) => row['省"份']))).toEqual(
      new Set(['江西 "赣"', "'=cmd|x'!A1", "$home `x'\n."]),
    );
  });
});
