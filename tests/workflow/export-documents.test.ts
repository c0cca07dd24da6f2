import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommentedDocx } from '../../src/formats/docx-comments.js';
import { openDocxWriter } from '../../src/formats/docx-write.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import type { Context } from '../../src/project/context.js';
import { readCase } from '../../src/store/case-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { exportDocuments } from '../../src/workflow/export-documents.js';
import { importComments } from '../../src/workflow/import-comments.js';
import { codePassage, reviewPassages } from '../../src/workflow/judge-passages.js';
import { sealStatements } from '../../src/workflow/seal-statements.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { convertWithLibreOffice, LIBREOFFICE } from '../formats/print-pdf.js';
import { rejectionOf } from '../formats/rejection.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);
beforeAll(() => codedProject('JX'), 120_000);

const PYTHON = process.env['ZHAGEN_TEST_PYTHON'] ?? 'python3';
const PYTHON_DOCX = spawnSync(PYTHON, ['-c', 'import docx']).status === 0;
const SCRIPT = `
import json, sys, docx
document = docx.Document(sys.argv[1])
out = {"text": "\\n".join(p.text for p in document.paragraphs),
       "authors": sorted({c.author for c in document.comments})}
document.save(sys.argv[2])
print(json.dumps(out))
`;

const WORDS = '村里给每户发一本巴掌大的蓝皮折子';
let folders = 0;
const newFolder = () => join(folder.path, `out${++folders}`);

/** A project in which two people coded overlapping words, confirmed what the program proposed, and wrote memos. */
async function project(): Promise<Context> {
  const context = copyProject(await codedProject('JX'));
  const code = (coder: string, codes: string[], quote?: string) =>
    codePassage(context, { caseId: 'JX01', codes, quote, coder, reason: '' });
  await code('王', ['收益分红', '扶贫产业'], WORDS);
  await code('李', ['收益分红'], WORDS.slice(5));
  await code('李', ['扶贫产业']);
  // A passage with the blanks around it, which no comment is read with.
  const text = readCase(context.store, 'JX01')?.text ?? '';
  const line = [...text.slice(0, text.indexOf('\n'))].length;
  const span = { start: line - 3, end: line + 1 };
  await codePassage(context, { caseId: 'JX01', codes: ['扶贫产业'], span, coder: '李', reason: '' });
  const evidence = rowsOf(context, 'evidence');
  const proposed = evidence.find(({ origins, caseId }) => caseId === 'JX01' && origins.join() === 'rule');
  await reviewPassages(context, 'confirm', { passages: [proposed?.passage ?? ''], coder: '王', reason: '' });
  const own = evidence.find(
    ({ coders, code: label, quote }) => coders.join() === '王' && label === '收益分红' && quote === WORDS,
  );
  await addMemo(context, { on: `passage:${own?.passage}`, text: '折子是凭证\n  第二行', coder: '王' });
  await addMemo(context, { on: `passage:${own?.passage}`, text: '同意', coder: '师' });
  return context;
}

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const readAt = (path: string) => readCommentedDocx(path, bytesOf(path), DEFAULT_LIMITS);

describe('exportDocuments', () => {
  it('writes the very text of each case with comments of those who coded it, and changes nothing when it comes back', async () => {
    const context = await project();
    const out = newFolder();
    const exported = await exportDocuments(context, {}, out);
    expect(exported.authors).toEqual(expect.arrayContaining(['zhagen', '师', '李', '王']));
    expect(readdirSync(out)).toContain('JX01.docx');
    const { text, comments } = await readAt(join(out, 'JX01.docx'));
    expect(text).toBe(readCase(context.store, 'JX01')?.text);
    expect(
      comments
        .filter(({ author }) => author === '李')
        .map((one) => one.text)
        .sort(),
    ).toEqual(['扶贫产业', '收益分红', '整案：扶贫产业']);
    expect(comments.map((one) => one.text)).toContain('收益分红\n备忘：折子是凭证\n  第二行');
    const again = newFolder();
    await exportDocuments(context, {}, again);
    expect(bytesOf(join(again, 'JX01.docx'))).toEqual(bytesOf(join(out, 'JX01.docx')));
    const before = stateHash(context.store);
    const report = await importComments(context, { paths: [out], coder: '左' });
    expect(report).toMatchObject({ decisions: [], codings: 0, takenAway: 0, problems: [] });
    expect(report.ofProgram).toBeGreaterThan(0);
    expect(stateHash(context.store)).toBe(before);
  });

  it('shows no reserved statement, and comes back unchanged all the same', async () => {
    const context = await project();
    const text = readCase(context.store, 'JX01')?.text ?? '';
    const start = [...text.slice(0, text.indexOf(WORDS))].length;
    const statements = new Map([['JX01', [{ start, end: start + WORDS.length }]]]);
    await sealStatements(context, { statements, coder: '左', reason: '' });
    const out = newFolder();
    await exportDocuments(context, {}, out);
    const written = await readAt(join(out, 'JX01.docx'));
    expect(written.text).not.toContain(WORDS.slice(0, 8));
    expect([...written.text]).toHaveLength([...text].length);
    expect(written.comments.map((one) => one.text).join()).not.toContain('折子是凭证');
    const report = await importComments(context, { paths: [out], coder: '左' });
    expect(report).toMatchObject({ decisions: [], problems: [] });
  });

  it.skipIf(!LIBREOFFICE)('comes back whole from LibreOffice', async () => {
    const context = await project();
    const out = newFolder();
    await exportDocuments(context, { cases: ['JX01'] }, join(out, 'JX01.docx'));
    const saved = newFolder();
    mkdirSync(saved);
    // Under another name: the folder of what is saved is that of what is read.
    const bytes = convertWithLibreOffice(saved, 'JX01.dotx', bytesOf(join(out, 'JX01.docx')), 'docx');
    expect(bytes.length).toBeGreaterThan(0);
    const before = stateHash(context.store);
    const report = await importComments(context, { paths: [join(saved, 'JX01.docx')], coder: '左' });
    expect(report).toMatchObject({ decisions: [], problems: [], points: [{ text: '整案：扶贫产业' }] });
    expect(stateHash(context.store)).toBe(before);
  });

  it.skipIf(!PYTHON_DOCX)('is read and saved by python-docx', async () => {
    const context = await project();
    const out = newFolder();
    const [source, saved] = [join(out, 'JX01.docx'), join(out, 'saved.docx')];
    await exportDocuments(context, { cases: ['JX01'] }, source);
    const { stdout } = spawnSync(PYTHON, ['-c', SCRIPT, source, saved], { encoding: 'utf8' });
    const read = JSON.parse(stdout) as { text: string; authors: string[] };
    expect(read.text).toBe(readCase(context.store, 'JX01')?.text);
    expect(read.authors).toEqual(['zhagen', '师', '李', '王']);
    const report = await importComments(context, { paths: [saved], coder: '左' });
    expect(report).toMatchObject({ decisions: [], problems: [] });
  });

  it('takes in what a teacher adds to a student’s coding, and takes away what is gone from it', async () => {
    const context = await project();
    const out = newFolder();
    const { authors } = await exportDocuments(context, { of: '王', cases: ['JX01'] }, out);
    expect(authors).toEqual(['王']);
    const path = join(out, 'JX01.docx');
    const { text, comments, mark } = await readAt(path);
    const write = await openDocxWriter();
    const own = comments.map((one) => ({ ...one, lines: one.text.split('\n') }));
    const add = (...more: Parameters<typeof write>[0]['comments']) =>
      writeFileSync(
        path,
        write({ text, headings: [], comments: [...own, ...more], mark: mark as NonNullable<typeof mark> }),
      );
    const at = [...text].join('').indexOf('巴掌大');
    const span = { start: [...text.slice(0, at)].length, end: [...text.slice(0, at)].length + 3 };
    add(
      { author: '师', lines: ['形制'], span },
      { author: '师', lines: ['备忘：再查'], span: own[0]?.span ?? null },
    );
    const first = await importComments(context, { paths: [path], coder: '左' });
    expect(first).toMatchObject({ codings: 1, takenAway: 0, memos: 2 });
    add();
    const second = await importComments(context, { paths: [path], coder: '左' });
    expect(second.decisions).toEqual([]);
    add({ author: '师', lines: ['尺寸'], span });
    const third = await importComments(context, { paths: [path], coder: '左' });
    expect(third).toMatchObject({ codings: 1, takenAway: 1 });
    const said = rowsOf(context, 'evidence').filter(({ coders }) => coders.join() === '师');
    expect(said.map(({ code, quote }) => [code, quote])).toEqual([['尺寸', '巴掌大']]);
  });

  it('shows nothing in blind documents, and replaces none that is there', async () => {
    const context = await project();
    const out = newFolder();
    expect(await exportDocuments(context, { view: 'blind' }, out)).toMatchObject({
      comments: 0,
      authors: [],
    });
    expect(await rejectionOf(exportDocuments(context, {}, out))).toMatchObject({ code: 'comments/exists' });
    expect(await rejectionOf(exportDocuments(context, {}, join(out, 'all.docx')))).toMatchObject({
      code: 'comments/several-cases',
    });
    expect(await rejectionOf(exportDocuments(context, { cases: ['JX99'] }, newFolder()))).toMatchObject({
      code: 'cases/unknown-case',
    });
  });
});
