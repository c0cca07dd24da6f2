import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/formats/csv.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { writeXlsx } from '../../src/formats/xlsx-write.js';
import type { Context } from '../../src/project/context.js';
import { caseIds } from '../../src/store/case-table.js';
import { readKeywords } from '../../src/store/keyword-table.js';
import { decide, undo } from '../../src/workflow/decide.js';
import type { HandedOut } from '../../src/workflow/hand-out.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listCodes } from '../../src/workflow/list-codes.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { withProject } from '../../src/workflow/open-project.js';
import { ranProject } from '../workflow/coded-project.js';
import { enter, serveCopyOf } from './served.js';

const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
const folder = mkdtempSync(join(tmpdir(), 'zhagen-handed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { db, server, origin } = await serveCopyOf(await ranProject('JX01', 'JX02'), '主持人');
const { cookie = '' } = await enter(server);
const headers = { cookie, origin };

const within = <T>(path: string, work: (context: Context) => T | Promise<T>) =>
  withProject(path, { mode: 'write' }, work);

async function handOut(request: object) {
  const answer = await fetch(`${origin}/api/handed/out`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!answer.ok) return { status: answer.status, refusal: await answer.json() };
  const form = await answer.formData();
  const file = form.get('file') as File;
  const about = JSON.parse(String(form.get('about'))) as Pick<HandedOut, 'split' | 'sheet'>;
  return { status: answer.status, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), about };
}

async function handBack(
  route: 'check' | 'take' | 'settled',
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  fields: Readonly<Record<string, string>> = {},
) {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  const answer = await fetch(`${origin}/api/handed/${route}`, { method: 'POST', headers, body: form });
  return { status: answer.status, ...(await answer.json()) };
}

const evidenceOf = (coder: string) =>
  within(db, (context) =>
    makeTable(context, { name: 'evidence' }).rows.filter(({ coders }) => String(coders).includes(coder)),
  );

describe('a project file for a colleague', () => {
  it('has the cases that were chosen and nothing of others, and comes back as it would be joined', async () => {
    await within(db, (context) =>
      codePassage(context, {
        caseId: 'JX01',
        codes: ['收益分红'],
        quote: QUOTE,
        coder: '王',
        reason: '',
      }),
    );
    const out = await handOut({ how: 'split', coders: ['李'], cases: ['JX01'] });
    expect(out).toMatchObject({
      status: 200,
      name: '李.db',
      about: { split: { files: [{ coder: '李', cases: ['JX01'] }] } },
    });
    const path = join(folder, '李.db');
    writeFileSync(path, out.bytes ?? '');
    await within(path, async (context) => {
      expect(caseIds(context.store)).toEqual(['JX01']);
      expect(makeTable(context, { name: 'memos' }).rows).toEqual([]);
      await codePassage(context, {
        caseId: 'JX01',
        codes: ['公益性岗位'],
        quote: QUOTE,
        coder: '李',
        reason: '',
      });
    });
    const file = { name: '李.db', bytes: readFileSync(path) };
    const tried = await handBack('check', file);
    expect(tried).toMatchObject({ status: 200, lines: [expect.stringContaining('将并入')] });
    expect(await evidenceOf('李')).toEqual([]);
    const late = await handBack('take', file, { seen: String(tried.seen - 1) });
    expect(late).toMatchObject({ status: 409, code: 'decide/changed-since' });
    const taken = await handBack('take', file, { seen: String(tried.seen) });
    expect(taken.lines[0]).toContain('已并入');
    expect((await evidenceOf('李')).length).toBe(1);
  });

  it('is one of several in a zip, each with the cases that it is for', async () => {
    const out = await handOut({ how: 'split', coders: ['赵', '钱'], overlap: '1', sheets: true });
    expect(out.name).toBe('work.zip');
    expect(out.about?.split?.overlap.length).toBe(1);
    expect(out.about?.split?.files.map(({ file }) => file)).toEqual(['赵.xlsx', '钱.xlsx']);
    const refused = await handOut({ how: 'split', coders: ['赵'], cases: ['没有'] });
    expect(refused).toMatchObject({ status: 404, refusal: { code: 'cases/unknown-case' } });
  });
});

describe('a sheet for a colleague', () => {
  it('is tried, names the row of what is wrong by the name of the file, and is taken when it is right', async () => {
    const out = await handOut({ how: 'sheet', coder: '孙', what: 'uncoded', view: 'blind', sample: '5' });
    expect(out.about?.sheet).toMatchObject({ coder: '孙', rows: 5 });
    const [table] = await readXlsx('孙.xlsx', out.bytes ?? new Uint8Array(), DEFAULT_LIMITS);
    const columns = table?.columns ?? [];
    const fill = async (code: string) => ({
      name: '孙.xlsx',
      bytes: await writeXlsx({
        name: '表',
        columns: columns.map((head) => ({ head, width: 10 })),
        rows: (table?.rows ?? []).map(({ values }, at) =>
          columns.map((column) => (at === 1 && column === '开放式编码' ? code : (values[column] ?? null))),
        ),
      }),
    });
    const wrong = await fill('没有这个编码');
    const tried = await handBack('check', wrong);
    expect(tried).toMatchObject({
      status: 200,
      problems: [expect.stringMatching(/3.*\n.*没有这个编码/s)],
    });
    const refused = await handBack('take', wrong);
    expect(refused).toMatchObject({ status: 400, code: 'sheet/bad-rows' });
    expect(refused.message).toContain('没有这个编码');
    expect(refused.message).toContain('孙.xlsx');
    expect(refused.message).not.toContain(tmpdir());
    const right = await fill('公益性岗位');
    expect(await handBack('check', right)).toMatchObject({ status: 200, problems: [] });
    expect(await evidenceOf('孙')).toEqual([]);
    expect(await handBack('take', right, { isNew: 'yes' })).toMatchObject({ status: 200, problems: [] });
    expect((await evidenceOf('孙')).length).toBe(1);
  });

  it('that is no sheet is refused by its name', async () => {
    const refused = await handBack('check', {
      name: '../笔记.csv',
      bytes: new TextEncoder().encode('a,b\n1,2\n'),
    });
    expect(refused).toMatchObject({ status: 400, code: 'sheet/not-a-sheet' });
    expect(refused.message).toContain('笔记.csv');
    expect(refused.message).not.toContain(tmpdir());
  });
});

describe('another copy of the project', () => {
  it('is joined once it was said of each contradiction, also in a sheet, which decision is in force', async () => {
    const path = join(folder, '副本.db');
    copyFileSync(db, path);
    const rename = (file: string, name: string, coder: string) =>
      within(file, (context) =>
        decide(context, { kind: 'rename', words: ['公益性岗位', name], coder, reason: '' }),
      );
    await rename(db, '公益岗位', '主持人');
    await rename(path, '岗位安置', '周');
    const file = { name: '副本.db', bytes: readFileSync(path) };
    const tried = await handBack('check', file);
    expect(tried.conflicts).toMatchObject([
      { earlier: { coder: '主持人' }, later: { coder: '周', text: expect.stringContaining('岗位安置') } },
    ]);
    const [{ earlier, later }] = tried.conflicts;
    const bytes = new Uint8Array(Buffer.from(tried.conflictSheet, 'base64'));
    const [sheet] = await readXlsx('冲突.xlsx', bytes, DEFAULT_LIMITS);
    const rows = sheet?.rows.map(({ values }) => ({ ...values, 采用: '先' })) ?? [];
    const filled = writeCsv(sheet?.columns ?? [], rows);
    const read = await handBack('settled', { name: '冲突.csv', bytes: new TextEncoder().encode(filled) });
    expect(read[0]).toEqual({ earlier: earlier.id, later: later.id, kept: 'earlier' });
    const other = await handBack('settled', {
      name: '笔记.csv',
      bytes: new TextEncoder().encode('a,b\n1,2\n'),
    });
    expect(other).toMatchObject({ status: 400, code: 'join/not-conflicts' });
    expect(other.message).toContain('笔记.csv');
    expect(await handBack('take', file)).toMatchObject({ status: 400, code: 'join/conflicts' });
    const settled = JSON.stringify([read[0]]);
    expect(await handBack('take', file, { settled })).toMatchObject({ status: 200 });
    const labels = await within(db, (context) => listCodes(context).map(({ label }) => label));
    expect(labels).toContain('公益岗位');
    expect(labels).not.toContain('岗位安置');
  });
});

describe('a list of decisions', () => {
  it('is applied as far as nobody decided otherwise here, which is said of each', async () => {
    const say = (kind: 'keep' | 'drop', words: string[]) =>
      within(db, (context) => decide(context, { kind, words, coder: '主持人', reason: '' }));
    const words = await within(db, ({ store }) => [...new Set(readKeywords(store).map(({ word }) => word))]);
    const [one = '', other = ''] = words;
    await say('drop', [one, other]);
    const answer = await fetch(`${origin}/api/screening/recipe.yaml`, { headers });
    const file = { name: 'decisions.yaml', bytes: new Uint8Array(await answer.arrayBuffer()) };
    await within(db, (context) => undo(context, { coder: '主持人', reason: '' }));
    await say('keep', [one]);
    const tried = await handBack('check', file);
    expect(tried).toMatchObject({ status: 200 });
    expect(tried.problems).toEqual([expect.stringContaining(`主持人 在本项目中对“${one}”另有判定`)]);
    expect(await handBack('take', file)).toMatchObject({ status: 400, code: 'recipe/conflicts' });
    expect(await handBack('take', file, { skipBad: 'yes' })).toMatchObject({ status: 200 });
    const reasons = await within(db, ({ store }) =>
      readKeywords(store).flatMap(({ word, reason }) => ([one, other].includes(word) ? [reason] : [])),
    );
    expect(new Set(reasons)).toEqual(new Set(['decided-keep', 'decided-drop']));
  });
});
