import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { writeXlsx } from '../../src/formats/xlsx-write.js';
import type { Context } from '../../src/project/context.js';
import { stateHash } from '../../src/store/state-hash.js';
import { readVerdict } from '../../src/store/verdict-table.js';
import { adjudicatePassages } from '../../src/workflow/adjudicate-passages.js';
import { agreeCoders } from '../../src/workflow/agree.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { exportSheet } from '../../src/workflow/export-sheet.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { type ImportSheetOptions, importSheet } from '../../src/workflow/import-sheet.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
const SHEET = join(folder.path, 'sheet.xlsx');
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
const [WHOSE, OTHERWISE, WHY, MEMO] = ['采用谁的判定', '另定为', '分歧原因', '备忘'] as const;
const project = await codedProject('GS01', 'JX01');
afterAll(folder.remove);

type Row = Record<string, string>;
interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

async function handOut(context: Context, hideNames = false): Promise<Sheet> {
  await exportSheet(context, { what: 'contested', coder: '裁决组', hideNames }, SHEET);
  const [table] = await readXlsx(SHEET, readFileSync(SHEET), DEFAULT_LIMITS);
  return {
    columns: table?.columns ?? [],
    rows: (table?.rows ?? []).map(({ values }) => ({ ...values })),
  };
}

async function handIn(context: Context, { columns, rows }: Sheet, options: Partial<ImportSheetOptions> = {}) {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
  const sheet = { name: '表', columns: columns.map((head) => ({ head, width: 10 })), rows: cells };
  writeFileSync(SHEET, await writeXlsx(sheet));
  return importSheet(context, { path: SHEET, ...options });
}

const by = (coder: string) => ({ coder, reason: '' });
const code = (context: Context, coder: string, ...codes: string[]) =>
  codePassage(context, { ...by(coder), caseId: 'JX01', codes, quote: QUOTE });

/** Two coders gave one sentence different codes, and are done with its case. */
async function disagree(): Promise<Context> {
  const context = copyProject(project);
  await code(context, '王', '收益分红');
  await code(context, '李', '公益性岗位');
  for (const coder of ['王', '李']) await finishCases(context, { ...by(coder), cases: ['JX01'] });
  return context;
}

const rowOf = ({ rows }: Sheet, word: string) => rows.find((row) => row['关键词或编码'] === word) as Row;
const codesAt = (context: Context) =>
  rowsOf(context, 'evidence')
    .filter(
      ({ quote, origins, status }) =>
        quote.includes(QUOTE) && origins.includes('person') && status !== 'rejected',
    )
    .map(({ code: label }) => label);
const problemsOf = (error: unknown) =>
  (error as { params: { problems: { params: { problems: { code: string }[] } }[] } }).params.problems.flatMap(
    ({ params }) => params.problems.map((one) => one.code),
  );

describe('a sheet of what coders differ about', () => {
  it('hides who said what under the same letters in each row, and takes the letters back', async () => {
    const context = await disagree();
    const sheet = await handOut(context, true);
    const seen = JSON.stringify(sheet.rows);
    expect(sheet.rows).toHaveLength(2);
    for (const name of ['王', '李']) expect(seen).not.toContain(name);
    expect(rowOf(sheet, '收益分红')['各编码者的判定']).toBe('编码者 A: 编码\n编码者 B: 未编码');
    expect(rowOf(sheet, '公益性岗位')['各编码者的判定']).toBe('编码者 A: 未编码\n编码者 B: 编码');
    for (const row of sheet.rows) Object.assign(row, { [WHOSE]: 'Ａ', [WHY]: '缺少规则' });
    const { kinds } = await handIn(context, sheet, { attendees: ['赵', '钱'] });
    expect(kinds).toEqual({ adjudicate: 2 });
    expect(codesAt(context)).toEqual(['收益分红']);
    const [last] = listDecisions(context).toReversed();
    expect(last).toMatchObject({
      coder: '裁决组',
      after: { verdictOf: '王', why: 'rule-missing', attendees: ['赵', '钱'] },
    });
    expect((await handOut(context, true)).rows).toEqual([]);
  });

  it('names nobody in a problem of a sheet that hides names', async () => {
    const context = await disagree();
    const sheet = await handOut(context, true);
    rowOf(sheet, '收益分红')[WHOSE] = '编码者 F';
    const error = await handIn(context, sheet).catch((thrown) => thrown);
    expect(problemsOf(error)).toEqual(['decide/no-verdict-of']);
    expect(JSON.stringify(error.params)).not.toMatch(/王|李/);
  });

  it('gives a sentence a code that no coder gave, with a note, and leaves the agreement of the coders as it was', async () => {
    const context = await disagree();
    const agreement = () => agreeCoders(context, { coders: ['王', '李'], resamples: 10 });
    const before = agreement();
    const sheet = await handOut(context);
    for (const row of sheet.rows) row[OTHERWISE] = '防贫预警';
    const error = await handIn(context, sheet).catch((thrown) => thrown);
    expect(problemsOf(error)).toEqual(['sheet/needs-note', 'sheet/needs-note']);
    for (const row of sheet.rows) row[MEMO] = '两人都看漏了折子的用途';
    const { kinds } = await handIn(context, sheet);
    expect(kinds).toEqual({ adjudicate: 3, code: 1 });
    expect(codesAt(context)).toEqual(['防贫预警']);
    expect(rowsOf(context, 'contested')).toEqual([]);
    expect(agreement()).toEqual(before);
    expect((await handIn(context, sheet)).decisions).toEqual([]);
    await undo(context, by('裁决组'));
    expect(rowsOf(context, 'contested')).toHaveLength(4);
  });

  it('takes its own code away again when the sheet comes back without it', async () => {
    const context = await disagree();
    const sheet = await handOut(context);
    for (const row of sheet.rows) Object.assign(row, { [OTHERWISE]: '防贫预警', [MEMO]: '另有所指' });
    await handIn(context, sheet);
    for (const row of sheet.rows) Object.assign(row, { [OTHERWISE]: '', [WHOSE]: '李', [MEMO]: '' });
    await handIn(context, sheet);
    expect(codesAt(context)).toEqual(['公益性岗位']);
    expect(rowsOf(context, 'contested')).toEqual([]);
  });

  it('asks for a note when no code of a sentence is taken though each coder gave one', async () => {
    const context = await disagree();
    const sheet = await handOut(context);
    rowOf(sheet, '收益分红')[WHOSE] = '李';
    rowOf(sheet, '公益性岗位')[WHOSE] = '王';
    const error = await handIn(context, sheet).catch((thrown) => thrown);
    expect(problemsOf(error)).toEqual(['sheet/needs-note', 'sheet/needs-note']);
    rowOf(sheet, '收益分红')[MEMO] = '只是叙述，不编码';
    await handIn(context, sheet);
    expect(codesAt(context)).toEqual([]);
  });

  it('fills gaps only: what was settled meanwhile stays', async () => {
    const context = await disagree();
    const sheet = await handOut(context);
    const [first] = rowsOf(context, 'contested').filter(
      ({ word, passage }) => word === '收益分红' && passage,
    );
    const passages = [String(first?.passage)];
    await adjudicatePassages(context, { ...by('赵'), passages, verdictOf: '王', why: 'slip' });
    for (const row of sheet.rows) row[WHOSE] = '李';
    const settled = stateHash(context.store);
    const error = await handIn(context, sheet).catch((thrown) => thrown);
    expect(problemsOf(error)).toContain('sheet/settled-since');
    expect(stateHash(context.store)).toBe(settled);
  });

  it.each([
    [
      'chooses a coder and decides otherwise',
      { [WHOSE]: '王', [OTHERWISE]: '防贫预警' },
      'sheet/chosen-and-decided',
    ],
    ['gives a reason that is not in the list', { [WHOSE]: '王', [WHY]: '看错了' }, 'sheet/unknown-why'],
    [
      'decides for a code that a coder gave',
      { [OTHERWISE]: '公益性岗位', [MEMO]: '是' },
      'sheet/decided-as-given',
    ],
  ])('refuses a row that %s', async (_, cells, problem) => {
    const context = await disagree();
    const sheet = await handOut(context);
    Object.assign(rowOf(sheet, '收益分红'), cells);
    expect(problemsOf(await handIn(context, sheet).catch((thrown) => thrown))).toEqual([problem]);
  });

  it('decides about a word as none of the coders did', async () => {
    const context = copyProject(project);
    const [word, into] = [...new Set(rowsOf(context, 'keywords').map((row) => row.word))] as [string, string];
    await decide(context, { kind: 'keep', words: [word], ...by('王') });
    await decide(context, { kind: 'drop', words: [word], ...by('李') });
    const sheet = await handOut(context);
    expect(sheet.rows).toHaveLength(1);
    Object.assign(sheet.rows[0] as Row, {
      [OTHERWISE]: `并入 ${into}`,
      [MEMO]: '同一事物',
      [WHY]: 'edge-case',
    });
    await handIn(context, sheet);
    const key = { group: '*', word, aspect: 'screening' } as const;
    expect(readVerdict(context.store, key)).toMatchObject({ kind: 'fold', into, coder: '裁决组' });
    expect(listDecisions(context).at(-1)?.after).toMatchObject({
      verdict: { kind: 'fold', into, coder: '裁决组' },
      why: 'edge-case',
    });
    expect((await handIn(context, sheet)).decisions).toEqual([]);
    Object.assign(sheet.rows[0] as Row, { [OTHERWISE]: '剔除', [MEMO]: '' });
    await handIn(context, sheet);
    expect(listDecisions(context).at(-1)?.after).toMatchObject({ verdict: { kind: 'drop', coder: '李' } });
  });
});
