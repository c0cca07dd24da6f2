import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { adjudicatePassages } from '../../src/workflow/adjudicate-passages.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { redo, undo } from '../../src/workflow/decide.js';
import { defineCode } from '../../src/workflow/define-code.js';
import { deleteCode } from '../../src/workflow/delete-code.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import {
  codePassage,
  type PassageOptions,
  recodePassage,
  reviewPassages,
  uncodePassage,
} from '../../src/workflow/judge-passages.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { sealCases } from '../../src/workflow/seal-cases.js';
import { ranProject } from './coded-project.js';
import { copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const PROJECT = await ranProject('JX01', 'JX02');
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
const CODE = '收益分红';

const by = (coder: string) => ({ coder, reason: '通读全案' });
const code = (context: Context, rest: Partial<PassageOptions> = {}) =>
  codePassage(context, { ...by('左'), caseId: 'JX01', codes: [CODE], ...rest });
const done = (context: Context, coder: string) => finishCases(context, { ...by(coder), cases: ['JX01'] });
const wholes = (context: Context, request = {}) =>
  rowsOf(context, 'evidence', request).filter(({ end }) => end === 0);
const countsOf = (context: Context) => {
  const row = rowsOf(context, 'coding').find((one) => one.code === CODE);
  return [row?.ownReferences ?? 0, row?.cases ?? 0];
};

describe('a case that a person codes as a whole', () => {
  it('is one reference of the code and case, without words or number, and overlaps no sentence', async () => {
    const context = copyProject(PROJECT);
    const [references = 0] = countsOf(context);
    const [coverage, uncoded] = [rowsOf(context, 'coverage'), rowsOf(context, 'uncoded')];
    const { source: before } = makeTable(context, { name: 'frequency' });
    await code(context);
    expect(wholes(context)).toMatchObject([
      { code: CODE, start: 0, end: 0, quote: '', paragraph: null, sentence: null, coders: ['左'] },
    ]);
    expect(countsOf(context)[0]).toBe(references + 1);
    expect(wholes(context, { status: 'confirmed' })).toHaveLength(1);
    expect([rowsOf(context, 'coverage'), rowsOf(context, 'uncoded')]).toEqual([coverage, uncoded]);
    const { source } = makeTable(context, { name: 'frequency' });
    expect(captionTable('frequency', source, 'zh')).toContain('有 1 个是对整个案例的编码');
    expect(captionTable('frequency', before, 'zh')).not.toContain('整个案例');
    const freq = rowsOf(context, 'frequency').find(({ coreKeyword }) => coreKeyword === CODE);
    const matrix = rowsOf(context, 'matrix').find((row) => row.caseId === 'JX01' && row.code === CODE);
    expect([freq?.references, matrix?.references]).toEqual([references + 1, references + 1]);
  });

  it('meets other codes of the case where cases are the units, and none where sentences are', async () => {
    const context = copyProject(PROJECT);
    const coded = new Set(rowsOf(context, 'evidence').map((row) => row.code));
    const codes = ['易地搬迁', '消费扶贫', '养老服务', '小额信贷']
      .filter((name) => !coded.has(name))
      .slice(0, 2);
    await code(context, { codes });
    const shared = (unit: 'case' | 'passage') =>
      rowsOf(context, 'cooccurrence', { unit })
        .filter((row) => codes.includes(row.code) && codes.includes(row.otherCode))
        .map(({ units, sharedUnits, sharedCases }) => [units, sharedUnits, sharedCases]);
    expect([codes.length, shared('case'), shared('passage')]).toEqual([2, [[1, 1, 1]], []]);
  });

  it('stays when the project is coded again, and goes and comes with undo and redo', async () => {
    const context = copyProject(PROJECT);
    const hash = stateHash(context.store);
    await code(context);
    const coded = rowsOf(context, 'evidence');
    await codeCases(context, {});
    expect(rowsOf(context, 'evidence')).toEqual(coded);
    expect((await code(context)).decisions).toEqual([]);
    await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(hash);
    await redo(context, by('左'));
    expect(rowsOf(context, 'evidence')).toEqual(coded);
  });

  it('can be given another code, or none, by its coder alone', async () => {
    const context = copyProject(PROJECT);
    const place = { caseId: 'JX01', codes: [CODE] };
    await code(context, { quote: QUOTE });
    await expect(uncodePassage(context, { ...by('左'), ...place })).rejects.toThrow('passage/not-coded-by');
    await code(context);
    await expect(uncodePassage(context, { ...by('李'), ...place })).rejects.toThrow('passage/not-coded-by');
    await recodePassage(context, { ...by('左'), ...place, to: '利益联结' });
    expect(wholes(context).map((row) => row.code)).toEqual(['利益联结']);
    await uncodePassage(context, { ...by('左'), ...place, codes: ['利益联结'] });
    expect(wholes(context)).toEqual([]);
    expect(rowsOf(context, 'evidence').some(({ coders }) => coders.includes('左'))).toBe(true);
  });

  it('is carried over to a new version of its text, with its memo', async () => {
    const context = copyProject(PROJECT);
    await code(context, { memo: '全案都在讲分红' });
    const changed = makeFolder();
    rewrite(join(copyCases(changed.path, 'JX01'), 'JX01.txt'), () => '全文重写，与此前没有一句相同。');
    const { reanchored } = await importCases(context, { paths: [changed.path] });
    changed.remove();
    await codeCases(context, {});
    expect(reanchored.orphaned.some(({ quote }) => quote === '')).toBe(false);
    expect(wholes(context)).toMatchObject([{ caseId: 'JX01', code: CODE, coders: ['左'] }]);
    expect(listMemos(context)).toMatchObject([
      { about: `JX01 ${CODE}`, orphaned: false, quote: '', passage: wholes(context)[0]?.passage },
    ]);
    expect(listDecisions(context).map(({ kind }) => kind)).toEqual(['code', 'memo']);
    await undo(context, by('左'));
    expect(wholes(context)).toEqual([]);
  });

  it('is left out with an excluded case, and refused for a sealed one', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await excludeCases(context, { ...by('左'), cases: ['JX01'] });
    expect(wholes(context)).toEqual([]);
    await sealCases(context, { ...by('左'), cases: ['JX02'] });
    await expect(code(context, { caseId: 'JX02' })).rejects.toThrow('cases/sealed');
  });

  it('is on the revisit list when its code is defined otherwise, and keeps the code from being deleted', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await expect(deleteCode(context, { ...by('左'), code: CODE })).rejects.toThrow('delete/not-empty');
    await defineCode(context, { ...by('左'), code: CODE, definition: '按股分红' });
    expect(rowsOf(context, 'revisit')).toMatchObject([
      { caseId: 'JX01', code: CODE, changed: 'definition', quote: '' },
    ]);
    const [one] = wholes(context);
    await reviewPassages(context, 'confirm', { ...by('左'), passages: [one?.passage ?? ''] });
    expect(rowsOf(context, 'revisit')).toEqual([]);
  });
});

describe('a case that coders coded otherwise as a whole', () => {
  it('is settled for case and code among those who judged it or are done, and adjudicated', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await done(context, '李');
    const [own] = wholes(context);
    expect(rowsOf(context, 'contested')).toMatchObject([
      { group: 'JX01', word: CODE, coder: '左', verdict: 'code', passage: own?.passage },
      { coder: '李', verdict: 'silence' },
    ]);
    const decision = { ...by('王'), passages: [own?.passage ?? ''], verdictOf: '李' };
    await adjudicatePassages(context, decision);
    expect([wholes(context), rowsOf(context, 'contested')]).toEqual([[], []]);
    await undo(context, by('王'));
    await reviewPassages(context, 'confirm', { ...by('李'), passages: decision.passages });
    expect(rowsOf(context, 'contested')).toEqual([]);
    expect(wholes(context)[0]?.coders).toEqual(['左', '李']);
  });

  it('is in the view of its coder and in no other', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await reviewPassages(context, 'reject', { ...by('李'), passages: [wholes(context)[0]?.passage ?? ''] });
    expect(wholes(context, { view: 'coder:左' })).toHaveLength(1);
    expect(wholes(context, { view: 'coder:李' })).toEqual([]);
    expect(wholes(context, { view: 'blind', coder: '左' })).toHaveLength(1);
  });

  it('is not contested by who gave the code to passages of it instead, nor the other way round', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await code(context, { ...by('李'), quote: QUOTE });
    await done(context, '左');
    await done(context, '李');
    expect(rowsOf(context, 'contested')).toEqual([]);
    await uncodePassage(context, { ...by('左'), caseId: 'JX01', codes: [CODE] });
    expect(rowsOf(context, 'contested')).toMatchObject([
      { coder: '李', verdict: 'code' },
      { coder: '左', verdict: 'silence' },
    ]);
  });
});
