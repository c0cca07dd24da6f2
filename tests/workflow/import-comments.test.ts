import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { readCase } from '../../src/store/case-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { undo } from '../../src/workflow/decide.js';
import { type ImportCommentsOptions, importComments } from '../../src/workflow/import-comments.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { sealCases } from '../../src/workflow/seal-cases.js';
import { sealStatements } from '../../src/workflow/seal-statements.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { rejectionOf } from '../formats/rejection.js';
import { commentedDocx, from, type MadeComment, p, reference, run, to } from '../formats/word-comments.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

beforeAll(() => codedProject('JX'), 120_000);
const project = async () => copyProject(await codedProject('JX'));
const WORDS = '村里给每户发一本巴掌大的蓝皮折子';

/** A comment, on the first place of these words of a text; without words at the beginning of the text. */
type Comment = Omit<MadeComment, 'id'> & { readonly words?: string };

/** Writes a Word document of a text with comments, and returns where it is. */
function writeDocument(name: string, text: string, comments: readonly Comment[]): string {
  let at = 0;
  const body = text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    const marks = comments.flatMap(({ words = '' }, id) => {
      const first = text.indexOf(words);
      const last = first + words.length;
      const isHere = (place: number) => place >= start && place <= start + line.length;
      return [
        ...(words !== '' && isHere(first) ? [{ place: first - start, mark: from(id) }] : []),
        ...(words !== '' && isHere(last) ? [{ place: last - start, mark: to(id) }] : []),
        ...(isHere(last) ? [{ place: last - start, mark: reference(id) }] : []),
      ];
    });
    const cuts = [...new Set([0, ...marks.map(({ place }) => place)])].sort((a, b) => a - b);
    const pieces = cuts.map((cut, index) => {
      const here = marks.filter(({ place }) => place === cut).map(({ mark }) => mark);
      const piece = line.slice(cut, cuts[index + 1] ?? line.length);
      return `${here.join('')}${piece === '' ? '' : run(piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))}`;
    });
    return p(...pieces);
  });
  const path = join(folder.path, name);
  const made = comments.map((one, id) => ({ ...one, id }));
  writeFileSync(path, commentedDocx(body.join(''), made));
  return path;
}

const textOf = ({ store }: Context, id = 'JX01') => readCase(store, id)?.text ?? '';
const bring = (context: Context, paths: readonly string[], options: Partial<ImportCommentsOptions> = {}) =>
  importComments(context, { paths, coder: '左', ...options });
const said = (context: Context) =>
  rowsOf(context, 'evidence')
    .filter(({ origins }) => origins.includes('person'))
    .map(({ coders, code, quote }) => [coders.join(), code, quote]);
const memos = (context: Context) => listMemos(context).map(({ coder, about, text }) => [coder, about, text]);

describe('importComments', () => {
  it('gives the words of a comment its codes, of whoever wrote it, at their very place', async () => {
    const context = await project();
    const text = textOf(context);
    // These words occur more than once: only their place tells which are meant.
    const path = writeDocument('任意名.docx', text, [
      { author: '王', text: '分红折子；利益共享', words: WORDS },
      {
        author: 'Administrator',
        text: '编码：这一句很长，但仍是一个新的编码名称。',
        words: WORDS.slice(3, 9),
      },
      { initials: '', text: '无名', words: WORDS.slice(0, 4) },
    ]);
    const report = await bring(context, [path], { coderMap: { Administrator: '赵' } });
    expect(report).toMatchObject({
      codings: 4,
      memos: 0,
      takenAway: 0,
      problems: [],
      coders: ['左', '王', '赵'],
    });
    expect(report.documents).toEqual([{ document: '任意名.docx', caseId: 'JX01', by: 'text', comments: 3 }]);
    expect(said(context)).toEqual(
      expect.arrayContaining([
        ['王', '分红折子', WORDS],
        ['王', '利益共享', WORDS],
        ['赵', '这一句很长，但仍是一个新的编码名称。', WORDS.slice(3, 9)],
        ['左', '无名', WORDS.slice(0, 4)],
      ]),
    );
    expect(report.founded.map(({ name }) => name)).toHaveLength(4);
    expect(await verifyProject(context)).toMatchObject({ faults: [], isIntact: true });
  });

  it('says nothing twice, replaces what the document said before, and is undone a coder at a time', async () => {
    const context = await project();
    const text = textOf(context);
    const all: Comment[] = [
      { author: '王', text: '分红折子\n备忘：折子是凭证', words: WORDS },
      { author: '李', text: '折子', words: WORDS },
      { author: '王', text: '巴掌', words: '巴掌大' },
    ];
    await codePassage(context, {
      caseId: 'JX01',
      codes: ['收益分红'],
      quote: '巴掌大',
      coder: '王',
      reason: '',
    });
    const first = await bring(context, [writeDocument('a.docx', text, all)]);
    expect(first).toMatchObject({ codings: 3, unchanged: 0, memos: 1 });
    const before = stateHash(context.store);
    expect(await bring(context, [writeDocument('b.docx', text, all)])).toMatchObject({
      codings: 0,
      unchanged: 3,
      decisions: [],
    });
    expect(stateHash(context.store)).toBe(before);
    const changed = [{ ...all[0], text: '分红折子\n备忘：折子就是凭证' } as Comment, all[1] as Comment];
    const again = await bring(context, [writeDocument('a.docx', text, changed)]);
    expect(again.decisions.map(({ kind }) => kind)).toEqual(['uncode', 'edit']);
    // What 王 coded otherwise is not the document's.
    expect(said(context)).toEqual(
      expect.arrayContaining([
        ['王', '收益分红', '巴掌大'],
        ['王', '分红折子', WORDS],
        ['李', '折子', WORDS],
      ]),
    );
    expect(said(context)).toHaveLength(3);
    expect(memos(context)).toEqual([['王', 'JX01 分红折子', '折子就是凭证']]);
    await undo(context, { coder: '李', reason: '' });
    expect(said(context).map(([coder]) => coder)).toEqual(['王', '王']);
  });

  it('keeps answers and what names no code as memos, on the passage where there is one', async () => {
    const context = await project();
    const path = writeDocument('JX01.docx', textOf(context), [
      { author: '王', text: '分红折子', words: WORDS, isDone: true },
      { author: '师', text: '同意', words: WORDS, answers: 0 },
      { author: '师', text: '这里还要再访谈一次，问清楚谁来记账。', words: WORDS },
      { author: '师', text: '备忘：待查', words: '巴掌大' },
      { author: '师', text: '整案：收益分红' },
    ]);
    const report = await bring(context, [path]);
    expect(report).toMatchObject({ codings: 2, memos: 3, answers: 1 });
    expect(report.resolved).toMatchObject([{ number: 2, author: '王', words: WORDS }]);
    expect(memos(context)).toEqual(
      expect.arrayContaining([
        ['师', 'JX01 分红折子', '同意'],
        ['师', 'JX01 分红折子', '这里还要再访谈一次，问清楚谁来记账。'],
        ['师', 'JX01', '【巴掌大】待查'],
      ]),
    );
    expect(said(context)).toContainEqual(['师', '收益分红', '']);
    expect((await bring(context, [path])).decisions).toEqual([]);
  });

  it('does not code a reserved statement, and says which comment is on one', async () => {
    const context = await project();
    const text = textOf(context);
    const start = [...text.slice(0, text.indexOf(WORDS))].length;
    const statements = new Map([['JX01', [{ start, end: start + WORDS.length }]]]);
    await sealStatements(context, { statements, coder: '左', reason: '' });
    const path = writeDocument('预留.docx', text, [{ author: '王', text: '收益分红', words: WORDS }]);
    const hash = stateHash(context.store);
    await expect(bring(context, [path])).rejects.toMatchObject({
      code: 'comments/bad',
      params: { problems: [{ params: { number: 1, problems: [{ code: 'passage/sealed' }] } }] },
    });
    expect(stateHash(context.store)).toBe(hash);
  });

  it('founds codes of short comments, or keeps them as memos where that is asked for', async () => {
    const context = await project();
    const path = writeDocument('JX01.docx', textOf(context), [
      { author: '王', text: '不妥', words: '巴掌大' },
      { author: '王', text: '收益分红', words: WORDS },
    ]);
    const asMemos = await bring(context, [path], { comments: 'memos', dryRun: true });
    expect(asMemos).toMatchObject({ codings: 1, memos: 1, founded: [] });
    expect(asMemos.keptAsMemo).toMatchObject([{ document: 'JX01.docx', number: 2, words: '巴掌大' }]);
    const asCodes = await bring(context, [path], { dryRun: true });
    expect(asCodes.founded.map(({ name }) => name)).toEqual(['不妥']);
    expect(said(context)).toEqual([]);
  });

  it('finds the words in a case with a text that differs, and says which it does not find', async () => {
    const context = await project();
    const text = textOf(context);
    const edited = `改过的题目\n${text.replaceAll('巴掌大的', '巴掌大小的')}\n火星上有绿色的小人儿`;
    const comments = [
      { author: '王', text: '折子', words: '村里给每户发一本巴掌大小的蓝皮折子' },
      { author: '王', text: '火星', words: '火星上有绿色的小人儿' },
    ];
    const path = writeDocument('JX01.docx', edited, comments);
    const bad = await rejectionOf(bring(context, [path]));
    expect(bad).toMatchObject({ code: 'comments/bad' });
    expect(said(context)).toEqual([]);
    const report = await bring(context, [path], { skipBad: true });
    expect(report.alike).toMatchObject([{ caseId: 'JX01', words: WORDS }]);
    expect(report.problems).toMatchObject([
      { code: 'comments/comment', params: { document: 'JX01.docx', number: 2, author: '王' } },
    ]);
    // The code of a comment that was left out is not founded.
    expect(report.founded.map(({ name }) => name)).toEqual(['折子']);
    const other = writeDocument('JX02.docx', '完全是另一篇文章，说的是别的事。', [
      { author: '王', text: '别的', words: '另一篇文章' },
    ]);
    expect(await bring(context, [other], { dryRun: true })).toMatchObject({
      problems: [{ code: 'comments/other-text' }],
      founded: [],
    });
  });

  it('says what is no case, old, or open elsewhere, and reads folders', async () => {
    const context = await project();
    const work = join(folder.path, 'work');
    mkdirSync(work, { recursive: true });
    writeDocument('work/JX01.docx', textOf(context), [{ author: '王', text: '折子', words: WORDS }]);
    writeFileSync(join(work, '~$JX01.docx'), 'lock');
    writeFileSync(join(work, '说明.txt'), '说明');
    expect((await bring(context, [work], { dryRun: true })).documents).toHaveLength(1);
    writeFileSync(join(work, '旧.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    writeDocument('work/外来.docx', '别处的文本', [{ text: '码', words: '别处' }]);
    const { problems, codings } = await bring(context, [work], { skipBad: true });
    expect(problems.map(({ code }) => code).sort()).toEqual(['comments/unknown-document', 'import/old-word']);
    expect(codings).toBe(1);
    const alone = join(work, '外来.docx');
    expect(await bring(context, [alone], { case: 'JX01', dryRun: true })).toMatchObject({
      problems: [{ code: 'comments/other-text' }],
    });
    const none = writeDocument('JX02.docx', textOf(context, 'JX02'), []);
    expect(await rejectionOf(bring(context, [none]))).toMatchObject({ code: 'comments/no-comments' });
    expect(await rejectionOf(bring(context, [work, none], { case: 'JX01' }))).toMatchObject({
      code: 'comments/one-document',
    });
    expect(
      await rejectionOf(bring(context, [work], { coderMap: { 小王: '王' }, skipBad: true })),
    ).toMatchObject({
      code: 'comments/unknown-author',
      params: { known: '王' },
    });
    await sealCases(context, { cases: ['JX01'], coder: '王', reason: '' });
    expect(await bring(context, [work], { dryRun: true })).toMatchObject({ documents: [] });
  });
});
