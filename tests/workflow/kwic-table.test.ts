import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { concordance } from '../../src/workflow/concordance.js';
import { exportDataset } from '../../src/workflow/export-dataset.js';
import { formatTable, labelledTable } from '../../src/workflow/format-table.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);
const PROJECT = await codedProject('JX', 'GZ');

describe('the table of words in context', () => {
  it.each(['case', 'left', 'right'] as const)('has the lines of the concordance, sorted by %s', (sort) => {
    const context = copyProject(PROJECT);
    const rows = rowsOf(context, 'kwic', { word: '产业', sort });
    const lines = concordance(context, '产业', { sort });
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual(lines.map(({ turn: _, speaker: __, ...line }) => expect.objectContaining(line)));
  });

  it('quotes the raw text where it says', () => {
    const context = copyProject(PROJECT);
    for (const { caseId, start, end, keyword } of rowsOf(context, 'kwic', { word: '产业' })) {
      expect([...showCase(context, caseId).text].slice(start, end).join('')).toBe(keyword);
    }
  });

  it('finds all words of a code, which its caption names', () => {
    const context = copyProject(PROJECT);
    const table = makeTable(context, { name: 'kwic', word: '收益分红', sort: 'left' });
    expect(new Set(table.rows.map(({ keyword }) => keyword)).size).toBeGreaterThan(1);
    expect(labelledTable(table, 'zh').caption).toContain('检索：收益分红；按词前文字排序');
    expect(labelledTable(table, 'en').caption).toContain('Looked for: 收益分红; sorted by');
  });

  it('is exported as it is by itself', async () => {
    const context = copyProject(PROJECT);
    const out = join(folder.path, 'kwic');
    const asked = { word: '产业', sort: 'right' } as const;
    await exportDataset(context, { format: 'csv', out, tables: ['kwic'], ...asked });
    const table = makeTable(context, { name: 'kwic', ...asked });
    expect(readFileSync(join(out, 'kwic.csv'), 'utf8')).toBe(formatTable(table, 'csv', 'zh'));
  });

  it.each([
    [{ format: 'csv', tables: ['kwic'] }, 'tables/needs-word'],
    [{ format: 'csv', tables: ['kwic'], word: ' ' }, 'cases/nothing-to-find'],
    [{ format: 'csv', word: '产业' }, 'export/option-needs-table'],
    [{ format: 'tidy', word: '产业' }, 'export/option-elsewhere'],
  ] as const)('is refused without a word, and a word without it: %o', async (request, code) => {
    const out = join(folder.path, 'refused');
    await expect(exportDataset(copyProject(PROJECT), { ...request, out })).rejects.toMatchObject({ code });
  });

  it('refuses an unknown batch, and a codebook', () => {
    const context = copyProject(PROJECT);
    expect(() => makeTable(context, { name: 'kwic', word: '产业', batch: 'none' })).toThrow(
      expect.objectContaining({ code: 'cases/unknown-batch' }),
    );
    expect(() => makeTable(context, { name: 'kwic', word: '产业', codebook: 'six-pillars' })).toThrow(
      expect.objectContaining({ code: 'tables/option-elsewhere' }),
    );
  });
});
