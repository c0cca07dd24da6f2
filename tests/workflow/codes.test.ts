import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Codebook } from '../../src/model/codebook.js';
import { codebookInForce } from '../../src/project/applied-codebook.js';
import type { Context } from '../../src/project/context.js';
import { describeForPeople } from '../../src/report/describe-for-people.js';
import { compareCodebooks } from '../../src/stages/code/compare-codebooks.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { validateCodebook } from '../../src/workflow/codebooks.js';
import { decide, redo, type Statement, undo } from '../../src/workflow/decide.js';
import { type DefineOptions, defineCode } from '../../src/workflow/define-code.js';
import { deleteCode } from '../../src/workflow/delete-code.js';
import { exportEffective, writeCodebook } from '../../src/workflow/export-codebook.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { ranProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const projects = makeFolder();
const PROJECT = await ranProject('JX01');

afterAll(projects.remove);

const by = (coder: string) => ({ coder, reason: '' });
const state = (context: Context, kind: Statement['kind'], words: string[], isNew?: boolean) =>
  decide(context, { ...by('左'), kind, words, isNew });
const define = (context: Context, rest: Partial<DefineOptions>) =>
  defineCode(context, { ...by('左'), code: '收益分红', ...rest });
const remove = (context: Context, code: string, coder = '左') => deleteCode(context, { ...by(coder), code });
const codes = ({ store }: Context) => codebookInForce(store)?.codebook.codes ?? [];
const codeOf = (context: Context, name: string) => codes(context).find(({ label }) => label.zh === name);
const problemOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error;
  return { error: error.code, ...error.params };
};
/** Asks that the rows that followed decisions are those that coding all of it again makes. */
async function expectUpToDate(context: Context): Promise<void> {
  const hash = stateHash(context.store);
  await recodeCases(context);
  expect(stateHash(context.store)).toBe(hash);
}

describe('a code', () => {
  it('is defined piece by piece, which goes into the exported codebook and is taken back', async () => {
    const context = copyProject(PROJECT);
    const [hash, before] = [stateHash(context.store), codeOf(context, '收益分红')];
    await define(context, {
      definition: ' 村集体收入按股分到户。 ',
      examples: ['每股分红两百元', '年底分红'],
    });
    await define(context, { limits: ['务工工资'], properties: ['强度=强,弱', '频次＝按年、按季', '对象'] });
    expect(codeOf(context, '收益分红')).toEqual({
      ...before,
      definition: '村集体收入按股分到户。',
      examples: ['每股分红两百元', '年底分红'],
      exclude: ['务工工资'],
      properties: [
        { name: '强度', dimensions: ['强', '弱'] },
        { name: '频次', dimensions: ['按年', '按季'] },
        { name: '对象', dimensions: [] },
      ],
    });
    await expectUpToDate(context);
    const path = join(projects.path, 'effective.yaml');
    writeCodebook(await exportEffective(context, 'yaml'), path);
    expect(readFileSync(path, 'utf8')).toContain('村集体收入按股分到户。');
    const { codebook }: { codebook: Codebook } = await validateCodebook(path);
    expect(codebook.codes.find(({ label }) => label.zh === '收益分红')).toMatchObject({
      exclude: ['务工工资'],
    });
    await define(context, { definition: '', examples: [''] });
    expect(codeOf(context, '收益分红')).toMatchObject({
      definition: '收益分红',
      examples: [],
      exclude: ['务工工资'],
    });
    for (let times = 0; times < 3; times += 1) await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(hash);
  });

  it('lies in facets, which go into the exported codebook, its listing and what it is compared with', async () => {
    const context = copyProject(PROJECT);
    const [hash, before] = [stateHash(context.store), await exportEffective(context, 'yaml')];
    await define(context, { facets: ['主体=村集体', '工具类型＝环境型、供给型'] });
    const facets = { 主体: ['村集体'], 工具类型: ['环境型', '供给型'] };
    expect(codeOf(context, '收益分红')?.facets).toEqual(facets);
    await expectUpToDate(context);
    for (const format of ['yaml', 'csv'] as const) {
      const path = join(projects.path, `facets.${format}`);
      writeCodebook(await exportEffective(context, format), path);
      const { codebook }: { codebook: Codebook } = await validateCodebook(path);
      const code = codebook.codes.find(({ label }) => label.zh === '收益分红');
      expect(code?.facets).toEqual(facets);
      if (format === 'csv') continue;
      expect(describeForPeople(codebook, 'zh').join('\n')).toContain('· 工具类型=环境型,供给型');
      const old = join(projects.path, 'no-facets.yaml');
      writeCodebook(before, old);
      const was: { codebook: Codebook } = await validateCodebook(old);
      expect(compareCodebooks(was.codebook, codebook)).toContainEqual({
        codeId: code?.id,
        change: 'changed',
        field: 'facets',
        before: '',
        after: '主体=村集体、工具类型=环境型,供给型',
      });
    }
    const rows = rowsOf(context, 'facets');
    const coded = rowsOf(context, 'coding').find((row) => row.code === '收益分红');
    const counted = {
      codes: 1,
      assignments: coded?.ownAssignments,
      references: coded?.ownReferences,
      cases: coded?.cases,
    };
    expect(rows).toEqual([
      { facet: '主体', value: '村集体', ...counted },
      { facet: '工具类型', value: '供给型', ...counted },
      { facet: '工具类型', value: '环境型', ...counted },
    ]);
    await define(context, { code: '利益联结', facets: ['主体=村集体'] });
    const both = rowsOf(context, 'frequency').filter(({ coreKeyword }) =>
      ['收益分红', '利益联结'].includes(coreKeyword),
    );
    expect(rowsOf(context, 'facets')[0]).toMatchObject({
      codes: 2,
      references: both.reduce((sum, { references }) => sum + references, 0),
    });
    await undo(context, by('左'));
    await expect(define(context, { facets: ['主体'] })).rejects.toThrow('define/bad-facet');
    await expect(define(context, { facets: ['=政府'] })).rejects.toThrow('define/bad-facet');
    await define(context, { facets: [''] });
    expect(codeOf(context, '收益分红')?.facets).toBeUndefined();
    await undo(context, by('左'));
    await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(hash);
  });

  it('keeps its definition through a new name and a new version of its file', async () => {
    const context = copyProject(PROJECT);
    await define(context, { definition: '村集体收入按股分到户。' });
    await state(context, 'rename', ['收益分红', '分红到户']);
    await codeCases(context, {});
    expect(codeOf(context, '分红到户')?.definition).toBe('村集体收入按股分到户。');
    expect(await define(context, { code: '分红到户', definition: '村集体收入按股分到户。' })).toMatchObject({
      alreadyInForce: [],
    });
    const again = await define(context, { code: '分红到户', definition: '村集体收入按股分到户。' });
    expect(again).toMatchObject({ decisions: [], alreadyInForce: ['分红到户'] });
  });

  it('that somebody made is not taken back once it is defined, coded or has a memo', async () => {
    for (const use of [
      (context: Context) => define(context, { code: '面子账', definition: '人情往来的账', coder: '李' }),
      (context: Context) => addMemo(context, { on: 'code:面子账', text: '本土概念', coder: '李' }),
      (context: Context) =>
        codePassage(context, { ...by('李'), caseId: 'JX01', codes: ['面子账'], span: { start: 3, end: 9 } }),
    ]) {
      const context = copyProject(PROJECT);
      await state(context, 'promote', ['面子账'], true);
      await use(context);
      expect(await problemOf(undo(context, by('左')))).toMatchObject({
        error: 'decide/undo-blocked',
        later: [{ coder: '李' }],
      });
      await undo(context, by('李'));
      await undo(context, by('左'));
    }
    const context = copyProject(PROJECT);
    await define(context, { definition: '按股分到户' });
    await addMemo(context, { on: 'code:收益分红', text: '不依赖于定义', coder: '李' });
    await undo(context, by('左'));
  });
});

describe('an empty code', () => {
  it('is deleted, is gone from the codebook, and comes back', async () => {
    const context = copyProject(PROJECT);
    await state(context, 'promote', ['面子账'], true);
    const hash = stateHash(context.store);
    await remove(context, '面子账');
    expect(codeOf(context, '面子账')).toBeUndefined();
    await expectUpToDate(context);
    expect(await problemOf(remove(context, '面子账'))).toMatchObject({ error: 'code/unknown-code' });
    await undo(context, by('左'));
    expect([stateHash(context.store), codeOf(context, '面子账')?.level]).toEqual([hash, 'open']);
    await redo(context, by('左'));
    await state(context, 'promote', ['面子账'], true);
    expect(codeOf(context, '面子账')).toBeDefined();
  });

  it('of the file is deleted too, and its name is free again', async () => {
    const context = copyProject(PROJECT);
    const size = codes(context).length;
    let empty = '';
    for (const { label } of codes(context).toReversed()) {
      const deleted = await remove(context, label.zh).catch(() => null);
      if (!deleted) continue;
      empty = label.zh;
      break;
    }
    expect([empty === '', codes(context).length]).toEqual([false, size - 1]);
    await expectUpToDate(context);
    await state(context, 'promote', [empty], true);
    expect(codeOf(context, empty)?.definition).toBe(empty);
    await expectUpToDate(context);
  });

  it.each<[string, (context: Context) => Promise<unknown>, string, object]>([
    [
      'codes under it',
      async (context) => {
        await state(context, 'promote', ['面子账'], true);
        await state(context, 'group', ['面子账', '人情账本'], true);
      },
      '人情账本',
      { children: ['面子账'] },
    ],
    [
      'passages that people coded',
      async (context) => {
        await state(context, 'promote', ['面子账'], true);
        await codePassage(context, {
          ...by('李'),
          caseId: 'JX01',
          codes: ['面子账'],
          span: { start: 3, end: 9 },
        });
      },
      '面子账',
      { passages: 1, terms: [] },
    ],
    ['words that occur', async () => {}, '收益分红', { terms: expect.arrayContaining(['分红']) }],
  ])('is none with %s', async (_, prepare, code, contents) => {
    const context = copyProject(PROJECT);
    await prepare(context);
    const hash = stateHash(context.store);
    expect(await problemOf(remove(context, code))).toMatchObject({ error: 'delete/not-empty', ...contents });
    expect(stateHash(context.store)).toBe(hash);
  });
});

describe('what makes no sense about a code is refused, and leaves the project as it was', () => {
  it.each<[string, (context: Context) => Promise<unknown>, string]>([
    ['nothing to define', (context) => define(context, {}), 'define/nothing'],
    [
      'a property without a name',
      (context) => define(context, { properties: ['=强'] }),
      'define/bad-property',
    ],
    ['two equal signs', (context) => define(context, { properties: ['强度=强=弱'] }), 'define/bad-property'],
    ['an unknown code', (context) => define(context, { code: '量子', definition: 'x' }), 'code/unknown-code'],
    [
      'an unknown codebook',
      (context) => define(context, { codebook: 'other', definition: 'x' }),
      'tables/unknown-codebook',
    ],
    ['no coder', (context) => define(context, { coder: ' ', definition: 'x' }), 'decide/coder-without-name'],
    ['deleting an unknown code', (context) => remove(context, '量子'), 'code/unknown-code'],
    ['deleting as nobody', (context) => remove(context, '收益分红', ' '), 'decide/coder-without-name'],
  ])('%s', async (_, work, error) => {
    const context = copyProject(PROJECT);
    await expect(work(context)).rejects.toThrow(error);
    expect(listDecisions(context)).toEqual([]);
  });
});
