import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { makeTable } from '../../src/workflow/make-table.js';
import type { TablePage } from '../../src/workflow/read-table-page.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { server, db } = await serveCopyOf(await ranProject('AH', 'BJ', 'FJ'));
const headers = await enter(server);
const page = async (path: string) =>
  JSON.parse((await ask(server, `/api/tables/${path}`, { headers })).body) as TablePage;

const store = openStore(db, { mode: 'read' });
const frequency = makeTable({ store }, { name: 'frequency' });
const evidence = makeTable({ store }, { name: 'evidence' });
store.close();

describe('tables of the page', () => {
  it('shows the rows that the command prints, a page at a time', async () => {
    const first = await page('evidence?limit=10');
    const second = await page('evidence?limit=10&offset=10');
    expect([...first.rows, ...second.rows]).toEqual(evidence.rows.slice(0, 20));
    expect(first).toMatchObject({ all: evidence.rows.length, matching: evidence.rows.length });
  });

  it('sorts by numbers and by text, and turns the order', async () => {
    const counts = ({ rows }: TablePage) => rows.map(({ references }) => Number(references));
    const down = counts(await page('frequency?column=references&direction=down'));
    expect(down).toEqual(frequency.rows.map(({ references }) => Number(references)).sort((a, b) => b - a));
    expect(counts(await page('frequency?column=references&direction=up'))).toEqual([...down].reverse());
    const { rows } = await page('frequency?column=coreKeyword&direction=up');
    const words = rows.map(({ coreKeyword }) => String(coreKeyword));
    expect(words).toEqual([...words].sort(new Intl.Collator('zh-CN').compare));
  });

  it('leaves the rows that have a text, and says how many', async () => {
    const word = String(evidence.rows[0]?.['code']);
    const filtered = await page(`evidence?limit=500&filter=${encodeURIComponent(word)}`);
    expect(filtered.rows.length).toBe(filtered.matching);
    expect(filtered.matching).toBeLessThan(filtered.all);
    expect(filtered.cells.every((cells) => cells.some((cell) => cell.includes(word)))).toBe(true);
  });

  it('refuses what the table does not take, and a table that there is not', async () => {
    const refused = await ask(server, '/api/tables/frequency?word=x', { headers });
    expect(refused.status).toBe(400);
    const { message } = JSON.parse(refused.body);
    expect(message).toContain('词或编码');
    expect(message).not.toContain('--');
    expect((await ask(server, '/api/tables/nothing', { headers })).status).toBe(400);
  });
});

describe('files of the page', () => {
  it('sends a workbook of one table under the name of the project', async () => {
    const {
      status,
      headers: answer,
      body,
    } = await ask(server, '/api/exports/xlsx?tables=frequency', { headers });
    expect(status).toBe(200);
    expect(answer['content-disposition']).toBe(
      "attachment; filename*=UTF-8''project-%E6%A0%B8%E5%BF%83%E5%85%B3%E9%94%AE%E8%AF%8D%E9%A2%91%E6%AC%A1%E8%A1%A8.xlsx",
    );
    expect(body.startsWith('PK')).toBe(true);
    const both = await ask(server, '/api/exports/xlsx?tables=frequency,sample', { headers });
    expect(both.headers['content-disposition']).toContain('project-xlsx.xlsx');
  });

  it('packs a format of several files', async () => {
    const { headers: answer, body } = await ask(server, '/api/exports/csv?tables=frequency', { headers });
    expect(answer['content-disposition']).toContain('.zip');
    expect(body).toContain('dictionary.csv');
  });

  it('saves a table that has to be asked something as it was asked', async () => {
    const saved = (query: string) => ask(server, `/api/exports/csv?${query}`, { headers });
    expect((await saved('tables=kwic')).status).toBe(400);
    expect((await saved(`tables=kwic&${new URLSearchParams({ word: '产业' })}`)).status).toBe(200);
    // A grouping that the file would not have is refused, not left out.
    expect((await saved('tables=keywords&by=province')).status).toBe(400);
    expect((await saved('tables=crosswalk')).status).toBe(400);
  });

  it('draws a figure as a picture that no script can be in', async () => {
    const { headers: answer, body } = await ask(server, '/api/figures/bars/picture.svg', { headers });
    expect(answer['content-type']).toBe('image/svg+xml');
    expect(answer['content-security-policy']).toContain("default-src 'none'");
    expect(body).toMatch(/^<(\?xml|svg)/);
  });

  it('gives a figure as pixels for programs without vectors', async () => {
    const { status, headers: answer, body } = await ask(server, '/api/figures/bars/picture.png', { headers });
    expect([status, answer['content-type']]).toEqual([200, 'image/png']);
    expect(body.slice(1, 4)).toBe('PNG');
  });
});

describe('a coder in the middle of a case', () => {
  it('sees no rows of it and saves no files until they are done or ask for it, which is remembered', async () => {
    const whole = await page('evidence?limit=500');
    const [{ caseId, start, end, codeId }] = whole.rows as [Record<string, string>];
    const act = async (path: string, body: object) => {
      const { revision: seen } = JSON.parse((await ask(server, '/api/project', { headers })).body);
      const sent = JSON.stringify({ seen, ...body });
      return (await ask(server, path, { method: 'POST', headers, body: sent })).status;
    };
    expect(await act('/api/passages/code', { caseId, start, end, codes: [codeId] })).toBe(200);
    const left = await page('evidence?limit=500');
    const ofCase = whole.rows.filter((row) => row['caseId'] === caseId).length;
    expect(left.rows.every((row) => row['caseId'] !== caseId)).toBe(true);
    expect(left).toMatchObject({ all: whole.all - ofCase, hidden: { rows: ofCase, cases: [caseId] } });
    const refused = await ask(server, '/api/exports/xlsx?tables=frequency', { headers });
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([400, 'web/hidden-cases']);
    expect(await act('/api/compare/proposals', { cases: [caseId] })).toBe(200);
    expect(await page('evidence?limit=500')).toMatchObject({
      all: whole.all,
      hidden: { rows: 0, cases: [] },
    });
    expect((await ask(server, '/api/exports/xlsx?tables=frequency', { headers })).status).toBe(200);
  });
});
