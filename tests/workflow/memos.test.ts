import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, redo, undo } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { codePassage, movePassage, recodePassage, turnPassage } from '../../src/workflow/judge-passages.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { addMemo, deleteMemo, editMemo, type MemoOptions } from '../../src/workflow/write-memo.js';
import { ranProject } from './coded-project.js';
import { copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const PROJECT = await ranProject('JX01', 'JX02');
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';

const by = (coder: string) => ({ coder, reason: '' });
const add = (context: Context, on: string, rest: Partial<MemoOptions> = {}) =>
  addMemo(context, { text: '先记下来', on, coder: '左', ...rest });
const memos = ({ store }: Context) => listMemos({ store });
const idOf = (context: Context) => memos(context)[0]?.memo ?? '';
const problemOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error;
  return { code: error.code, ...error.params };
};

describe('a memo', () => {
  it('is on the project, a case, a code, a coded passage, a decision or another memo', async () => {
    const context = copyProject(PROJECT);
    const [row] = rowsOf(context, 'evidence');
    const { decisions } = await decide(context, {
      ...by('左'),
      kind: 'rename',
      words: ['收益分红', '分红到户'],
    });
    const renaming = decisions[0]?.id ?? '';
    await add(context, 'project', { type: 'methodological' });
    const first = idOf(context);
    const subjects = ['case:JX01', 'code:分红到户', `passage:${row?.passage}`, `decision:${renaming}`];
    for (const on of [...subjects, `memo:${first}`]) await add(context, on);
    expect(memos(context).map(({ on, about }) => [on, about])).toEqual([
      ['project', ''],
      ['case', 'JX01'],
      ['code', '分红到户'],
      ['passage', `${row?.caseId} ${row?.code}`],
      ['decision', renaming.slice(0, 8)],
      ['memo', first.slice(0, 8)],
    ]);
    expect(memos(context)[3]).toMatchObject({ passage: row?.passage, quote: row?.quote, orphaned: false });
    expect(listMemos(context, { on: 'code:分红到户' })).toHaveLength(1);
    expect(listMemos(context, { type: 'methodological' })).toHaveLength(1);
    expect(rowsOf(context, 'memos', { view: 'blind', coder: '李' })).toEqual([]);
  });

  it('keeps what it said before, each text once, until an edit is taken back', async () => {
    const context = copyProject(PROJECT);
    await add(context, 'project', { text: '  第一行\r\n第二行\n' });
    const hash = stateHash(context.store);
    const edit = (text: string) => editMemo(context, { id: idOf(context).slice(0, 8), text, coder: '左' });
    await edit('改写');
    expect(await edit('改写')).toMatchObject({ decisions: [], alreadyInForce: [idOf(context).slice(0, 8)] });
    const texts = () =>
      memos(context).map(({ text, versions, history }) => [text, versions, history.map((one) => one.text)]);
    expect(texts()).toEqual([['改写', 2, ['第一行\n第二行', '改写']]]);
    await undo(context, by('左'));
    expect([texts(), stateHash(context.store)]).toEqual([[['第一行\n第二行', 1, ['第一行\n第二行']]], hash]);
    await redo(context, by('左'));
    expect(texts()).toEqual([['改写', 2, ['第一行\n第二行', '改写']]]);
    await undo(context, by('左'));
    await undo(context, by('左'));
    expect(memos(context)).toEqual([]);
    expect(listDecisions(context).map(({ kind }) => kind)).toEqual([
      'memo',
      'edit',
      'undo',
      'redo',
      'undo',
      'undo',
    ]);
  });

  it('is deleted by its author, unless others wrote on it, and comes back by undo with what it said', async () => {
    const context = copyProject(PROJECT);
    await add(context, 'case:JX01');
    const id = idOf(context);
    await editMemo(context, { id, text: '改过', coder: '左' });
    const refused = problemOf(deleteMemo(context, { id, coder: '李' }));
    expect(await refused).toMatchObject({ code: 'memo/not-author' });
    await add(context, `memo:${id}`, { coder: '李', text: '同意' });
    expect(await problemOf(deleteMemo(context, { id, coder: '左' }))).toEqual({
      code: 'memo/answered',
      id: id.slice(0, 8),
      count: 1,
    });
    await undo(context, by('李'));
    await deleteMemo(context, { id: id.slice(0, 8), coder: '左' });
    expect(memos(context)).toEqual([]);
    await undo(context, by('左'));
    expect(memos(context).map(({ text }) => text)).toEqual(['改过']);
  });

  it('is edited by its author alone, and not taken back while others wrote on it', async () => {
    const context = copyProject(PROJECT);
    await add(context, 'case:JX01');
    const id = idOf(context);
    expect(await problemOf(editMemo(context, { id, text: '改', coder: '李' }))).toEqual({
      code: 'memo/not-author',
      id: id.slice(0, 8),
      author: '左',
      coder: '李',
    });
    await add(context, `memo:${id}`, { coder: '李', text: '同意' });
    expect(await problemOf(undo(context, by('左')))).toMatchObject({
      code: 'decide/undo-blocked',
      later: [{ kind: 'memo', coder: '李' }],
    });
    await undo(context, by('李'));
    await undo(context, by('左'));
    expect(memos(context)).toEqual([]);
  });

  it('on a code follows its new name and a merge, and holds back the undo that would take the code away', async () => {
    const context = copyProject(PROJECT);
    const state = (kind: 'promote' | 'rename' | 'merge', ...words: string[]) =>
      decide(context, { ...by('李'), kind, words, ...(kind === 'promote' ? { isNew: true } : {}) });
    await state('promote', '面子');
    await add(context, 'code:面子');
    expect(await problemOf(undo(context, by('李')))).toMatchObject({ code: 'decide/undo-blocked' });
    await state('rename', '面子', '人情面子');
    expect(memos(context)[0]?.about).toBe('人情面子');
    await state('merge', '人情面子', '收益分红');
    expect(memos(context)[0]?.about).toBe('收益分红');
    expect(listMemos(context, { on: 'code:收益分红' })).toHaveLength(1);
  });

  it('of a passage goes with the coding in one statement, and is taken back with it', async () => {
    const context = copyProject(PROJECT);
    const hash = stateHash(context.store);
    const place = { ...by('左'), caseId: 'JX01', codes: ['收益分红'], quote: QUOTE };
    await codePassage(context, { ...place, memo: '折子是凭据' });
    const [memo] = memos(context);
    expect(memo).toMatchObject({ about: 'JX01 收益分红', text: '折子是凭据', type: 'note', coder: '左' });
    expect(rowsOf(context, 'evidence').find(({ passage }) => passage === memo?.passage)?.coders).toEqual([
      '左',
    ]);
    await undo(context, by('左'));
    expect([memos(context), stateHash(context.store)]).toEqual([[], hash]);
    await codePassage(context, place);
    await recodePassage(context, { ...place, to: '利益联结', memo: '不只是分红' });
    expect(memos(context)[0]).toMatchObject({ about: 'JX01 利益联结', text: '不只是分红' });
  });

  it('goes with its passage to another code or other edges, and back by undo; those of others stay', async () => {
    const context = copyProject(PROJECT);
    const span = { start: 100, end: 120 };
    const place = { ...by('左'), caseId: 'JX01', codes: ['收益分红'], span };
    await codePassage(context, { ...place, memo: '看凭据' });
    const [{ passage } = { passage: '' }] = memos(context);
    await add(context, `passage:${passage}`, { coder: '李', text: '另一看法' });
    const hash = stateHash(context.store);
    const aboutOf = () =>
      memos(context).map(({ about, text, quote }) => [about, text, [...(quote ?? '')].length]);
    await recodePassage(context, { ...place, to: '利益联结' });
    expect(aboutOf()).toEqual([
      ['JX01 利益联结', '看凭据', 20],
      ['JX01 收益分红', '另一看法', 20],
    ]);
    await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(hash);
    await movePassage(context, { ...place, toSpan: { start: 98, end: 130 } });
    expect(aboutOf()).toContainEqual(['JX01 收益分红', '看凭据', 32]);
    await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(hash);
    await turnPassage(context, place);
    expect(rowsOf(context, 'counter-evidence')).toMatchObject([{ code: '收益分红', caseId: 'JX01' }]);
    await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(hash);
  });

  it('of a passage is carried over to a new version of the text, and is an orphan where that lost the passage', async () => {
    const context = copyProject(PROJECT);
    const place = { ...by('左'), caseId: 'JX01', codes: ['收益分红'], quote: QUOTE };
    await codePassage(context, { ...place, memo: '折子是凭据' });
    const importing = async (change: (text: string) => string) => {
      const changed = makeFolder();
      rewrite(join(copyCases(changed.path, 'JX01', 'JX02'), 'JX01.txt'), change);
      const { reanchored } = await importCases(context, { paths: [changed.path] });
      changed.remove();
      return reanchored.orphaned.map(({ quote }) => quote.replaceAll(/\s/g, ''));
    };
    expect(await importing((text) => `新添一段：村里修了路。\n\n${text}`)).not.toContain(QUOTE);
    await codeCases(context, {});
    const row = rowsOf(context, 'evidence').find(({ coders }) => coders.includes('左'));
    expect(memos(context)[0]).toMatchObject({ passage: row?.passage, orphaned: false });
    // Whether or not anything else is coded there.
    await add(context, `passage:${row?.passage}`, { coder: '李' });
    expect(await importing(() => '全文改写，另起一篇，不再提起以前的事情。')).toContain(QUOTE);
    expect(memos(context).map(({ orphaned }) => orphaned)).toEqual([true, true]);
  });

  it('can be on a code that people grew from the data', async () => {
    const context = copyProject(PROJECT);
    await codeCases(context, { codebook: 'none' });
    await decide(context, { ...by('左'), kind: 'promote', words: ['面子'], isNew: true });
    await codePassage(context, {
      ...by('左'),
      caseId: 'JX01',
      codes: ['面子'],
      quote: QUOTE,
      memo: '本土概念',
    });
    await add(context, 'code:面子');
    await add(context, 'code:收益分红');
    expect(memos(context).map(({ about }) => about)).toEqual(['收益分红', '面子', 'JX01 面子']);
    const changed = makeFolder();
    rewrite(join(copyCases(changed.path, 'JX01'), 'JX01.txt'), (text) => `新添一段。\n\n${text}`);
    await importCases(context, { paths: [changed.path] });
    changed.remove();
    const mine = rowsOf(context, 'evidence').find(({ coders }) => coders.includes('左'));
    expect([memos(context)[2]?.passage, memos(context)[2]?.orphaned]).toEqual([mine?.passage, false]);
  });
});

describe('what makes no memo is refused, and leaves the project as it was', () => {
  it.each<[string, (context: Context) => Promise<unknown>, string]>([
    ['no text', (context) => add(context, 'project', { text: ' \n' }), 'memo/empty'],
    ['no subject', (context) => add(context, 'JX01'), 'memo/bad-subject'],
    ['a subject without a name', (context) => add(context, 'case:'), 'memo/bad-subject'],
    ['a named project', (context) => add(context, 'project:x'), 'memo/bad-subject'],
    ['an unknown case', (context) => add(context, 'case:JX99'), 'cases/unknown-case'],
    ['an unknown code', (context) => add(context, 'code:量子计算机'), 'code/unknown-code'],
    ['an unknown passage', (context) => add(context, 'passage:0123456789'), 'passage/unknown'],
    ['an unknown decision', (context) => add(context, 'decision:abcdef'), 'memo/unknown-decision'],
    ['an unknown memo', (context) => add(context, 'memo:abcdef'), 'memo/unknown'],
    [
      'an edit of no memo',
      (context) => editMemo(context, { id: 'ab', text: 'x', coder: '左' }),
      'memo/unknown',
    ],
    ['no coder', (context) => add(context, 'project', { coder: ' ' }), 'decide/coder-without-name'],
    [
      'the program as coder',
      (context) => add(context, 'project', { coder: 'zhagen' }),
      'decide/machine-coder',
    ],
    [
      'a blank memo with a coding',
      (context) =>
        codePassage(context, { ...by('左'), caseId: 'JX01', codes: ['收益分红'], quote: QUOTE, memo: ' ' }),
      'memo/empty',
    ],
  ])('%s', async (_, work, error) => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    await expect(work(context)).rejects.toThrow(error);
    expect(stateHash(context.store)).toBe(before);
    expect(listDecisions(context)).toEqual([]);
  });

  it('an id that is the beginning of two', async () => {
    const context = copyProject(PROJECT);
    await add(context, 'project');
    await add(context, 'project');
    expect(await problemOf(editMemo(context, { id: '0000', text: 'x', coder: '左' }))).toEqual({
      code: 'memo/unclear-id',
      id: '0000',
      count: 2,
    });
  });
});
