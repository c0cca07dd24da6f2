import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { frameworkInUse } from '../../src/project/find-code.js';
import { leftOutPassages } from '../../src/project/left-out-passages.js';
import { captionTable } from '../../src/report/caption-table.js';
import { readCountedString } from '../../src/store/counted-text.js';
import { openStore } from '../../src/store/open.js';
import { readSealedStatements } from '../../src/store/sealed-statement-table.js';
import { readSentences } from '../../src/store/sentence-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { casesContaining } from '../../src/store/string-index.js';
import { agreeCoders as agree } from '../../src/workflow/agree.js';
import { listRegions } from '../../src/workflow/change-regions.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { redo, undo } from '../../src/workflow/decide.js';
import { exportSheet } from '../../src/workflow/export-sheet.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { codePassage, reviewPassages, uncodePassage } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { reserveStatements } from '../../src/workflow/reserve-statements.js';
import { sealStatements, unsealStatements } from '../../src/workflow/seal-statements.js';
import { listCases, showCase } from '../../src/workflow/show-cases.js';
import { unsealReserve } from '../../src/workflow/unseal-reserve.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { codedProject, tablesOf } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const LI = { coder: '李', reason: '饱和度检验' };
const whole = await codedProject('GS01', 'GS02', 'GS03', 'JX01', 'GZ01');

const sealedOf = ({ store }: Context, caseId: string) =>
  readSealedStatements(store, caseId, showCase({ store }, caseId).version);

/** The first passage in the evidence, and its sentence. */
function codedSentence(context: Context) {
  const [row] = rowsOf(context, 'evidence').filter(({ caseId }) => caseId === 'GS02');
  const { caseId, start, passage, quote } = row as NonNullable<typeof row>;
  const { clean } = readSentences(context.store, caseId, showCase(context, caseId).version);
  const at = clean.starts.findIndex((from, index) => from <= start && start < (clean.ends[index] as number));
  const span = { start: clean.starts[at] as number, end: clean.ends[at] as number };
  return { caseId, passage, quote, span, statements: new Map([[caseId, [span]]]) };
}

describe('a sealed statement', () => {
  it('is in no table, in no search and in no sheet; captions say how many are sealed', async () => {
    const context = copyProject(whole);
    const { caseId, span, statements, quote } = codedSentence(context);
    const text = showCase(context, caseId).text;
    const words = [...text].slice(span.start, span.end).join('');
    const before = rowsOf(context, 'evidence');
    await sealStatements(context, { ...LI, statements });
    const inside = (row: { caseId: string; start: number; end: number }) =>
      row.caseId === caseId && row.start < span.end && span.start < row.end;
    expect(before.filter(inside).length).toBeGreaterThan(0);
    const key = ({ passage }: { passage: string }) => passage;
    expect(
      rowsOf(context, 'evidence')
        .filter((row) => row.origins.includes('rule'))
        .map(key),
    ).toEqual(before.filter((row) => row.origins.includes('rule') && !inside(row)).map(key));
    expect(rowsOf(context, 'uncoded').filter(inside)).toEqual([]);
    expect(readCountedString(context.store, caseId, showCase(context, caseId).version)).not.toContain(words);
    expect(casesContaining(context.store, [words]).get(words)).toEqual([]);
    const folder = makeFolder();
    const out = join(folder.path, 'open.csv');
    await exportSheet(context, { what: 'uncoded', coder: '李' }, out);
    expect(readFileSync(out, 'utf8')).not.toContain(words);
    folder.remove();
    const { source } = makeTable(context, { name: 'frequency' });
    expect(source.regions.sealed).toEqual({ statements: 1, characters: span.end - span.start });
    expect(captionTable('frequency', source, 'zh')).toContain(`预留语句 1 句 ${span.end - span.start} 字`);
    expect(captionTable('frequency', source, 'en')).toContain('1 reserved statement');
    expect(listCases(context).find(({ id }) => id === caseId)).toMatchObject({ sealedStatements: 1 });
    expect(quote).not.toBe('');
  });

  it('waits with the terms of its case until it is mined again, which computes new statistics', async () => {
    const context = copyProject(whole);
    const { statements, caseId } = codedSentence(context);
    await sealStatements(context, { ...LI, statements });
    expect(listRegions(context).notMined).toEqual([caseId]);
    expect((await mineKeywords(context, {})).computedFor).not.toBeNull();
    expect(listRegions(context).notMined).toEqual([]);
    await unsealStatements(context, { ...LI, cases: [caseId] });
    expect((await mineKeywords(context, {})).computedFor).not.toBeNull();
  });

  it('leaves what a project mines, codes and counts whose text never had it', async () => {
    const folder = makeFolder();
    const sentences = ['村里办起扶贫车间。', '合作社给农户分红。', '干部走访老人。'];
    const lines = (skip: number) =>
      ['a', 'b', 'c'].map((id) => ({
        id,
        text: sentences.flatMap((one, at) => (id === 'b' && at === skip ? [] : `${one}${id}组。\n`)).join(''),
      }));
    const made = async (skip: number) => {
      const own = contextOf(openStore(join(folder.path, `${skip}.db`), { mode: 'create' }));
      const path = join(folder.path, `${skip}.jsonl`);
      writeFileSync(
        path,
        lines(skip)
          .map((one) => JSON.stringify(one))
          .join('\n'),
      );
      await importCases(own, { paths: [path] });
      return own;
    };
    const [sealed, without] = [await made(-1), await made(1)];
    const { clean } = readSentences(sealed.store, 'b', showCase(sealed, 'b').version);
    const gone = [2, 3].map((at) => ({ start: clean.starts[at] as number, end: clean.ends[at] as number }));
    await sealStatements(sealed, { ...LI, statements: new Map([['b', gone]]) });
    for (const context of [sealed, without]) {
      await mineKeywords(context, { minFrequency: 1 });
      await codeCases(context, { codebook: 'six-pillars' });
    }
    const counts = (context: Context) =>
      ['keywords', 'frequency', 'coding', 'matrix'].map((name) => rowsOf(context, name as 'matrix'));
    expect(counts(sealed)).toEqual(counts(without));
    for (const { store } of [sealed, without]) store.close();
    folder.remove();
  });

  it('comes back with undo and redo to the byte, and stays sealed in what verify looks at', async () => {
    const context = copyProject(whole);
    const [hash, tables] = [stateHash(context.store), tablesOf(context)];
    await sealStatements(context, { ...LI, statements: codedSentence(context).statements });
    const sealed = stateHash(context.store);
    expect((await verifyProject(context)).faults).toEqual([]);
    await undo(context, LI);
    expect([stateHash(context.store), tablesOf(context)]).toEqual([hash, tables]);
    await redo(context, LI);
    expect(stateHash(context.store)).toBe(sealed);
  });

  it('is found again in a changed text, and told where that has it no more', async () => {
    const context = copyProject(whole);
    const { caseId, span, statements } = codedSentence(context);
    const { text } = showCase(context, caseId);
    const words = [...text].slice(span.start, span.end).join('');
    await sealStatements(context, { ...LI, statements });
    const folder = makeFolder();
    const path = join(folder.path, `${caseId}.jsonl`);
    const importText = async (text: string) => {
      writeFileSync(path, JSON.stringify({ id: caseId, text }));
      return importCases(context, { paths: [path] });
    };
    const moved = await importText(`新的一句话放在最前面。\n${text}`);
    expect(moved.reanchored.lostStatements).toEqual([]);
    const [place] = sealedOf(context, caseId);
    const now = [...showCase(context, caseId).text].slice(place?.start, place?.end).join('');
    expect(now).toBe(words);
    const lost = await importText(text.replace(words, '换成了别的话。'));
    expect(lost.reanchored.lostStatements).toEqual([{ caseId, statements: 1 }]);
    expect(sealedOf(context, caseId)).toEqual([]);
    await importText(text);
    expect(sealedOf(context, caseId)).toMatchObject([span]);
    folder.remove();
  });
});

describe('whoever decides about a sealed statement is told how to open it', () => {
  const code = { codes: ['courtyard-economy'] };
  it.each<[string, (context: Context, one: ReturnType<typeof codedSentence>) => unknown]>([
    [
      'coding',
      (context, { caseId, quote }) => codePassage(context, { ...LI, ...code, caseId, quote, nth: 1 }),
    ],
    [
      'coding by its place',
      (context, { caseId, span }) => codePassage(context, { ...LI, ...code, caseId, span }),
    ],
    [
      'no longer coding',
      (context, { caseId, span }) => uncodePassage(context, { ...LI, ...code, caseId, span }),
    ],
  ])('%s', async (_, act) => {
    const context = copyProject(whole);
    const one = codedSentence(context);
    await sealStatements(context, { ...LI, statements: one.statements });
    const hash = stateHash(context.store);
    await expect(act(context, one)).rejects.toMatchObject({
      code: 'passage/sealed',
      params: { caseId: one.caseId },
    });
    expect(stateHash(context.store)).toBe(hash);
  });

  it('by the id of a passage that was given out before', async () => {
    const context = copyProject(whole);
    const { passage, statements } = codedSentence(context);
    await sealStatements(context, { ...LI, statements });
    await expect(reviewPassages(context, 'confirm', { ...LI, passages: [passage] })).rejects.toBeInstanceOf(
      UserError,
    );
  });

  it('while a coding made before stays, is listed and is not counted', async () => {
    const context = copyProject(whole);
    const { caseId, span, statements } = codedSentence(context);
    await codePassage(context, { ...LI, codes: ['courtyard-economy'], caseId, span });
    const before = rowsOf(context, 'evidence', { status: 'confirmed' });
    expect(before.length).toBeGreaterThan(0);
    await sealStatements(context, { ...LI, statements });
    expect(rowsOf(context, 'evidence', { status: 'confirmed' })).toEqual([]);
    expect(leftOutPassages(context.store)).toMatchObject([{ caseId, coder: '李', isSealed: true }]);
    await unsealStatements(context, { ...LI, cases: [caseId] });
    expect(rowsOf(context, 'evidence', { status: 'confirmed' })).toEqual(before);
  });
});

describe('reserved statements', () => {
  it('are drawn by the seed and sealed; drawn again they stay', async () => {
    const context = copyProject(whole);
    const first = await reserveStatements(context, { ...LI, share: '1/3', seed: 7 });
    expect(first.statements).toBe(Math.ceil(first.of / 3));
    const sealed = listCases(context).reduce((sum, one) => sum + one.sealedStatements, 0);
    expect(sealed).toBe(first.statements);
    const again = await reserveStatements(context, { ...LI, share: '1/3', seed: 7 });
    expect(again.decisions).toEqual([]);
    await expect(reserveStatements(context, { ...LI, share: '100%' })).rejects.toMatchObject({
      code: 'reserve/no-statements',
    });
  });

  it('bring the codes and the categories above them that no other statement has', async () => {
    const context = copyProject(whole);
    await reserveStatements(context, { ...LI, share: '1/2', seed: 3 });
    const { codebook } = frameworkInUse(context.store);
    const parents = new Map(codebook.codes.map(({ id, parent }) => [id, parent]));
    const upTo = (id: string): string[] => [id, ...(parents.get(id) ? upTo(parents.get(id) as string) : [])];
    const sealed = new Map(listCases(context).map(({ id }) => [id, sealedOf(context, id)]));
    const { decided, test } = await unsealReserve(context, { ...LI, unit: 'statement' });
    expect(decided?.decisions.every(({ kind }) => kind === 'unseal')).toBe(true);
    const [inside, outside] = [new Set<string>(), new Set<string>()];
    for (const { caseId, codeId, start, end, origins } of rowsOf(context, 'evidence')) {
      if (!origins.some((origin) => origin !== 'keyword')) continue;
      const isIn = sealed.get(caseId)?.some((one) => one.start < end && start < one.end);
      for (const id of upTo(codeId)) (isIn ? inside : outside).add(id);
    }
    const brought = codebook.codes.filter(({ id }) => inside.has(id) && !outside.has(id));
    expect(test.codes.map(({ code }) => code)).toEqual(brought.map(({ label }) => label.zh));
    expect(test.codes.some(({ isConcept }) => !isConcept)).toBe(true);
    expect(test.uncoded.length).toBe(test.reserved.length);
    const again = await unsealReserve(context, { ...LI, unit: 'statement' });
    expect(again).toMatchObject({ decided: null, test });
    await expect(unsealReserve(copyProject(whole), { ...LI, unit: 'statement' })).rejects.toMatchObject({
      code: 'reserve/nothing-reserved',
    });
  });

  it('are no units of agreement', async () => {
    const context = copyProject(whole);
    const { caseId, span, statements } = codedSentence(context);
    const other = readSentences(context.store, caseId, showCase(context, caseId).version).clean;
    const last = other.length - 1;
    const spans = [span, { start: other.starts[last] as number, end: other.ends[last] as number }];
    for (const coder of ['李', '王']) {
      for (const one of spans) {
        await codePassage(context, { ...LI, coder, codes: ['courtyard-economy'], caseId, span: one });
      }
    }
    const units = () => agree(context, { coders: ['李', '王'], resamples: 1 });
    const before = (await units()).universe.units;
    await sealStatements(context, { ...LI, statements });
    const report = await units();
    expect(before - report.universe.units).toBe(1);
    expect(report.leftOut).toMatchObject({ sealedStatements: 1, verdicts: 2 });
  });
});
