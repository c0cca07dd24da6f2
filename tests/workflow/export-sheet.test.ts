import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import type { Context } from '../../src/project/context.js';
import { readCase } from '../../src/store/case-table.js';
import { type ExportOptions, exportSheet } from '../../src/workflow/export-sheet.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
const project = await codedProject('JX', 'GZ');
afterAll(folder.remove);

const OUT = join(folder.path, 'sheet.xlsx');

/** The rows of a sheet as they are written, each by its heads. */
async function sheetOf(context: Context, options: Partial<ExportOptions> & Pick<ExportOptions, 'what'>) {
  await exportSheet(context, { coder: '左', ...options }, OUT);
  const [table] = await readXlsx(OUT, readFileSync(OUT), DEFAULT_LIMITS);
  return { columns: table?.columns ?? [], rows: (table?.rows ?? []).map(({ values }) => values) };
}

describe('exportSheet', () => {
  it('has one row for each code of a passage, under the names of the study’s own levels', async () => {
    const context = copyProject(project);
    const { columns, rows } = await sheetOf(context, { what: 'passages' });
    expect(columns.slice(0, 9)).toEqual([
      '编号',
      '案例',
      '段/句',
      '原始语句（±1句）',
      '开放式编码',
      '轴心编码',
      '选择式编码',
      '判定',
      '备忘',
    ]);
    const evidence = rowsOf(context, 'evidence');
    expect(rows.map((row) => [row['案例'], row['开放式编码']])).toEqual(
      evidence.map(({ caseId, code }) => [caseId, code]),
    );
    for (const [at, { quote, start, end }] of evidence.entries()) {
      expect(rows[at]?.['原始语句（±1句）']).toContain(`【${quote.replaceAll(/\s*\n\s*/g, '')}】`);
      expect(rows[at]?.['zhagen:span']).toBe(`${start}..${end}`);
    }
  });

  it('shows by a blank where the passage ends a paragraph', async () => {
    const context = copyProject(project);
    const { rows } = await sheetOf(context, { what: 'uncoded' });
    const [caseId = ''] = rows.map((row) => row['案例']);
    const text = [...(readCase(context.store, caseId)?.text ?? '')];
    const ofCase = rows.filter((row) => row['案例'] === caseId).slice(0, -1);
    const ends = ofCase.map((row) => Number(row['zhagen:span']?.split('..')[1]));
    const isEnd = ends.map((end) => /^\s*[\r\n]/.test(text.slice(end, end + 9).join('')));
    expect(ofCase.map((row) => /】 /.test(row['原始语句（±1句）'] ?? ''))).toEqual(isEnd);
    expect(new Set(isEnd)).toEqual(new Set([true, false]));
  });

  it('shows a coder their own verdicts and nobody else’s', async () => {
    const context = copyProject(project);
    const [first, second] = rowsOf(context, 'evidence').map(({ passage }) => passage);
    await reviewPassages(context, 'confirm', { passages: [String(first)], coder: '左', reason: '' });
    await reviewPassages(context, 'confirm', { passages: [String(second)], coder: '王', reason: '' });
    const { rows } = await sheetOf(context, { what: 'passages' });
    expect(rows.map((row) => row['判定']).filter(Boolean)).toEqual(['确认']);
  });

  it('shows in a blind sheet the passages once, with no code of anybody', async () => {
    const context = copyProject(project);
    const { columns, rows } = await sheetOf(context, { what: 'passages', view: 'blind' });
    const places = new Set(
      rowsOf(context, 'evidence').map(({ caseId, start, end }) => `${caseId} ${start}..${end}`),
    );
    expect(new Set(rows.map((row) => `${row['案例']} ${row['zhagen:span']}`))).toEqual(places);
    expect(rows).toHaveLength(places.size);
    expect(columns).not.toContain('判定');
    const labels = rowsOf(context, 'evidence').map(({ code }) => code);
    for (const row of rows) {
      const written = Object.entries(row).filter(([head]) => head !== '原始语句（±1句）');
      for (const label of labels) expect(written.map(([, cell]) => cell)).not.toContain(label);
      expect(row['zhagen:code']).toBe('');
    }
  });

  it('lists in a blind sheet the sentences that the coder did not code, whatever others did', async () => {
    const context = copyProject(project);
    const open = await sheetOf(context, { what: 'uncoded' });
    const blind = await sheetOf(context, { what: 'uncoded', view: 'blind' });
    expect(open.rows).toHaveLength(makeTable(context, { name: 'uncoded' }).rows.length);
    expect(blind.rows.length).toBeGreaterThan(open.rows.length);
  });

  it('draws the same rows for the same seed, in their order, and others for another', async () => {
    const context = copyProject(project);
    const drawnBy = async (request: { sample?: string; seed?: number }) =>
      (await sheetOf(context, { what: 'passages', ...request })).rows.map((row) =>
        [row['zhagen:case'], row['zhagen:span'], row['zhagen:code']].join(' '),
      );
    const all = await drawnBy({});
    const drawn = await drawnBy({ sample: '30%', seed: 7 });
    expect(drawn).toHaveLength(Math.ceil(all.length * 0.3));
    expect(await drawnBy({ sample: '30%', seed: 7 })).toEqual(drawn);
    expect(await drawnBy({ sample: '30%', seed: 8 })).not.toEqual(drawn);
    expect(drawn).toEqual(all.filter((row) => drawn.includes(row)));
  });

  it.each(['0', '101%', 'ten', '-3', '2.5'])('refuses the sample %s', async (sample) => {
    const context = copyProject(project);
    await expect(sheetOf(context, { what: 'passages', sample })).rejects.toMatchObject({
      code: 'sheet/bad-sample',
    });
  });

  it('writes the same bytes again, also as CSV with all that import needs', async () => {
    const context = copyProject(project);
    const bytes = async (out: string) => {
      await exportSheet(context, { what: 'passages', coder: '左' }, join(folder.path, out));
      return readFileSync(join(folder.path, out));
    };
    expect(await bytes('one.xlsx')).toEqual(await bytes('two.xlsx'));
    const csv = (await bytes('one.csv')).toString('utf8');
    expect(csv.startsWith('\ufeff编号,案例')).toBe(true);
    expect(csv.split('\n')[0]).toContain('zhagen:span');
  });

  it('has each kept keyword of a keyword study once, with the code that it went to', async () => {
    const context = copyProject(project);
    const { rows } = await sheetOf(context, { what: 'open' });
    const kept = rowsOf(context, 'raw').filter((row) => row.kept);
    expect(new Set(rows.map((row) => row['关键词']))).toEqual(new Set(kept.map((row) => row.rawKeyword)));
    expect(rows.length).toBe(new Set(rows.map((row) => row['关键词'])).size);
  });

  it('has a row for each code, with the codes above it', async () => {
    const context = copyProject(project);
    const { rows } = await sheetOf(context, { what: 'axial' });
    expect(rows[0]).toMatchObject({
      开放式编码: '防贫预警',
      轴心编码: '实施动态监测',
      选择式编码: '落实防贫保障',
    });
  });
});
