import { expect, it } from 'vitest';
import { listMemos } from '../../src/workflow/list-memos.js';
import { withProject } from '../../src/workflow/open-project.js';
import type { ReadCoding } from '../../src/workflow/read-case-coding.js';
import type { CodeInDetail } from '../../src/workflow/read-code.js';
import type { ReadMemo } from '../../src/workflow/read-passages.js';
import type { TablePage } from '../../src/workflow/read-table-page.js';
import { codedProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { server, db } = await serveCopyOf(await codedProject('AH', 'BJ'));
const headers = await enter(server);
const get = async <T>(path: string): Promise<T> =>
  JSON.parse((await ask(server, `/api/${path}`, { headers })).body);
const post = async (path: string, body: object) => {
  const { revision: seen } = await get<{ revision: number }>('project');
  const sent = JSON.stringify({ seen, ...body });
  const answer = await ask(server, `/api/${path}`, { method: 'POST', headers, body: sent });
  return { status: answer.status, code: JSON.parse(answer.body).code as string | undefined };
};
const workAs = (coder: string) => post('project/coder', { coder });

const [{ id: caseId } = { id: '' }] = (await get<{ rows: { id: string }[] }>('cases')).rows;
const [{ id: codeId } = { id: '' }] = await get<{ id: string }[]>('codes');
const coding = (others = '0') => get<ReadCoding>(`cases/${caseId}/coding?others=${others}`);
const [evidence] = (await get<TablePage>('tables/evidence')).rows as [Record<string, string | number>];
const { passage, start, end } = evidence;

/** What memos may be on, and where the page reads them there. */
const SUBJECTS: readonly { on: string; near?: object; read: () => Promise<readonly ReadMemo[]> }[] = [
  { on: `case:${caseId}`, read: async () => (await coding()).memos },
  { on: `code:${codeId}`, read: async () => (await get<CodeInDetail>(`codes/one?code=${codeId}`)).memos },
  {
    on: `passage:${passage}`,
    near: { caseId, start, end },
    read: async () => (await coding()).passages.find(({ id }) => id === passage)?.memos ?? [],
  },
];

it('those of others on a case are read where what others said is shown', async () => {
  await workAs('乙');
  await post('memos/write', { on: `case:${caseId}`, text: '乙所想' });
  await workAs('甲');
  const texts = async (others: string) => (await coding(others)).memos.map(({ text }) => text);
  expect(await texts('0')).toEqual([]);
  expect(await texts('1')).toEqual(['乙所想']);
  await workAs('乙');
  await post('decisions/undo', {});
  await workAs('甲');
  await post('settings/proposals', { value: 'always' });
});

it.each(SUBJECTS)(
  'a memo on $on is edited and deleted by its author, each undone as one',
  async (subject) => {
    const { read, ...on } = subject;
    const texts = async () => (await read()).map(({ text }) => text);
    const undo = () => post('decisions/undo', {});
    expect((await post('memos/write', { ...on, text: ' ' })).code).toBe('memo/empty');
    await post('memos/write', { ...on, text: '初稿' });
    const [{ id: memo, coder } = { id: '', coder: '' }] = await read();
    expect(coder).toBe('甲');
    await post('memos/edit', { memo, text: '改稿' });
    expect(await texts()).toEqual(['改稿']);
    expect((await read())[0]?.id).toBe(memo);
    await undo();
    expect(await texts()).toEqual(['初稿']);
    await post('memos/delete', { memo });
    expect(await texts()).toEqual([]);
    await undo();
    expect(await texts()).toEqual(['初稿']);

    await workAs('乙');
    for (const [path, body] of [
      ['memos/edit', { memo, text: '乙的改稿' }],
      ['memos/delete', { memo }],
    ] as const) {
      expect((await post(path, body)).code).toBe('memo/not-author');
    }
    await workAs('甲');
    await post('memos/delete', { memo });
    expect(await withProject(db, { mode: 'read' }, async (context) => listMemos(context))).toEqual([]);
  },
);
