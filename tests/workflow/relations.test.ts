import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { codebookInForce } from '../../src/project/applied-codebook.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { validateCodebook } from '../../src/workflow/codebooks.js';
import { decide, redo, type Statement, undo } from '../../src/workflow/decide.js';
import { deleteCode } from '../../src/workflow/delete-code.js';
import { exportEffective, writeCodebook } from '../../src/workflow/export-codebook.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { listTheory } from '../../src/workflow/list-relations.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { nameCore, relateCodes, unrelateCodes, writeStoryline } from '../../src/workflow/relate-codes.js';
import { contextOf, copyCases, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
const PROJECT = join(folder.path, 'zhagen.db');
const code = (id: string, zh: string) => ({ id, label: { zh, en: id }, level: 'open', definition: zh });
const BOOK = {
  id: 'book',
  title: { zh: '框架', en: 'Book' },
  version: '1',
  source: '自编',
  levels: [{ id: 'open', name: { zh: '范畴', en: 'Category' } }],
  codes: [
    code('share', '分红到户'),
    code('bond', '利益相连'),
    code('trust', '干群互信'),
    code('face', '面子账'),
  ],
  theory: { core: 'bond', relations: [{ from: 'trust', kind: '结果', to: 'bond', evidence: ['案例一'] }] },
};

beforeAll(async () => {
  const store = openStore(PROJECT, { mode: 'create' });
  const context = contextOf(store);
  await importCases(context, { paths: [copyCases(folder.path, 'JX01')] });
  await mineKeywords(context, {});
  const path = join(folder.path, 'book.yaml');
  writeCodebook({ data: JSON.stringify(BOOK), notCarried: [], withoutParent: [] }, path);
  await codeCases(context, { codebook: path });
  store.close();
});
afterAll(folder.remove);

const by = (coder: string, reason = '') => ({ coder, reason });
const relate = (context: Context, from: string, as: string, to: string, coder = '左', reason = '') =>
  relateCodes(context, { ...by(coder, reason), code: from, as, to });
const unrelate = (context: Context, from: string, as: string, to: string) =>
  unrelateCodes(context, { ...by('左'), code: from, as, to });
const state = (context: Context, kind: Statement['kind'], words: string[], isNew?: boolean) =>
  decide(context, { ...by('左'), kind, words, isNew });
const theory = ({ store }: Context) => codebookInForce(store)?.codebook.theory;
const rows = (context: Context) =>
  rowsOf(context, 'relations').map(({ from, relation, to, coder }) => [from, relation, to, coder]);
const problemOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error;
  return { error: error.code, ...error.params };
};
const OF_FILE = ['干群互信', '结果', '利益相连', null];

describe('relations of codes', () => {
  it('lie over those of the file, are exported with them, and are taken back', async () => {
    const context = copyProject(PROJECT);
    const hash = stateHash(context.store);
    expect(rows(context)).toEqual([OF_FILE]);
    await relate(context, '分红到户', 'Causal-Condition', '利益相连', '左', '先有分红');
    await relate(context, '面子账', '嵌入', '干群互信', '李');
    expect(rows(context)).toEqual([
      ['分红到户', '因果条件', '利益相连', '左'],
      OF_FILE,
      ['面子账', '嵌入', '干群互信', '李'],
    ]);
    expect(await relate(context, '面子账', '嵌入', '干群互信', '李')).toMatchObject({ decisions: [] });
    await recodeCases(context);
    const path = join(folder.path, 'effective.yaml');
    writeCodebook(await exportEffective(context, 'yaml'), path);
    expect(readFileSync(path, 'utf8')).toContain('因果条件');
    const { codebook } = await validateCodebook(path);
    expect([codebook.theory, codebook.version]).toEqual([theory(context), '1+1']);
    expect(codebook.theory).toMatchObject({
      core: 'bond',
      relations: [
        { evidence: ['案例一'] },
        { from: 'face', kind: '嵌入' },
        { from: 'share', memo: '先有分红' },
      ],
    });
    await undo(context, by('左'));
    await undo(context, by('李'));
    expect(stateHash(context.store)).toBe(hash);
  });

  it('are removed, those of the file too, and can be restored', async () => {
    const context = copyProject(PROJECT);
    await unrelate(context, '干群互信', '结果', '利益相连');
    expect([rows(context), theory(context)?.relations]).toEqual([[], []]);
    expect(await problemOf(unrelate(context, '干群互信', '结果', '利益相连'))).toMatchObject({
      error: 'relate/unknown',
    });
    await undo(context, by('左'));
    expect(rows(context)).toEqual([OF_FILE]);
    await redo(context, by('左'));
    await relate(context, '干群互信', '结果', '利益相连');
    expect(rows(context)).toEqual([['干群互信', '结果', '利益相连', '左']]);
  });

  it('follow new names and merges of their codes, also when they are removed', async () => {
    const context = copyProject(PROJECT);
    await relate(context, '面子账', '脉络', '利益相连');
    await relate(context, '面子账', '脉络', '干群互信');
    await state(context, 'rename', ['利益相连', '利益共同体']);
    await state(context, 'merge', ['面子账', '干群互信']);
    expect(rows(context)).toEqual([
      ['干群互信', '结果', '利益共同体', null],
      ['干群互信', '脉络', '利益共同体', '左'],
    ]);
    await unrelate(context, '干群互信', '脉络', '利益共同体');
    expect(rows(context)).toHaveLength(1);
    await undo(context, by('左'));
    await undo(context, by('左'));
    expect(rows(context).map(([from]) => from)).toEqual(['干群互信', '面子账', '面子账']);
  });

  it('of a code that a new version of the codebook lacks are told, and come back with it', async () => {
    const context = copyProject(PROJECT);
    await relate(context, '面子账', '嵌入', '干群互信');
    const path = join(folder.path, 'shorter.yaml');
    const apply = async (codes: readonly object[]) => {
      const book = { ...BOOK, version: '2', codes };
      writeCodebook({ data: JSON.stringify(book), notCarried: [], withoutParent: [] }, path);
      await codeCases(context, { codebook: path });
    };
    await apply(BOOK.codes.slice(0, 3));
    expect(rows(context)).toEqual([OF_FILE]);
    const lost = [{ from: 'face', relation: '嵌入', to: '干群互信' }];
    expect(listTheory(context).ofGoneCodes).toEqual(lost);
    await apply(BOOK.codes);
    expect(listTheory(context).ofGoneCodes).toEqual([]);
    expect(rows(context)).toContainEqual(['面子账', '嵌入', '干群互信', '左']);
  });

  it('keep their codes from being deleted and from being taken back', async () => {
    const context = copyProject(PROJECT);
    await state(context, 'promote', ['人情账簿'], true);
    await relate(context, '人情账簿', '脉络', '利益相连', '李');
    expect(await problemOf(deleteCode(context, { ...by('左'), code: '人情账簿' }))).toMatchObject({
      error: 'delete/not-empty',
      relations: 1,
    });
    expect(await problemOf(undo(context, by('左')))).toMatchObject({
      error: 'decide/undo-blocked',
      later: [{ kind: 'relate' }],
    });
    await undo(context, by('李'));
    await deleteCode(context, { ...by('左'), code: '人情账簿' });
  });
});

describe('the core category and the storyline', () => {
  it('are one of a codebook each: another one takes their place', async () => {
    const context = copyProject(PROJECT);
    const name = (name: string, isRemoved = false) =>
      nameCore(context, { ...by('左'), code: name, isRemoved });
    const write = (text: string) => writeStoryline(context, { ...by('左'), text });
    const listed = () => {
      const { core, storyline } = listTheory(context);
      return [core, storyline];
    };
    expect(listed()).toEqual(['利益相连', null]);
    await name('分红到户');
    const { decisions } = await name('干群互信');
    expect(decisions[0]?.before).toMatchObject({ theory: { name: '分红到户' } });
    await write(' 折股到户，\r\n由旁观到参与。 ');
    expect(listed()).toEqual(['干群互信', '折股到户，\n由旁观到参与。']);
    await state(context, 'merge', ['干群互信', '利益相连']);
    expect(listed()[0]).toBe('利益相连');
    expect(await problemOf(name('分红到户', true))).toEqual({ error: 'relate/not-core', code: '分红到户' });
    await name('利益相连', true);
    await write('');
    expect(listed()).toEqual([null, null]);
    await recodeCases(context);
    for (let times = 0; times < 5; times += 1) await undo(context, by('左'));
    expect(listed()).toEqual(['分红到户', null]);
  });
});

describe('what makes no relation is refused, and leaves the project as it was', () => {
  it.each<[string, (context: Context) => Promise<unknown>, string]>([
    ['an unknown code', (context) => relate(context, '量子', '脉络', '利益相连'), 'code/unknown-code'],
    ['an unknown second code', (context) => relate(context, '利益相连', '脉络', '量子'), 'code/unknown-code'],
    ['a code and itself', (context) => relate(context, '利益相连', '脉络', 'bond'), 'relate/itself'],
    ['no type', (context) => relate(context, '利益相连', ' ', '干群互信'), 'relate/no-type'],
    [
      'no coder',
      (context) => relate(context, '利益相连', '脉络', '干群互信', ' '),
      'decide/coder-without-name',
    ],
    ['removing none', (context) => unrelate(context, '利益相连', '脉络', '干群互信'), 'relate/unknown'],
    ['an unknown core', (context) => nameCore(context, { ...by('左'), code: '量子' }), 'code/unknown-code'],
  ])('%s', async (_, work, error) => {
    const context = copyProject(PROJECT);
    await expect(work(context)).rejects.toThrow(error);
    expect(listDecisions(context)).toEqual([]);
  });
});
