import { describe, expect, it } from 'vitest';
import type { DescribedAgreement } from '../../src/messages/agreement-tables.js';
import type { Context } from '../../src/project/context.js';
import type { BrowsedDisagreements } from '../../src/workflow/browse-disagreements.js';
import { decide } from '../../src/workflow/decide.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listContested } from '../../src/workflow/list-contested.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { withProject } from '../../src/workflow/open-project.js';
import type { CoderTally } from '../../src/workflow/tally-coders.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
const { db, server } = await serveCopyOf(await ranProject('JX01', 'JX02'), '主持人');
const headers = await enter(server);

/** Works in the project as the command line does meanwhile. */
const beside = <T>(work: (context: Context) => T | Promise<T>) => withProject(db, { mode: 'write' }, work);
const by = (coder: string) => ({ coder, reason: '读过原文' });
const code = (coder: string, ...codes: string[]) =>
  beside((context) => codePassage(context, { ...by(coder), caseId: 'JX01', codes, quote: QUOTE }));
const done = (...coders: string[]) =>
  beside(async (context) => {
    for (const coder of coders) await finishCases(context, { ...by(coder), cases: ['JX01'] });
  });

const get = async <T>(path: string) => {
  const { status, body } = await ask(server, encodeURI(path), { headers });
  return { status, ...JSON.parse(body) } as T & { status: number; message?: string };
};
const post = async (path: string, body: object) => {
  const { revision: seen } = await get<{ revision: number }>('/api/project');
  const json = JSON.stringify({ seen, ...body });
  const answer = await ask(server, path, { method: 'POST', headers, body: json });
  return { status: answer.status, ...JSON.parse(answer.body) };
};
const open = (query = '') => get<BrowsedDisagreements>(`/api/agreement/open${query}`);
const undo = () => post('/api/decisions/undo', {});

describe('agreement in the page', () => {
  it('says what is missing while one coder alone has coded', async () => {
    await code('王', '收益分红');
    const { body } = await ask(server, '/api/agreement/coders', { headers });
    expect(JSON.parse(body) as CoderTally[]).toContainEqual({
      coder: '王',
      isApart: false,
      cases: 1,
      casesDone: 0,
      coded: 1,
      reviewed: 0,
      words: 0,
    });
    const report = await get('/api/agreement/report?coders=王');
    expect(report).toMatchObject({ status: 400, code: 'agree/two-coders' });
    await code('李', '公益性岗位');
    expect(await get('/api/agreement/report?coders=王,李')).toMatchObject({
      code: 'agree/nothing-in-common',
    });
    expect((await open()).total).toBe(0);
  });

  it('shows what the command shows, and the sentence that they differ about once, with both codes', async () => {
    await done('王', '李');
    const report = await get<DescribedAgreement>('/api/agreement/report?coders=王,李');
    expect(report.about.join('\n')).toContain('王、李');
    const pooled = report.tables.find(({ name }) => name === 'pooled');
    expect(pooled?.header).toContain('Krippendorff α');
    expect(pooled?.header).not.toContain('Cohen κ');
    expect(report.tables.find(({ name }) => name === 'codes')?.cells.length).toBeGreaterThan(1);
    const all = await get<DescribedAgreement>('/api/agreement/report?coders=王,李&all=1');
    expect(all.tables[0]?.header).toContain('Cohen κ');
    const { total, counts, rows } = await open();
    expect({ total, counts }).toMatchObject({ total: 1, counts: { contested: 2, settled: 0 } });
    const [row] = rows;
    expect(row).toMatchObject({ place: 'JX01', word: null, coders: ['王', '李'] });
    expect(row?.sentence?.parts[1]).toContain(QUOTE);
    expect(row?.questions.map(({ code: label }) => label).sort()).toEqual(['公益性岗位', '收益分红'].sort());
    const said = row?.questions.find(({ code: label }) => label === '收益分红')?.verdicts;
    expect(said?.map(({ coder, verdict }) => [coder, verdict])).toEqual([
      ['王', 'code'],
      ['李', 'silence'],
    ]);
  });

  it('is settled under letters, with who took part, by the statement of the command, and undone as one', async () => {
    const { rows } = await open('?hidden=1');
    const [row] = rows;
    expect(row?.coders).toEqual(['A', 'B']);
    expect(JSON.stringify(rows)).not.toMatch(/王|李|读过原文/);
    const settled = await post('/api/agreement/settle', {
      id: row?.id,
      verdictOf: 'B',
      hideNames: true,
      why: 'slip',
      attendees: ['王', '李', '赵'],
      reason: '指的是岗位',
    });
    expect(settled).toMatchObject({ status: 200, result: { decided: 2 } });
    expect((await open()).counts).toMatchObject({ contested: 0, settled: 2 });
    const logged = await beside(({ store }) => listDecisions({ store }).at(-1));
    expect(logged).toMatchObject({
      kind: 'adjudicate',
      coder: '主持人',
      reason: '指的是岗位',
      after: { verdictOf: '李', why: 'slip', attendees: ['王', '李', '赵'] },
    });
    await undo();
    expect((await open()).counts).toMatchObject({ contested: 2, settled: 0 });
    const unknown = { id: row?.id, verdictOf: 'Z' };
    const again = await post('/api/agreement/settle', unknown);
    expect(again).toMatchObject({ status: 400, code: 'decide/no-verdict-of' });
    expect(again.message).toMatch(/王|李/);
    const hidden = await post('/api/agreement/settle', { ...unknown, hideNames: true });
    expect(hidden.message).toMatch(/A, B/);
    expect(hidden.message).not.toMatch(/王|李/);
  });

  it('is of words, too, and refuses what is settled', async () => {
    const word = await beside(async (context) => {
      const [first] = makeTable(context, { name: 'raw' }).rows;
      const named = String(first?.['rawKeyword']);
      await decide(context, { ...by('王'), kind: 'keep', words: [named] });
      await decide(context, { ...by('李'), kind: 'drop', words: [named] });
      return named;
    });
    const { rows } = await open();
    const row = rows.find((one) => one.word === word);
    expect(row?.questions[0]).toMatchObject({ about: 'screening', passage: null });
    await post('/api/agreement/settle', { id: row?.id, verdictOf: '李' });
    expect(await beside(({ store }) => listContested(store, null, undefined))).toEqual([]);
    const none = await post('/api/agreement/settle', { id: 'nothing', verdictOf: '王' });
    expect(none).toMatchObject({ status: 400, code: 'decide/not-contested' });
    const late = await post('/api/agreement/settle', { id: row?.id, verdictOf: '王' });
    expect(late).toMatchObject({ status: 400, code: 'decide/not-contested' });
    await undo();
  });

  it('hides from a coder what is in a case that they began and are not done with, until they ask for it', async () => {
    await code('主持人', '收益分红');
    const hidden = await open();
    // What is said of a word for all groups is said of the group of this case, too.
    expect(hidden.unfinished).toBe(2);
    expect(hidden.rows).toEqual([]);
    const shown = await open('?unfinished=1');
    expect(shown.unfinished).toBe(0);
    expect([hidden, shown].map(({ counts }) => counts.contested)).toEqual([0, 3]);
    await done('主持人');
    expect((await open()).unfinished).toBe(0);
  });
});
