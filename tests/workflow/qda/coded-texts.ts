import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQdpx } from '../../../src/formats/refi-qda/read-qdpx.js';
import type { Context } from '../../../src/project/context.js';
import { openStore } from '../../../src/store/open.js';
import { excludeCases } from '../../../src/workflow/exclude-cases.js';
import { type ExportDatasetRequest, exportDataset } from '../../../src/workflow/export-dataset.js';
import { importCases } from '../../../src/workflow/import-cases.js';
import { codePassage } from '../../../src/workflow/judge-passages.js';
import { sealCases } from '../../../src/workflow/seal-cases.js';
import { addMemo } from '../../../src/workflow/write-memo.js';
import { codedProject } from '../coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from '../project.js';

/** Texts with all that makes places in files of other programs go wrong. */
const ODD_TEXT = '村里😀的合作社\r\n建了cafe\u0301大棚，给每户分红。\r\n👨‍👩‍👧豈有此理\r第二段。';
export const WORDS = '给每户分红';

let made: Promise<string> | undefined;

/** A project in which two people coded odd texts, a case without text and samples, and wrote memos on everything. */
export async function handCoded(): Promise<Context> {
  made ??= make();
  const context = copyProject(await made);
  // Ids of what was decided before count up, too.
  return { ...context, newId: () => `e${context.newId().slice(1)}` };
}

/** Makes such a project at another time, with other ids. */
export async function handCodedLater(): Promise<Context> {
  return copyProject(await make('2031-07-01T23:00:00Z', 'f'));
}

async function make(begin?: string, idsBegin = '0'): Promise<string> {
  const path = join(makeFolder().path, 'hand-coded.db');
  copyFileSync(await codedProject('JX01', 'JX02', 'AH'), path);
  const store = openStore(path, { mode: 'write' });
  const context = contextOf(store, begin);
  await codeByHand({ ...context, newId: () => `${idsBegin}${context.newId().slice(1)}` });
  store.close();
  return path;
}

async function codeByHand(context: Context): Promise<void> {
  const { path, remove } = makeFolder();
  writeFileSync(join(path, '怪文.txt'), ODD_TEXT);
  writeFileSync(join(path, '另文.txt'), '另一个村也建了大棚，收益归集体。');
  await importCases(context, { paths: [path] });
  writeFileSync(join(path, '无文.jsonl'), '{"id":"无文","title":"没有文字的案例","省份":"湖北"}\n');
  await importCases(context, { paths: [join(path, '无文.jsonl')], columns: { withoutText: true } });
  remove();
  const code = (coder: string, caseId: string, codes: string[], quote?: string) =>
    codePassage(context, { caseId, codes, quote, coder, reason: '' });
  await code('王', '怪文', ['收益分红', '扶贫产业'], WORDS);
  await code('李', '怪文', ['收益分红'], '建了cafe\u0301大棚');
  await code('李', '怪文', ['扶贫产业'], '第二段');
  await code('王', '无文', ['收益分红']);
  await code('王', 'JX01', ['扶贫产业']);
  await code('王', '另文', ['扶贫产业'], '建了大棚');
  const own = rowsOf(context, 'evidence').find(
    ({ quote, code: label }) => quote === WORDS && label === '收益分红',
  );
  await addMemo(context, {
    on: 'project',
    text: '总体想法 <重要> & “关键”',
    coder: '王',
    type: 'theoretical',
  });
  await addMemo(context, { on: 'code:收益分红', text: '与集体收益的界限', coder: '李' });
  await addMemo(context, { on: 'case:怪文', text: '要回访', coder: '王' });
  await addMemo(context, { on: 'case:无文', text: '问镇里要原文', coder: '李' });
  await addMemo(context, { on: `passage:${own?.passage}`, text: '第一行\n第二行', coder: '李' });
  await excludeCases(context, { cases: ['AH01'], coder: '王', reason: '重复' });
  await sealCases(context, { cases: ['JX02'], coder: '王', reason: '留作检验' });
}

/** Exports a project, and reads the file again as other programs would. */
export async function exchange(context: Context, request: Partial<ExportDatasetRequest> = {}) {
  const { out = join(makeFolder().path, 'project.qdpx') } = request;
  const exported = await exportDataset(context, { ...request, format: 'qdpx', out });
  const bytes = new Uint8Array(readFileSync(out));
  return { ...exported, out, bytes, ...(await readQdpx(bytes, 'project.qdpx')) };
}

/** The names of two codes under one that nobody coded with, of that, and of another of its level. */
export async function someCodes(context: Context) {
  const { project } = await exchange(context, { withoutProposals: true });
  const [first, second] = project.codes.flatMap(({ codes }) => codes);
  const [leaf, sibling] = first?.codes ?? [];
  return {
    leaf: leaf?.name ?? '',
    sibling: sibling?.name ?? '',
    parent: first?.name ?? '',
    other: second?.name ?? '',
  };
}
