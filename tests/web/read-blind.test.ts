import { expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import type { CheckedCoding } from '../../src/workflow/check-coding.js';
import { decide } from '../../src/workflow/decide.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import type { ListedCode } from '../../src/workflow/list-codes.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { withProject } from '../../src/workflow/open-project.js';
import type { TablePage } from '../../src/workflow/read-table-page.js';
import type { ListedWords } from '../../src/workflow/screening/screened-words.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { server, db } = await serveCopyOf(await ranProject('AH', 'BJ', 'FJ'));
const headers = await enter(server);
/** The answer of a route; captions say in which view they are, and how much is hidden is said. */
const get = async (path: string) =>
  JSON.parse((await ask(server, `/api/${path}`, { headers })).body, (key, value) =>
    ['caption', 'unfinished', 'hidden', 'hiddenProposals'].includes(key) ? undefined : value,
  );
const post = async (path: string, body: object) => {
  const { revision: seen } = await get('project');
  const sent = JSON.stringify({ seen, ...body });
  return (await ask(server, `/api/${path}`, { method: 'POST', headers, body: sent })).status;
};

const evidence = ((await get('tables/evidence?limit=500')) as TablePage).rows as Record<string, string>[];
const [begun, other] = [evidence[0], evidence.find(({ caseId }) => caseId !== evidence[0]?.['caseId'])] as [
  Record<string, string>,
  Record<string, string>,
];
const { rows } = (await get('screening/words?state=kept-by-rule')) as ListedWords;
const [word = '', merged = '', judged = ''] = rows.map((row) => row.word);
const label = ((await get('codes')) as ListedCode[]).find(({ id }) => id === other['codeId'])?.label ?? '';

/** What counts and lists of the whole project are read by. */
const ROUTES = [
  'overview',
  'cases',
  'screening/words',
  'screening/clusters',
  'codes',
  'codes/changes',
  'agreement/open',
  'tables/contested',
  `screening/word?word=${encodeURIComponent(word)}`,
  'codes/columns',
  `codes/one?code=${begun['codeId']}`,
  'codes/revisit',
  `cases/${begun['caseId']}/coding`,
  `compare?code=${begun['codeId']}`,
  'theory',
  'history',
  'figures/bars',
  'figures/framework',
  ...['coding', 'frequency', 'evidence', 'matrix', 'pillars', 'raw', 'flow', 'memos', 'revisit'].map(
    (name) => `tables/${name}?limit=500`,
  ),
];
const readAll = async () => {
  const answers = await Promise.all(ROUTES.map(async (route) => [route, await get(route)] as const));
  return Object.fromEntries(
    answers.map(([route, { revision: _, isBlind: __, ...answer }]) => [route, answer]),
  );
};
const decided = (work: (context: Context) => Promise<unknown>) => withProject(db, { mode: 'write' }, work);

it('reads what others decided nowhere while in the middle of a case, until they ask for it', async () => {
  const { caseId, start, end, codeId } = begun;
  expect(await post('passages/code', { caseId, start, end, codes: [codeId] })).toBe(200);
  expect(await post('screening/decide', { kind: 'keep', words: [judged] })).toBe(200);
  const alone = await readAll();
  expect(await get('project/read-blind')).toEqual([]);
  await decided(async (context) => {
    const by = { coder: '乙', reason: '乙的理由' };
    await decide(context, { kind: 'drop', words: [word], ...by });
    // Its code learns the word, and of one word the two coders say different things.
    await decide(context, { kind: 'merge', words: [merged, label], ...by });
    await decide(context, { kind: 'drop', words: [judged], ...by });
    await codePassage(context, {
      ...by,
      caseId: String(other['caseId']),
      span: { start: Number(other['start']), end: Number(other['end']) },
      codes: [String(codeId)],
    });
    // The same passage and code, with why: of this no word is read, nor that it was coded.
    await codePassage(context, {
      ...by,
      caseId: String(caseId),
      span: { start: Number(start), end: Number(end) },
      codes: [String(codeId)],
      memo: '乙在此处的备忘录',
    });
    await addMemo(context, { on: `code:${codeId}`, text: '乙对编码的备忘录', coder: '乙' });
    await addMemo(context, { on: `case:${caseId}`, text: '乙对案例的备忘录', coder: '乙' });
    expect(listDecisions(context).some(({ coder }) => coder === '乙')).toBe(true);
  });
  expect(await get('project/read-blind')).toEqual([caseId]);
  const after = await readAll();
  for (const route of ROUTES) expect([route, after[route]]).toEqual([route, alone[route]]);
  expect((await ask(server, '/api/screening/recipe.yaml', { headers })).status).toBe(400);
  const { revision: seen } = await get('project');
  const kept = JSON.stringify({ seen, kind: 'keep', words: [judged] });
  const { body } = await ask(server, '/api/screening/decide', { method: 'POST', headers, body: kept });
  expect(JSON.parse(body).result.rows).toEqual([]);
  const ofOther = encodeURIComponent('乙');
  const casesOf = (rows: readonly { readonly caseId: string }[]) => rows.map((row) => row.caseId);
  const checked = async () => casesOf(((await get(`check?of=${ofOther}`)) as CheckedCoding).rows);
  const found = async () => casesOf((await get(`queries/sentences?code=&words=&coder=${ofOther}`)).rows);
  expect([await checked(), await found()]).toEqual([[other['caseId']], [other['caseId']]]);

  expect((await get('agreement/open?unfinished=1')).total).toBe(1);

  expect(await post('compare/proposals', { cases: [caseId] })).toBe(200);
  expect(await get('project/read-blind')).toEqual([]);
  expect([await checked(), await found()].map((cases) => cases.includes(String(caseId)))).toEqual([
    true,
    true,
  ]);
  const shown = await readAll();
  const changed = ROUTES.filter((route) => JSON.stringify(shown[route]) !== JSON.stringify(alone[route]));
  expect(changed).toEqual(
    expect.arrayContaining([
      'overview',
      'screening/words',
      'codes/columns',
      'codes',
      'codes/changes',
      'tables/contested',
      `codes/one?code=${codeId}`,
      `cases/${caseId}/coding`,
      'history',
      'tables/coding?limit=500',
    ]),
  );
});
