import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/formats/csv.js';
import type { ExportFormatName } from '../../../src/model/export-format-name.js';
import type { Context } from '../../../src/project/context.js';
import { readCase } from '../../../src/store/case-table.js';
import { sliceCodePoints } from '../../../src/text/code-points.js';
import { exportDataset } from '../../../src/workflow/export-dataset.js';
import { addMemo } from '../../../src/workflow/write-memo.js';
import { rejectionOf } from '../../formats/rejection.js';
import { ranProject } from '../coded-project.js';
import { copyProject, makeFolder, rowsOf } from '../project.js';
import { CASE_IDS, CODE_LABELS, hostileProject } from './hostile-project.js';

const HOSTILE = await hostileProject();
const RAN = await ranProject('JX');
const folder = makeFolder();

const rowsIn = (path: string) => readCsv(readFileSync(path, 'utf8'), path).rows.map(({ values }) => values);

async function exported(context: Context, format: ExportFormatName, file?: string) {
  const out = join(folder.path, `${format} ${Math.random()}`);
  await exportDataset(context, { format, out });
  return rowsIn(file === undefined ? out : join(out, file));
}

describe('tidy', () => {
  it('has one row for each coding, whose words stand where it says', async () => {
    const context = copyProject(RAN);
    const rows = await exported(context, 'tidy');
    const evidence = [...rowsOf(context, 'evidence'), ...rowsOf(context, 'counter-evidence')];
    expect(rows.map((row) => row['段落编号']).sort()).toEqual(evidence.map(({ passage }) => passage).sort());
    for (const row of rows) {
      const text = readCase(context.store, row['案例'] as string)?.text ?? '';
      const [start, end] = [Number(row['起始字符']), Number(row['结束字符'])];
      expect(sliceCodePoints(text, { start, end })).toBe(row['原文']);
    }
  });

  it('counts as references what the frequency table counts', async () => {
    const context = copyProject(RAN);
    const rows = (await exported(context, 'tidy')).filter((row) => row['计为编码参考点'] === '1');
    for (const { codeId, references } of rowsOf(context, 'frequency')) {
      expect([codeId, rows.filter((row) => row['编码代号'] === codeId).length]).toEqual([codeId, references]);
    }
  });

  it('keeps ids, labels and attributes as they are, whatever they look like', async () => {
    const rows = await exported(copyProject(HOSTILE), 'tidy');
    expect(new Set(rows.map((row) => row['案例']))).toEqual(new Set(CASE_IDS));
    expect(new Set(rows.map((row) => row['编码 (2)']))).toEqual(new Set(['总类']));
    expect(new Set(rows.map((row) => row['开放式编码']))).toEqual(new Set(Object.values(CODE_LABELS)));
    expect(rows.find((row) => row['案例'] === '=1')).toMatchObject({
      代码: '04',
      '省"份': "'=cmd|x'!A1",
      编码者: 'zhagen',
      '编码者 (2)': '乙',
    });
  });

  it('carries the memos on a coded passage', async () => {
    const context = copyProject(RAN);
    const [first] = rowsOf(context, 'evidence');
    await addMemo(context, { on: `passage:${first?.passage}`, text: '值得细读', coder: '王' });
    const row = (await exported(context, 'tidy')).find((one) => one['段落编号'] === first?.passage);
    expect(row?.['备忘']).toBe('值得细读');
  });

  it('refuses tables', async () => {
    const written = exportDataset(copyProject(RAN), { format: 'tidy', out: 'x', tables: ['coding'] });
    expect(await rejectionOf(written)).toMatchObject({ code: 'export/option-elsewhere' });
  });
});

describe('cases', () => {
  it('has the numbers of the coding table at every level: a case counts once for a code', async () => {
    const context = copyProject(RAN);
    const coding = rowsOf(context, 'coding');
    for (const level of new Set(coding.map((row) => row.level))) {
      const rows = await exported(context, 'cases', `${level}-binary.csv`);
      for (const { code, cases } of coding.filter((row) => row.level === level)) {
        expect([code, rows.reduce((sum, row) => sum + Number(row[code]), 0)]).toEqual([code, cases]);
      }
    }
  });

  it('counts a passage once for a code, however many codes under it were given to it', async () => {
    const context = copyProject(RAN);
    const evidence = rowsOf(context, 'evidence').filter(({ origins }) => origins.join() !== 'keyword');
    const [pillar] = rowsOf(context, 'coding');
    const under = rowsOf(context, 'coding').filter(({ level1 }) => level1 === pillar?.code);
    const ids = under.map(({ codeId }) => codeId);
    const passages = evidence.filter(({ codeId }) => ids.includes(codeId));
    const rows = await exported(context, 'cases', `${pillar?.level}-references.csv`);
    const counted = rows.reduce((sum, row) => sum + Number(row[pillar?.code as string]), 0);
    expect(counted).toBe(new Set(passages.map((one) => `${one.caseId} ${one.start} ${one.end}`)).size);
    expect(counted).toBeLessThan(passages.length);
  });

  it('tells codes of one name apart and keeps all cases', async () => {
    const rows = await exported(copyProject(HOSTILE), 'cases', 'low-assignments.csv');
    expect(rows.map((row) => row['案例'])).toEqual([...CASE_IDS].sort());
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(['AND', 'and (2)', "'=1+1"]));
  });
});
