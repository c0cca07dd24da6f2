import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { casesContaining } from '../../src/store/string-index.js';
import { chooseCase } from '../../src/workflow/choose-case.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, redo, undo } from '../../src/workflow/decide.js';
import { excludeCases, includeCases } from '../../src/workflow/exclude-cases.js';
import { checkCases, finishCases } from '../../src/workflow/finish-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { listCases, showCase } from '../../src/workflow/show-cases.js';
import { codedProject, idsIn, tablesOf } from './coded-project.js';
import { copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const LI = { coder: '李', reason: '理由' };

const whole = await codedProject('GS01', 'GS02', 'GS03', 'JX01', 'GZ01');
const without = await codedProject('GS01', 'GS03', 'JX01', 'GZ01');

describe('an excluded case', () => {
  it('is in no table, and tables say how many were excluded', async () => {
    const context = copyProject(whole);
    expect(idsIn(context).has('GS02')).toBe(true);
    const report = await excludeCases(context, { ...LI, cases: ['GS02'] });
    expect(report).toMatchObject({
      derived: { groups: 1 },
      decisions: [{ kind: 'exclude', reason: '理由' }],
    });
    expect(idsIn(context).has('GS02')).toBe(false);
    expect(rowsOf(context, 'coverage').map(({ caseId }) => caseId)).not.toContain('GS02');
    const { source } = makeTable(context, { name: 'frequency' });
    expect(source).toMatchObject({ excluded: 1, cases: listCases(context).length - 1 });
    expect(captionTable('frequency', source, 'zh')).toContain('另有 1 个案例已排除');
    expect(captionTable('frequency', source, 'en')).toContain('1 more excluded');
  });

  it('leaves the tables that a project without it has, once the project is mined again', async () => {
    const [context, other] = [copyProject(whole), copyProject(without)];
    await excludeCases(context, { ...LI, cases: ['GS02'] });
    expect(await mineKeywords(context, {})).toMatchObject({ computedFor: 'excluded' });
    await codeCases(context, {});
    // The flow of cases says what was excluded.
    const [own, others] = [context, other].map((one) => tablesOf(one).filter(([name]) => name !== 'flow'));
    expect(own).toEqual(others);
    expect(await mineKeywords(context, {})).toMatchObject({ computedFor: null });
  });

  it('comes back with undo, and with include after the next mining', async () => {
    const context = copyProject(whole);
    const [hash, tables] = [stateHash(context.store), tablesOf(context)];
    await excludeCases(context, { ...LI, cases: ['GS02'] });
    expect(stateHash(context.store)).not.toBe(hash);
    await undo(context, LI);
    expect([stateHash(context.store), tablesOf(context)]).toEqual([hash, tables]);
    await redo(context, LI);
    await mineKeywords(context, {});
    await includeCases(context, { ...LI, coder: '王', cases: ['GS02'] });
    expect((await codeCases(context, {})).notMined).toEqual(['GS02']);
    await mineKeywords(context, { restat: true });
    await codeCases(context, {});
    expect(tablesOf(context)).toEqual(tables);
  });

  it('keeps its text and what people coded in it, and is listed with the reason', async () => {
    const context = copyProject(whole);
    const quote = rowsOf(context, 'uncoded').find(({ caseId }) => caseId === 'GS02')?.quote;
    const passage = { caseId: 'GS02', quote, codes: ['courtyard-economy'], nth: 1 };
    await codePassage(context, { ...LI, ...passage });
    const coded = () =>
      rowsOf(context, 'evidence', { view: 'coder:李', status: 'confirmed' }).map(({ caseId }) => caseId);
    expect(coded()).toEqual(['GS02']);
    await excludeCases(context, { ...LI, coder: '王', cases: ['GS02'] });
    expect(coded()).toEqual([]);
    expect(listCases(context).find(({ id }) => id === 'GS02')).toMatchObject({
      excluded: { coder: '王', reason: '理由' },
    });
    await includeCases(context, { ...LI, cases: ['GS02'] });
    expect(coded()).toEqual(['GS02']);
  });

  it('is no evidence for a word that occurs nowhere else', async () => {
    const context = copyProject(whole);
    const id = 'GS02';
    const { text } = showCase(context, id);
    const word = Array.from({ length: 200 }, (_, at) => text.slice(at * 3, at * 3 + 6)).find(
      (part) =>
        /^\p{Script=Han}{6}$/u.test(part) && casesContaining(context.store, [part]).get(part)?.join() === id,
    ) as string;
    await excludeCases(context, { ...LI, cases: [id] });
    expect(casesContaining(context.store, [word]).get(word)).toEqual([]);
    const adding = decide(context, { ...LI, kind: 'add', words: [word] });
    await expect(adding).rejects.toMatchObject({ code: 'screen/add-without-evidence' });
  });

  it('is excluded once, and may be the last one', async () => {
    const context = copyProject(whole);
    const all = listCases(context).map(({ id }) => id);
    await excludeCases(context, { ...LI, cases: all });
    const again = await excludeCases(context, { ...LI, coder: '王', cases: ['GS02'] });
    expect(again).toMatchObject({ decisions: [], alreadyInForce: ['GS02'] });
    expect(rowsOf(context, 'coverage')).toEqual([]);
    await expect(mineKeywords(context, {})).rejects.toMatchObject({ code: 'mine/no-cases' });
    await includeCases(context, { ...LI, cases: all });
    expect(rowsOf(context, 'coverage')).toHaveLength(all.length);
  });

  it('must be a case', async () => {
    const excluding = excludeCases(copyProject(whole), { ...LI, cases: ['GS99'] });
    await expect(excluding).rejects.toMatchObject({ code: 'cases/unknown-case' });
  });
});

describe('an attribute set by decision', () => {
  it('moves the case into another group at once, and undo moves it back', async () => {
    const context = copyProject(whole);
    const [hash, tables] = [stateHash(context.store), tablesOf(context)];
    const groupsOf = () => new Set(rowsOf(context, 'keywords').map(({ group }) => group));
    expect(groupsOf().has('青海')).toBe(false);
    const moved = await setAttributes(context, { ...LI, caseId: 'GS02', values: { province: '青海' } });
    expect(moved).toMatchObject({ derived: { groups: 2 } });
    expect(groupsOf().has('青海')).toBe(true);
    await undo(context, LI);
    expect([stateHash(context.store), tablesOf(context)]).toEqual([hash, tables]);
  });

  it('by which nothing is grouped changes nothing that is derived', async () => {
    const context = copyProject(whole);
    const set = await setAttributes(context, { ...LI, caseId: 'GS02', values: { year: '2021' } });
    expect(set.derived).toBeNull();
    expect(listCases(context).find(({ id }) => id === 'GS02')?.attributes['year']).toBe('2021');
  });

  it.each([
    [{ nowhere: '1' }, 'cases/unknown-attribute'],
    [{ year: '去年' }, 'cases/attribute-type'],
    [{}, 'cases/no-attribute'],
  ])('must be known and of its type: %o', async (values, code) => {
    const setting = setAttributes(copyProject(whole), { ...LI, caseId: 'GS02', values });
    await expect(setting).rejects.toMatchObject({ code });
  });
});

describe('a case chosen next', () => {
  it('is listed with its reason in the order of choice, until the choice is taken back', async () => {
    const context = copyProject(whole);
    await chooseCase(context, { caseId: 'JX01', coder: '李', reason: '对照' });
    await chooseCase(context, { caseId: 'GS01', coder: '王', reason: '极端' });
    expect(rowsOf(context, 'sampling')).toEqual([
      { order: 1, caseId: 'JX01', because: '对照', coder: '李' },
      { order: 2, caseId: 'GS01', because: '极端', coder: '王' },
    ]);
    expect(rowsOf(context, 'sampling', { view: 'coder:王' }).map(({ caseId }) => caseId)).toEqual(['GS01']);
    await undo(context, { coder: '王', reason: '' });
    expect(rowsOf(context, 'sampling').map(({ caseId }) => caseId)).toEqual(['JX01']);
  });
});

describe('a coder who is done with a case', () => {
  const cases = ['GS02'];
  const doneIn = ({ store }: Context) => listCases({ store }).find(({ id }) => id === 'GS02')?.done;

  it('is listed with those who checked it, each for a codebook', async () => {
    const context = copyProject(whole);
    await finishCases(context, { ...LI, cases });
    await checkCases(context, { cases, coder: '王', codingOf: '李', reason: '' });
    expect(doneIn(context)).toEqual([{ codebook: 'six-pillars', coder: '李', checkedBy: ['王'] }]);
    await checkCases(context, { cases, coder: '王', codingOf: '李', reason: '', notYet: true });
    await finishCases(context, { ...LI, cases, notYet: true });
    expect(doneIn(context)).toEqual([]);
  });

  it('cannot be undone while a check of it stands', async () => {
    const context = copyProject(whole);
    await finishCases(context, { ...LI, cases });
    await checkCases(context, { cases, coder: '王', codingOf: '李', reason: '' });
    await expect(undo(context, LI)).rejects.toMatchObject({ code: 'decide/undo-blocked' });
    await undo(context, { coder: '王', reason: '' });
    await undo(context, LI);
    expect(doneIn(context)).toEqual([]);
  });

  it('is checked by somebody else, and only when done', async () => {
    const context = copyProject(whole);
    const check = (coder: string) => checkCases(context, { cases, coder, codingOf: '李', reason: '' });
    await expect(check('李')).rejects.toMatchObject({ code: 'cases/own-coding' });
    await expect(check('王')).rejects.toMatchObject({ code: 'cases/not-done' });
  });

  it('is not done with another text of the case', async () => {
    const context = copyProject(whole);
    await finishCases(context, { ...LI, cases });
    const changed = makeFolder();
    copyCases(changed.path, 'GS02');
    rewrite(join(changed.path, 'GS02.txt'), (text) => `${text}\n又写了一段。\n`);
    await importCases(context, { paths: [changed.path] });
    expect(doneIn(context)).toEqual([]);
    changed.remove();
  });
});
