import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TableName } from '../../src/model/table-name.js';
import { exportDataset } from '../../src/workflow/export-dataset.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { formatTable } from '../../src/workflow/format-table.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const PROJECT = await codedProject('JX', 'GZ');
const GROUPS = { by: 'province', group: ['江西'], against: ['贵州'] } as const;
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';

describe('tables that need an option', () => {
  it('are exported with it as they are by themselves', async () => {
    const context = copyProject(PROJECT);
    for (const coder of ['左', '李']) {
      const who = { coder, reason: '读过原文' };
      await codePassage(context, { ...who, caseId: 'JX01', codes: ['收益分红'], quote: QUOTE });
      await finishCases(context, { ...who, cases: ['JX01'] });
    }
    const coders = ['左', '李'];
    const out = join(folder.path, 'tables');
    const tables: readonly TableName[] = ['keyness', 'reliability', 'saturation'];
    await exportDataset(context, { format: 'csv', out, tables, coders, ...GROUPS });
    const own = { keyness: GROUPS, reliability: { coders }, saturation: {} } as const;
    for (const name of ['keyness', 'reliability', 'saturation'] as const) {
      const table = makeTable(context, { name, ...own[name] });
      expect(table.rows.length).toBeGreaterThan(0);
      expect(readFileSync(join(out, `${name}.csv`), 'utf8')).toBe(formatTable(table, 'csv', 'zh'));
    }
    const crosstab = join(folder.path, 'crosstab');
    await exportDataset(context, { format: 'csv', out: crosstab, tables: ['crosstab'], by: 'province' });
    expect(readFileSync(join(crosstab, 'crosstab.csv'), 'utf8')).toBe(
      formatTable(makeTable(context, { name: 'crosstab', by: 'province' }), 'csv', 'zh'),
    );
  });

  it.each([
    [{ format: 'csv', by: 'province' }, 'export/option-needs-table'],
    [{ format: 'csv', tables: ['crosstab'], by: 'province', against: ['江西'] }, 'export/option-needs-table'],
    [{ format: 'csv', tables: ['frequency'], coders: ['左', '李'] }, 'export/option-needs-table'],
    [{ format: 'gexf', by: 'province' }, 'export/option-elsewhere'],
    [{ format: 'csv', tables: ['crosstab'] }, 'tables/needs-attribute'],
    [{ format: 'csv', tables: ['reliability'] }, 'agree/two-coders'],
    [{ format: 'csv', tables: ['correspondence'] }, 'export/made-alone'],
    [{ format: 'csv', tables: ['crosswalk'] }, 'export/made-alone'],
    [{ format: 'csv', tables: ['coding', 'saturation'], batch: '1' }, 'export/no-batch'],
    [{ format: 'xlsx', tables: ['memos'], batch: '1' }, 'export/no-batch'],
    [{ format: 'json', view: 'coder:左' }, 'export/option-elsewhere'],
    [{ format: 'jsonl', batch: '1' }, 'export/option-elsewhere'],
    [{ format: 'json', codebook: 'six-pillars' }, 'export/option-elsewhere'],
    [{ format: 'json-schema', tables: ['coding'] }, 'export/option-elsewhere'],
    [{ format: 'jsonl', status: 'confirmed' }, 'export/option-elsewhere'],
    [{ format: 'dtm', coder: '左', view: 'blind' }, 'export/option-elsewhere'],
  ] as const)('are refused without, and options without their table: %o', async (request, code) => {
    const out = join(folder.path, 'refused');
    await expect(exportDataset(copyProject(PROJECT), { ...request, out })).rejects.toMatchObject({ code });
  });

  it('leave a filter that leaves nothing out to every format', async () => {
    const out = join(folder.path, 'whole.jsonl');
    const { files } = await exportDataset(copyProject(PROJECT), { format: 'jsonl', status: 'all', out });
    expect(files).toEqual([out]);
  });
});
