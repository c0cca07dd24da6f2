import { expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { withProject } from '../../src/workflow/open-project.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { db, server } = await serveCopyOf(await ranProject('JX01'));
const headers = await enter(server);
const decided = <T>(work: (context: Context) => Promise<T>) => withProject(db, { mode: 'write' }, work);
const code = (coder: string, label: string) =>
  decided((context) =>
    codePassage(context, {
      coder,
      reason: '',
      caseId: 'JX01',
      span: { start: 30, end: 50 },
      codes: [label],
    }),
  );
/** What the workbench of 甲 answers who has a sheet written. */
async function handOut(sheet: object): Promise<number> {
  const body = JSON.stringify({ how: 'sheet', coder: '乙', ...sheet });
  return (await ask(server, '/api/handed/out', { method: 'POST', headers, body })).status;
}

const TELLING = [
  { what: 'contested' },
  { what: 'contested', hideNames: true },
  { what: 'contested', view: 'blind' },
  { what: 'passages', of: '乙' },
  { what: 'uncoded' },
  { what: 'screening' },
  { what: 'screening', view: 'blind' },
  { what: 'open' },
  { what: 'revisit' },
];

it('who is in the middle of a case hands out no sheet that tells what is hidden there, until they are done', async () => {
  const statuses = async () => new Set(await Promise.all(TELLING.map(handOut)));
  await code('乙', '公益性岗位');
  expect(await statuses()).toEqual(new Set([200]));
  await code('甲', '收益分红');
  expect(await statuses()).toEqual(new Set([400]));
  for (const what of ['passages', 'uncoded']) expect(await handOut({ what, view: 'blind' }), what).toBe(200);
  expect(await handOut({ what: 'axial' })).toBe(200);
  await decided((context) => finishCases(context, { coder: '甲', reason: '', cases: ['JX01'] }));
  expect(await statuses()).toEqual(new Set([200]));
});
