import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import type { CheckedCoding, CheckedPassage } from '../../src/workflow/check-coding.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { withProject } from '../../src/workflow/open-project.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { db, server } = await serveCopyOf(await ranProject('JX01', 'JX02'), '老师');
const headers = await enter(server);
const within = <T>(work: (context: Context) => T | Promise<T>) => withProject(db, { mode: 'write' }, work);

await within(async (context) => {
  for (let at = 0; at < 30; at += 1) {
    const span = { start: at * 12, end: at * 12 + 10 };
    await codePassage(context, {
      caseId: 'JX01',
      codes: ['收益分红'],
      span,
      coder: '学生',
      reason: `第${at}处`,
    });
  }
});

const get = async <T>(path: string): Promise<T> =>
  JSON.parse((await ask(server, encodeURI(path), { headers })).body);
const post = async (path: string, body: object) => {
  const { revision: seen } = await get<{ revision: number }>('/api/project');
  const json = JSON.stringify({ seen, ...body });
  const answer = await ask(server, path, { method: 'POST', headers, body: json });
  return { status: answer.status, ...JSON.parse(answer.body) };
};
const workAs = (coder: string) => post('/api/project/coder', { coder });
const drawn = (seed: number) => get<CheckedCoding>(`/api/check?of=学生&sample=6&seed=${seed}`);
const placeOf = ({ id, caseId, start, end }: CheckedPassage) => ({ id, caseId, start, end });
const memoOn = (row: CheckedPassage) => ({ on: `passage:${row.id}`, near: placeOf(row) });
const idsOf = ({ rows }: CheckedCoding) => rows.map(({ id }) => id);

describe('checking what a student coded', () => {
  it('draws the same passages for a seed, others for another, with why they were coded so', async () => {
    const first = await drawn(1);
    expect(first).toMatchObject({ coded: 30, drawn: 6, counts: { open: 6 } });
    expect(first.rows[0]?.reason).toMatch(/^第\d+处$/);
    expect(idsOf(await drawn(1))).toEqual(idsOf(first));
    expect(idsOf(await drawn(2))).not.toEqual(idsOf(first));
    const refused = await get<{ code: string }>('/api/check?of=学生&sample=许多');
    expect(refused.code).toBe('sheet/bad-sample');
  });

  it('agrees, comments and returns by statements of the commands, and the sample stays', async () => {
    const before = await drawn(1);
    const [agreed, commented, returned] = before.rows as [CheckedPassage, CheckedPassage, CheckedPassage];
    await post('/api/check/agree', placeOf(agreed));
    await post('/api/memos/write', { ...memoOn(commented), text: '可再补一句' });
    await post('/api/memos/write', { ...memoOn(returned), type: 'return', text: '请再看定义' });
    const after = await drawn(1);
    expect(idsOf(after)).toEqual(idsOf(before));
    expect(after.counts).toEqual({ open: 4, agreed: 1, returned: 1, answered: 0 });
    expect(after.rows[2]?.returned).toMatchObject({ coder: '老师', text: '请再看定义' });
    const memos = await within((context) => listMemos(context));
    expect(memos.map(({ type, coder, passage }) => [type, coder, passage])).toEqual([
      ['note', '老师', commented.id],
      ['return', '老师', returned.id],
    ]);
    const revisit = await within((context) => makeTable(context, { name: 'revisit' }).rows);
    expect(revisit).toMatchObject([{ coder: '学生', passage: returned.id, changed: 'returned' }]);
  });

  it('comes back to the student, who answers; the teacher sees that', async () => {
    expect(await get('/api/check/returned')).toEqual([]);
    await workAs('学生');
    const [back, ...more] = await get<CheckedPassage[]>('/api/check/returned');
    expect(more).toEqual([]);
    if (!back) throw new Error('nothing came back');
    expect(back).toMatchObject({ returned: { coder: '老师', text: '请再看定义' }, code: '收益分红' });
    await post('/api/memos/write', { ...memoOn(back), text: '按定义第三条' });
    expect(await get('/api/check/returned')).toEqual([]);
    await workAs('老师');
    expect((await drawn(1)).counts).toEqual({ open: 4, agreed: 1, returned: 0, answered: 1 });
    await post('/api/check/agree', placeOf(back));
    expect((await drawn(1)).counts).toEqual({ open: 4, agreed: 2, returned: 0, answered: 0 });
  });
});
