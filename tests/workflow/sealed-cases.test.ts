import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { chooseCase } from '../../src/workflow/choose-case.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, redo, undo } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { explainCase } from '../../src/workflow/explain-case.js';
import { checkCases, finishCases } from '../../src/workflow/finish-cases.js';
import {
  codePassage,
  recodePassage,
  reviewPassages,
  uncodePassage,
} from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { sealCases, unsealCases } from '../../src/workflow/seal-cases.js';
import { listCases, showCase } from '../../src/workflow/show-cases.js';
import { codedProject, idsIn, tablesOf } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const LI = { coder: '李', reason: '理由' };
const cases = ['GS02'];

const whole = await codedProject('GS01', 'GS02', 'GS03', 'JX01', 'GZ01');
const without = await codedProject('GS01', 'GS03', 'JX01', 'GZ01');

const sealedIn = ({ store }: Context) => listCases({ store }).filter(({ sealed }) => sealed);

describe('a sealed case', () => {
  it('is in no table, and tables say how many are sealed beside the excluded ones', async () => {
    const context = copyProject(whole);
    await excludeCases(context, { ...LI, cases: ['JX01'] });
    await sealCases(context, { ...LI, cases: ['GS02', 'JX01'] });
    expect(idsIn(context).has('GS02')).toBe(false);
    const { source } = makeTable(context, { name: 'frequency' });
    expect(source).toMatchObject({ excluded: 1, sealed: 1, cases: listCases(context).length - 2 });
    expect(captionTable('frequency', source, 'zh')).toContain('另有 1 个案例已排除；另有 1 个预留案例');
    expect(captionTable('frequency', source, 'en')).toContain('1 more excluded; 1 more sealed');
  });

  it('leaves the tables that a project without it has, once the project is mined again', async () => {
    const [context, other] = [copyProject(whole), copyProject(without)];
    expect(tablesOf(context)).not.toEqual(tablesOf(other));
    await sealCases(context, { ...LI, cases });
    expect(await mineKeywords(context, {})).toMatchObject({ computedFor: 'excluded' });
    await codeCases(context, {});
    // The flow of cases says what was sealed.
    const [own, others] = [context, other].map((one) => tablesOf(one).filter(([name]) => name !== 'flow'));
    expect(own).toEqual(others);
    expect(await mineKeywords(context, {})).toMatchObject({ computedFor: null });
  });

  it('comes back with undo, and with unseal after the next mining', async () => {
    const context = copyProject(whole);
    const [hash, tables] = [stateHash(context.store), tablesOf(context)];
    await sealCases(context, { ...LI, cases });
    expect(sealedIn(context)).toMatchObject([{ id: 'GS02', sealed: LI, excluded: null }]);
    expect(stateHash(context.store)).not.toBe(hash);
    await undo(context, LI);
    expect([stateHash(context.store), tablesOf(context)]).toEqual([hash, tables]);
    await redo(context, LI);
    await mineKeywords(context, {});
    const opened = await unsealCases(context, { ...LI, coder: '王', cases });
    expect(opened).toMatchObject({
      decisions: [{ kind: 'unseal', coder: '王' }],
      derived: { groups: 1 },
    });
    await mineKeywords(context, { restat: true });
    await codeCases(context, {});
    expect(tablesOf(context)).toEqual(tables);
  });

  it('that is also excluded counts only when it is neither', async () => {
    const context = copyProject(whole);
    await sealCases(context, { ...LI, cases });
    await excludeCases(context, { ...LI, cases });
    await unsealCases(context, { ...LI, cases });
    expect(idsIn(context).has('GS02')).toBe(false);
    await undo(context, LI);
    await undo(context, LI);
    await unsealCases(context, { ...LI, cases });
    expect(idsIn(context).has('GS02')).toBe(true);
  });
});

describe('whoever decides about a sealed case is told how to open it', () => {
  const place = { caseId: 'GS02', quote: '合作社', nth: 1, codes: ['courtyard-economy'] };
  const done = { ...LI, cases };

  it.each<[string, (context: Context) => unknown]>([
    ['coding', (context) => codePassage(context, { ...LI, ...place })],
    ['no longer coding', (context) => uncodePassage(context, { ...LI, ...place })],
    ['coding otherwise', (context) => recodePassage(context, { ...LI, ...place, to: 'workshop' })],
    ['confirming a case', (context) => reviewPassages(context, 'confirm', done)],
    ['rejecting a case', (context) => reviewPassages(context, 'reject', done)],
    ['being done', (context) => finishCases(context, done)],
    ['checking', (context) => checkCases(context, { ...done, coder: '王', codingOf: '李' })],
    ['choosing it next', (context) => chooseCase(context, { ...LI, caseId: 'GS02' })],
    ['quoting it', (context) => decide(context, { ...LI, ...place, kind: 'add', words: ['合作社'] })],
    [
      'adding a word for it',
      (context) => decide(context, { ...LI, kind: 'add', words: ['人'], caseId: 'GS02' }),
    ],
    ['asking what would code it', async ({ store }) => explainCase({ store }, 'GS02')],
  ])('%s', async (_, act) => {
    const context = copyProject(whole);
    await sealCases(context, { ...LI, cases });
    const hash = stateHash(context.store);
    await expect(act(context)).rejects.toMatchObject({ code: 'cases/sealed', params: { id: 'GS02' } });
    expect(stateHash(context.store)).toBe(hash);
  });

  it('by the id of a passage that was given out before', async () => {
    const context = copyProject(whole);
    const [{ passage } = {}] = rowsOf(context, 'evidence').filter(({ caseId }) => caseId === 'GS02');
    await sealCases(context, { ...LI, cases });
    const confirming = reviewPassages(context, 'confirm', { ...LI, passages: [passage as string] });
    await expect(confirming).rejects.toMatchObject({ code: 'passage/unknown', params: { sealed: 'GS02' } });
  });

  it('while its text may be read, and coded again once it is unsealed', async () => {
    const context = copyProject(whole);
    await sealCases(context, { ...LI, cases });
    const { text } = showCase(context, 'GS02');
    await unsealCases(context, { ...LI, cases });
    const quote = text
      .split('\n')
      .find((one) => one.length > 20)
      ?.slice(0, 15);
    const coded = await codePassage(context, { ...LI, ...place, quote });
    expect(coded.decisions).toMatchObject([{ kind: 'code' }]);
  });
});
