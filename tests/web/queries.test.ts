import { describe, expect, it } from 'vitest';
import type { ListedCode } from '../../src/workflow/list-codes.js';
import type { BrowsedQuery } from '../../src/workflow/queries/browse-query.js';
import type { ListedQuery } from '../../src/workflow/queries/saved-queries.js';
import type { CodeInDetail } from '../../src/workflow/read-code.js';
import { codedProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const served = await serveCopyOf(await codedProject('AH', 'BJ'));
const headers = await enter(served.server);

const get = async <T>(path: string): Promise<T> =>
  JSON.parse((await ask(served.server, path, { headers })).body);
const post = async (path: string, body: object) => {
  const { revision: seen } = await get<{ revision: number }>('/api/project');
  const json = JSON.stringify({ seen, ...body });
  return ask(served.server, path, { method: 'POST', headers, body: json });
};
const find = (query: Record<string, string>) =>
  get<BrowsedQuery>(`/api/queries/sentences?${new URLSearchParams(query)}`);
const codes = () => get<ListedCode[]>('/api/codes');

describe('a query', () => {
  it('finds the sentences with all words, in the cases with the attribute, and with the code', async () => {
    const all = await find({ words: '村' });
    expect(all.total).toBeGreaterThan(3);
    for (const row of all.rows) expect(row.quote).toContain('村');
    const quote = all.rows[0]?.quote ?? '';
    const letter = [...quote].find((one) => /\p{Script=Han}/u.test(one) && one !== '村') ?? '';
    const both = await find({ words: `村 ${letter}` });
    expect(both.rows.map((row) => row.quote)).toContain(quote);
    expect(both.total).toBeLessThan(all.total);
    for (const row of both.rows) expect(row.quote).toMatch(new RegExp(`村.*${letter}|${letter}.*村`, 's'));
    const [{ caseId } = { caseId: '' }] = all.rows;
    const { rows } = await get<{ rows: { id: string; attributes: Record<string, string> }[] }>('/api/cases');
    const [name = '', value = ''] =
      Object.entries(rows.find(({ id }) => id === caseId)?.attributes ?? {})[0] ?? [];
    const some = await find({ words: '村', where: `${name}=${value}` });
    expect(some.total).toBeGreaterThan(0);
    expect(some.total).toBeLessThanOrEqual(all.total);
    expect((await find({ words: '村', where: `${name}=没有` })).total).toBe(0);
    const [code] = await codes();
    expect((await find({ words: '村', code: code?.id ?? '' })).total).toBe(0);
    const [sentence] = all.rows;
    await post('/api/passages/code', { ...sentence, codes: [code?.id] });
    expect((await find({ words: '村', code: code?.id ?? '' })).rows).toEqual([sentence]);
    expect((await find({ coder: '甲' })).rows).toEqual([sentence]);
    await post('/api/decisions/undo', {});
    const refused = async (query: Record<string, string>) =>
      (await ask(served.server, `/api/queries/sentences?${new URLSearchParams(query)}`, { headers })).status;
    expect(await refused({ words: ' ' })).toBe(400);
    expect(await refused({ words: '村', where: '没有这个属性=1' })).toBe(400);
  });

  it('is saved by its name, and frozen into a code whose memo keeps it; one undo takes that back', async () => {
    const query = { query: '村里的事', words: '村' };
    expect((await post('/api/queries/save', { query })).status).toBe(200);
    expect(await get<ListedQuery[]>('/api/queries')).toMatchObject([{ query, by: '甲' }]);
    const before = await codes();
    const { total } = await find(query);
    const frozen = await post('/api/queries/freeze', { query, code: '村庄治理说法' });
    expect(frozen.status).toBe(200);
    const made = (await codes()).find(({ label }) => label === '村庄治理说法');
    expect((await find({ code: made?.id ?? '' })).total).toBe(total);
    const known = await get<CodeInDetail>(`/api/codes/one?${new URLSearchParams({ code: made?.id ?? '' })}`);
    expect(known.memos).toMatchObject([{ type: 'methodological', text: 'query: 村里的事\nwords: 村' }]);
    await post('/api/decisions/undo', {});
    expect(await codes()).toEqual(before);
    expect((await find({ coder: '甲' })).total).toBe(0);
    const none = { query: { query: '无', words: '绝对没有的词语' }, code: '村庄治理说法' };
    expect((await post('/api/queries/freeze', none)).status).toBe(400);
    await post('/api/decisions/undo', {});
    expect(await get('/api/queries')).toEqual([]);
  });

  it('is renamed, saved again under its name and deleted by whoever saved it, each undone as one', async () => {
    const names = async () =>
      (await get<ListedQuery[]>('/api/queries')).map(({ query }) => `${query.query}: ${query.words}`);
    const undo = () => post('/api/decisions/undo', {});
    await post('/api/queries/save', { query: { query: '水', words: '水' } });
    await post('/api/queries/save', { query: { query: '村', words: '村' } });
    await post('/api/queries/save', { query: { query: '村', words: '村里' } });
    expect(await names()).toEqual(['村: 村里', '水: 水']);
    const [{ memo } = { memo: '' }] = await get<ListedQuery[]>('/api/queries');
    expect((await post('/api/queries/rename', { memo, name: '水' })).body).toContain('query/name-taken');
    expect((await post('/api/queries/rename', { memo, name: '村庄' })).status).toBe(200);
    expect(await names()).toEqual(['村庄: 村里', '水: 水']);
    await undo();
    expect(await names()).toEqual(['村: 村里', '水: 水']);
    expect((await post('/api/memos/delete', { memo })).status).toBe(200);
    expect(await names()).toEqual(['水: 水']);
    await undo();
    expect(await names()).toEqual(['村: 村里', '水: 水']);
    await ask(served.server, '/api/project/coder', { method: 'POST', headers, body: '{"coder":"乙"}' });
    for (const [path, body] of [
      ['queries/rename', { memo, name: '乙的' }],
      ['memos/delete', { memo }],
    ] as const) {
      expect((await post(`/api/${path}`, body)).body).toContain('memo/not-author');
    }
    await ask(served.server, '/api/project/coder', { method: 'POST', headers, body: '{"coder":"甲"}' });
  });
});
