import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { setSetting } from '../../src/store/setting-table.js';
import { exportDataset } from '../../src/workflow/export-dataset.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { convertWithLibreOffice, LIBREOFFICE } from '../formats/print-pdf.js';
import { rejectionOf } from '../formats/rejection.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const PROJECT = await codedProject('JX', 'GS');
const folder = makeFolder();
afterAll(folder.remove);

const PYTHON = process.env['ZHAGEN_TEST_PYTHON'] ?? 'python3';
const PYTHON_DOCX = spawnSync(PYTHON, ['-c', 'import docx']).status === 0;
const READ = `
import json, sys, docx
document = docx.Document(sys.argv[1])
print(json.dumps({
  "paragraphs": [p.text for p in document.paragraphs],
  "kept": [p.text for p in document.paragraphs if p.style and p.style.paragraph_format.keep_with_next],
  "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
}))
`;

let files = 0;
type Request = Omit<Parameters<typeof exportDataset>[1], 'out'>;

async function exportTo(context: Context, request: Request) {
  const path = join(folder.path, `${++files}.${request.format}`);
  const { notes, tables } = await exportDataset(context, { ...request, out: path });
  return { path, notes, tables, bytes: readFileSync(path) };
}

const textOf = async (context: Context, request: Request) =>
  (await exportTo(context, request)).bytes.toString('utf8');

interface ReadDocx {
  readonly paragraphs: string[];
  /** On the page of the next paragraph. */
  readonly kept: string[];
  readonly tables: string[][][];
}

function readDocx(path: string): ReadDocx {
  const { stdout } = spawnSync(PYTHON, ['-c', READ, path], { encoding: 'utf8', maxBuffer: 1e8 });
  return JSON.parse(stdout);
}

describe('reports', () => {
  it('have the numbers of the tables of the project, and no id of a run outside the appendix', async () => {
    const context = copyProject(PROJECT);
    const text = await textOf(context, { format: 'md' });
    const [body = '', appendix = ''] = text.split('## 附录 A');
    for (const { code, references, cases, assignments } of rowsOf(context, 'coding').filter(
      ({ level }) => level === 'open',
    )) {
      expect(body).toContain(`| ${code} | ${assignments} | ${cases} | ${references} |`);
    }
    const runs = context.store.all<{ id: string }>('SELECT id FROM run').map(({ id }) => id);
    expect(runs.length).toBeGreaterThan(1);
    for (const id of runs) {
      expect(body).not.toContain(id);
      expect(appendix).toContain(id);
    }
  });

  it('are written where coders are done with the same cases and gave no code', async () => {
    const context = copyProject(PROJECT);
    for (const coder of ['左', '李']) await finishCases(context, { coder, reason: '', cases: ['JX01'] });
    expect(await textOf(context, { format: 'md' })).toContain('# ');
  });

  it('quote so many passages of each code, confirmed ones first and with no mark of proposals', async () => {
    const context = copyProject(PROJECT);
    const evidence = rowsOf(context, 'evidence').filter(({ code }) => code === '收益分红');
    const { passage = '', caseId, paragraph, sentence } = evidence.at(-1) ?? {};
    await reviewPassages(context, 'confirm', { passages: [passage], coder: '王', reason: '' });
    const quotesIn = (text: string) =>
      (text.split('› 收益分红\n')[1]?.split('####')[0] ?? '')
        .split('\n')
        .filter((line) => line.startsWith('> '));
    const two = quotesIn(await textOf(context, { format: 'md' }));
    expect(two).toHaveLength(2);
    const confirmed = two.filter((line) => !line.endsWith('）\\*'));
    expect(confirmed).toHaveLength(1);
    expect(confirmed[0]).toMatch(new RegExp(`（${caseId}，第 ${paragraph} 段，第 ${sentence} 句）$`));
    expect(quotesIn(await textOf(context, { format: 'md', quotes: 1 }))).toEqual(confirmed);
    expect(await textOf(context, { format: 'md', quotes: 0 })).not.toContain('编码引文');
  });

  it('say how many rows of a long table are left out', async () => {
    const context = copyProject(PROJECT);
    const { tables, notes, bytes } = await exportTo(context, { format: 'md', tables: ['evidence'] });
    const left = rowsOf(context, 'evidence').length - 200;
    expect(left).toBeGreaterThan(0);
    expect(tables).toEqual(['evidence']);
    expect(notes).toEqual([{ kind: 'rows-not-printed', table: '编码证据表', shown: 200, count: left }]);
    expect(bytes.toString('utf8')).toContain(`另有 ${left} 行`);
  });

  it('have the sums of a table below it', async () => {
    const context = copyProject(PROJECT);
    const request = { tables: ['frequency'], quotes: 0 } as const;
    const total = '<tr class="total"><td>合计</td>';
    expect(await textOf(context, { ...request, format: 'html' })).toContain(total);
    if (!PYTHON_DOCX) return;
    const { path } = await exportTo(context, { ...request, format: 'docx' });
    const rows = readDocx(path).tables.find((table) => table.flat().includes('合计')) ?? [];
    expect(rows.findIndex((row) => row.includes('合计'))).toBe(rows.length - 1);
    expect(rows.at(-1)?.[0]).toBe('合计');
  });

  it('print no column that has no text', async () => {
    const context = copyProject(PROJECT);
    expect(rowsOf(context, 'flow').every(({ reason }) => reason === null)).toBe(true);
    const text = await textOf(context, { format: 'md', tables: ['flow'], quotes: 0 });
    expect(text).toContain('| 阶段 | 步骤 | 减少 | 增加 | 数量 |');
  });

  it('lead from counts to the quotes behind them', async () => {
    const html = await textOf(copyProject(PROJECT), { format: 'html' });
    expect(html).toContain('<a href="#quotes-dividends">');
    expect(html).toContain('<h4 id="quotes-dividends">');
  });

  it('are in the language of the project', async () => {
    const context = copyProject(PROJECT);
    setSetting(context.store, 'language', 'en');
    const html = await textOf(context, { format: 'html' });
    expect(html).toContain('<html lang="en">');
    expect(html).toMatch(/Table 2[\s\S]*Quotes[\s\S]*Appendix A/);
    expect(html.replaceAll(/<(q|td)\b.*?<\/\1>/gs, '')).not.toMatch(/[，。；：（]/);
  });

  it('are quoted in other formats by no number of quotes', async () => {
    const request = { format: 'csv', quotes: 2, out: join(folder.path, 'none') } as const;
    const rejection = await rejectionOf(exportDataset(copyProject(PROJECT), request));
    expect(rejection).toMatchObject({ code: 'export/option-elsewhere' });
  });

  it('have the same bytes in any time zone', async () => {
    const usual = process.env['TZ'];
    const context = copyProject(PROJECT);
    const written: Buffer[] = [];
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env['TZ'] = zone;
        written.push((await exportTo(context, { format: 'docx' })).bytes);
      }
    } finally {
      process.env['TZ'] = usual;
      if (usual === undefined) delete process.env['TZ'];
    }
    expect(written[0]?.equals(written[1] as Buffer)).toBe(true);
  });
});

describe.skipIf(!PYTHON_DOCX || !LIBREOFFICE)('a Word report', () => {
  it('is read by python-docx and printed by LibreOffice, cell by cell', async () => {
    const context = copyProject(PROJECT);
    const { bytes, path } = await exportTo(context, { format: 'docx' });
    const { tables, paragraphs, kept } = readDocx(path);
    const coding = tables.find(([head]) => head?.[0] === '选择式编码');
    const rows = rowsOf(context, 'coding');
    expect(coding).toHaveLength(rows.length + 1);
    for (const [at, { assignments, cases, references }] of rows.entries()) {
      expect(coding?.[at + 1]?.slice(-3)).toEqual([assignments, cases, references].map(String));
    }
    expect(paragraphs.some((text) => /^表 \d+　编码表$/.test(text))).toBe(true);
    const leads = paragraphs.filter((text) => /^证据 \d+ 段，引 \d+ 段：$/.test(text));
    expect(kept.filter((text) => text.startsWith('证据'))).toEqual(leads);
    expect(leads.length).toBeGreaterThan(9);
    const text = convertWithLibreOffice(folder.path, 'printed.docx', bytes, 'txt:Text (encoded):UTF8');
    const printed = Buffer.from(text).toString('utf8').replaceAll(/\s/g, '');
    for (const cell of [...tables.flat(2), ...paragraphs]) {
      expect(printed).toContain(cell.replaceAll(/\s/g, ''));
    }
  });
});
