import { expect, it } from 'vitest';
import type { DescribedAgreement } from '../../src/messages/agreement-tables.js';
import type { Figure } from '../../src/model/figure.js';
import type { Context } from '../../src/project/context.js';
import { decide } from '../../src/workflow/decide.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { withProject } from '../../src/workflow/open-project.js';
import type { TablePage } from '../../src/workflow/read-table-page.js';
import type { ListedWords } from '../../src/workflow/screening/screened-words.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { db, server } = await serveCopyOf(await ranProject('JX01', 'JX02'));
const headers = await enter(server);
const get = async <T>(path: string) =>
  JSON.parse((await ask(server, encodeURI(`/api/${path}`), { headers })).body) as T;
const decided = <T>(work: (context: Context) => Promise<T>) => withProject(db, { mode: 'write' }, work);
const by = (coder: string) => ({ coder, reason: '读过原文' });
const code = (coder: string, caseId: string, start: number, label: string) =>
  decided((context) =>
    codePassage(context, { ...by(coder), caseId, span: { start, end: start + 20 }, codes: [label] }),
  );
const done = (coder: string, ...cases: string[]) =>
  decided((context) => finishCases(context, { ...by(coder), cases }));

/** The report, its table and its figure as 甲 reads them. */
const readAll = async () => {
  const report = await get<DescribedAgreement>('agreement/report?coders=甲,乙');
  const table = await get<TablePage>('tables/reliability?coders=甲,乙');
  const figure = await get<Figure>('figures/agreement');
  return { report, table, figure };
};

it('agreement says nothing of cases that its reader is in the middle of, until they ask for it', async () => {
  await code('甲', 'JX02', 30, '收益分红');
  await code('乙', 'JX02', 30, '收益分红');
  for (const coder of ['甲', '乙']) await done(coder, 'JX02');
  const before = await readAll();
  await code('甲', 'JX01', 30, '收益分红');
  await code('乙', 'JX01', 30, '公益性岗位');
  await done('乙', 'JX01');
  const alone = await readAll();
  expect(alone.report.tables).toEqual(before.report.tables);
  expect(alone.table.rows).toEqual(before.table.rows);
  expect(alone.figure.table.cells).toEqual(before.figure.table.cells);
  expect(alone.report.leftOut.lines.join()).toContain('您尚未编完');
  for (const caption of [alone.table.caption, alone.figure.caption])
    expect(caption).toContain('您尚未编完的 1 个案例不计。');

  // What is said of a word for all groups is said of the group of this case, too.
  const { rows } = await get<ListedWords>('screening/words?state=kept-by-rule');
  const [{ word } = { word: '' }] = rows;
  for (const coder of ['甲', '乙'])
    await decided((context) => decide(context, { ...by(coder), kind: 'drop', words: [word] }));
  const ofWords = () => get<{ code?: string }>('agreement/report?coders=甲,乙&unit=keyword');
  expect((await ofWords()).code).toBe('agree/nothing-in-common');

  const { revision: seen } = await get<{ revision: number }>('project');
  const body = JSON.stringify({ seen, cases: ['JX01'] });
  expect((await ask(server, '/api/compare/proposals', { method: 'POST', headers, body })).status).toBe(200);
  const shown = await readAll();
  expect((await ofWords()).code).toBeUndefined();
  expect(shown.report.tables.find(({ name }) => name === 'disagreements')?.cells).toHaveLength(1);
  expect(shown.table.rows).not.toEqual(alone.table.rows);
  expect(shown.figure.table.cells).not.toEqual(alone.figure.table.cells);
});
