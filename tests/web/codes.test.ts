import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import type { BrowsedCodes } from '../../src/workflow/browse-codes.js';
import type { BrowsedPassage, BrowsedPassages } from '../../src/workflow/browse-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import type { CodeInDetail } from '../../src/workflow/read-code.js';
import type { CodeSuggestion } from '../../src/workflow/suggest.js';
import { codedProject } from '../workflow/coded-project.js';
import { contextOf } from '../workflow/project.js';
import { ask, enter, serveCopyOf } from './served.js';

const served = await serveCopyOf(await codedProject('AH', 'BJ'));
const headers = await enter(served.server);

/** What tests look into of the project as it is now. */
function read<T>(work: (context: Context) => T): T {
  const store = openStore(served.db, { mode: 'read' });
  try {
    return work(contextOf(store));
  } finally {
    store.close();
  }
}

const get = async <T>(path: string): Promise<T> =>
  JSON.parse((await ask(served.server, path, { headers })).body);
const post = async <T = unknown>(path: string, body: object) => {
  const { revision: seen } = await get<{ revision: number }>('/api/project');
  const json = JSON.stringify({ seen, ...body });
  const { status, body: answer } = await ask(served.server, path, { method: 'POST', headers, body: json });
  return { status, ...(JSON.parse(answer) as { result: T; message?: string }) };
};
const columns = () => get<BrowsedCodes>('/api/codes/columns');
const passages = (query: Record<string, string>) =>
  get<BrowsedPassages>(`/api/compare?${new URLSearchParams(query)}`);
const ofLevel = async (at: number) => {
  const { codes, levels } = await columns();
  return codes.filter(({ level }) => level === levels.at(at)?.id);
};

describe('the columns of codes', () => {
  it('count what the coding table counts', async () => {
    const { codes } = await columns();
    const rows = read((context) => makeTable(context, { name: 'coding' }).rows);
    expect(rows.length).toBeGreaterThan(20);
    for (const { codeId, references, cases } of rows) {
      expect(codes.find(({ id }) => id === codeId)).toMatchObject({ references, cases });
    }
  });

  it('follow a move, a new name, a merge and a group; undo takes each back', async () => {
    const [axial, other] = await ofLevel(1);
    const [top] = (await ofLevel(0)).filter(({ id }) => id !== axial?.parent);
    const find = async (id = '') => (await columns()).codes.find((one) => one.id === id);
    expect((await post('/api/codes/decide', { kind: 'move', words: [axial?.id, top?.id] })).status).toBe(200);
    expect((await find(axial?.id))?.parent).toBe(top?.id);
    const { changes } = await get<{ changes: object[] }>('/api/codes/changes');
    expect(changes).toContainEqual(expect.objectContaining({ field: 'parent', after: top?.label }));
    await post('/api/codes/decide', { kind: 'rename', words: [axial?.id, '另一个名称'] });
    expect((await find(axial?.id))?.label).toBe('另一个名称');
    await post('/api/codes/decide', { kind: 'merge', words: [axial?.id, other?.id] });
    expect(await find(axial?.id)).toBeUndefined();
    for (let step = 0; step < 3; step += 1) await post('/api/decisions/undo', {});
    expect(await find(axial?.id)).toEqual(axial);
    const grouped = { kind: 'group', words: [axial?.id, other?.id], isNew: true };
    await post('/api/codes/decide', { ...grouped, words: [...grouped.words, '新的主范畴'] });
    const made = (await columns()).codes.find(({ label }) => label === '新的主范畴');
    expect((await find(other?.id))?.parent).toBe(made?.id);
    await post('/api/decisions/undo', {});
  });

  it('give keywords that no code took to a code, new or known, after suggestions with reasons', async () => {
    const { unmapped } = await columns();
    const [first, second] = unmapped.map(({ word }) => word);
    const suggested = await get<CodeSuggestion[]>(
      `/api/codes/suggestions?${new URLSearchParams({ word: first ?? '' })}`,
    );
    for (const { reasons } of suggested) expect(reasons.length).toBeGreaterThan(0);
    await post('/api/codes/found', { name: '新的核心词', words: [first, second] });
    const after = await columns();
    expect(after.unmapped.map(({ word }) => word)).not.toContain(first);
    expect(after.codes.find(({ label }) => label === '新的核心词')?.keywords).toBe(2);
    await post('/api/decisions/undo', {});
    expect(await columns()).toMatchObject({ unmapped });
    expect((await columns()).codes.some(({ label }) => label === '新的核心词')).toBe(false);
    const taken = await post('/api/codes/found', { name: (await ofLevel(-1))[0]?.label, words: [first] });
    expect(taken.status).toBe(400);
  });

  it('make no other codebook to choose when they are given to a code', async () => {
    const { codebooks, unmapped, codes } = await columns();
    const words = [unmapped[0]?.word, codes.at(-1)?.id];
    expect((await post('/api/codes/decide', { kind: 'merge', words })).status).toBe(200);
    expect((await columns()).codebooks).toEqual(codebooks);
    await post('/api/decisions/undo', {});
  });
});

describe('one code', () => {
  it('says what it means, what was noted, and what was changed', async () => {
    const [code] = await ofLevel(-1);
    const said = {
      code: code?.id,
      definition: '新的定义',
      properties: ['强度=强、弱'],
      limits: ['不含贷款'],
    };
    const { result } = await post<CodeInDetail>('/api/codes/define', said);
    expect(result).toMatchObject({
      definition: '新的定义',
      exclude: ['不含贷款'],
      properties: [{ name: '强度', dimensions: ['强', '弱'] }],
    });
    expect(result.changes.find(({ field }) => field === 'definition')?.after).toBe('新的定义');
  });

  it('is not deleted while it has anything', async () => {
    const code = (await ofLevel(-1)).find(({ references }) => references > 0);
    const { status, message } = await post('/api/codes/delete', { code: code?.id });
    expect(status).toBe(400);
    expect(message).toContain(code?.label);
  });
});

describe('proposals in the comparison', () => {
  const hiddenOf = async (code: string) => (await passages({ code })).hidden;

  it('are hidden until the coder asks for them or the project shows them, and that they were seen is remembered', async () => {
    const [top] = await ofLevel(0);
    const code = top?.id ?? '';
    const before = await passages({ code, limit: '200' });
    expect(before).toMatchObject({ rows: [], total: 0 });
    expect(before.hidden.total).toBeGreaterThan(3);
    await post('/api/settings/proposals', { value: 'always' });
    const open = await passages({ code, limit: '1' });
    expect(open).toMatchObject({ total: before.hidden.total, hidden: { total: 0, cases: [] } });
    const seen = open.rows[0]?.caseId ?? '';
    expect(open.firstShown).toEqual([seen]);
    expect((await passages({ code, limit: '1' })).firstShown).toEqual([]);
    await post('/api/decisions/undo', {});
    const after = await passages({ code, limit: '200' });
    expect(new Set(after.rows.map(({ caseId }) => caseId))).toEqual(new Set([seen]));
    expect(after.hidden.cases).toEqual(before.hidden.cases.filter((id) => id !== seen));
    await post('/api/compare/proposals', { cases: after.hidden.cases });
    expect(await hiddenOf(code)).toEqual({ total: 0, cases: [] });
    expect((await passages({ code })).total).toBe(before.hidden.total);
  });
});

describe('the passages of a code', () => {
  it('are those of the table of evidence, page by page, with their places', async () => {
    const [top] = await ofLevel(0);
    const all = await passages({ code: top?.id ?? '', limit: '200' });
    const under = new Set(
      read((context) => makeTable(context, { name: 'coding' }).rows)
        .filter(({ level1 }) => level1 === top?.label)
        .map(({ codeId }) => codeId),
    );
    const rows = read((context) => makeTable(context, { name: 'evidence' }).rows);
    const expected = rows.filter(({ codeId }) => under.has(codeId));
    const placeOf = ({ caseId, start, end, codeId, paragraph, sentence }: Record<string, unknown>) =>
      [caseId, start, end, codeId, paragraph, sentence].join(' ');
    expect(expected.length).toBeGreaterThan(3);
    expect(all.total).toBe(expected.length);
    expect(all.rows.map((row) => placeOf({ ...row })).sort()).toEqual(
      expected.map((row) => placeOf({ ...row })).sort(),
    );
    const second = await passages({ code: top?.id ?? '', offset: '2', limit: '2' });
    expect(second.rows).toEqual(all.rows.slice(2, 4));
    const [{ caseId } = { caseId: '' }] = all.rows;
    const ofCase = await passages({ code: top?.id ?? '', case: caseId, limit: '200' });
    expect(ofCase.rows).toEqual(all.rows.filter((row) => row.caseId === caseId));
  });

  it('keep their place when they are confirmed or rejected, and say who did', async () => {
    const code = (await ofLevel(-1)).find(({ references }) => references > 1)?.id ?? '';
    const before = await passages({ code });
    const [first, second] = before.rows as [BrowsedPassage, BrowsedPassage];
    const told = await post<BrowsedPassage>('/api/compare/review', { ...first, says: 'reject' });
    expect(told.result).toMatchObject({ id: first.id, status: 'rejected', said: [{ coder: '甲' }] });
    await post('/api/compare/review', { ...second, says: 'confirm' });
    const after = await passages({ code });
    expect(after.rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
    expect(after.rows.slice(0, 2).map(({ status }) => status)).toEqual(['rejected', 'confirmed']);
    expect(after.rows[0]).toMatchObject(told.result);
  });

  it('are recoded and turned against their code, also those that the program proposed; one undo takes each back', async () => {
    const code = (await ofLevel(-1)).find(({ references }) => references > 1)?.id ?? '';
    const other = (await ofLevel(-1)).find(({ id }) => id !== code);
    const before = (await passages({ code })).rows;
    const row = before.at(-1) as BrowsedPassage;
    const coding = { ...row, code: row.codeId };
    const turned = await post('/api/compare/turn', coding);
    expect(turned.status).toBe(200);
    const against = await passages({ code, against: '1' });
    expect(against.rows).toMatchObject([
      { start: row.start, end: row.end, polarity: 'contradicts', isOwn: true },
    ]);
    const statusOf = async () => (await passages({ code })).rows.find(({ id }) => id === row.id)?.status;
    expect(await statusOf()).toBe('rejected');
    await post('/api/compare/turn', { ...coding, ...against.rows[0], code: row.codeId });
    expect((await passages({ code, against: '1' })).total).toBe(0);
    await post('/api/decisions/undo', {});
    await post('/api/decisions/undo', {});
    expect((await passages({ code })).rows).toEqual(before);
    await post('/api/compare/recode', { ...coding, to: other?.id });
    expect(await statusOf()).toBe('rejected');
    const moved = await passages({ code: other?.id ?? '', case: row.caseId });
    expect(moved.rows.find(({ start, isOwn }) => isOwn && start === row.start)).toBeDefined();
    await post('/api/decisions/undo', {});
    expect((await passages({ code })).rows).toEqual(before);
  });

  it('tell what stands under both codes', async () => {
    const [top] = await ofLevel(0);
    const open = (await ofLevel(-1)).find(({ references }) => references > 1);
    const beside = await passages({ code: open?.id ?? '', beside: open?.parent ?? '' });
    expect(beside.rows.every(({ isOfBoth }) => isOfBoth)).toBe(true);
    expect((await passages({ code: top?.id ?? '' })).rows.some(({ isOfBoth }) => isOfBoth)).toBe(false);
  });
});
