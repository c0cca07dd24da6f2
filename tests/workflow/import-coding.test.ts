import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { readCsv, writeCsv } from '../../src/formats/csv.js';
import { writeXlsx } from '../../src/formats/xlsx-write.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { auditCodebook } from '../../src/workflow/audit-codebook.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { exportEffective, writeCodebook } from '../../src/workflow/export-codebook.js';
import { type ImportCodingOptions, importCoding } from '../../src/workflow/import-coding.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const PUBLISHED = join(import.meta.dirname, '../../codebooks/published/six-pillars');
const published = (name: string) => {
  const { rows } = readCsv(readFileSync(join(PUBLISHED, name), 'utf8'), name);
  return rows.map(({ values }) => values);
};

let projects = 0;
function newProject(): Context {
  const store = openStore(join(folder.path, `${++projects}.db`), { mode: 'create' });
  onTestFinished(() => store.close());
  return contextOf(store);
}

const SHEET = join(folder.path, '手工编码.csv');
type Cells = Readonly<Record<string, string>>;
function write(rows: readonly Cells[], path = SHEET): void {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  writeFileSync(path, writeCsv(heads, rows));
}
const MAP = ['案例=编号,关键词=案例关键词,核心词=开放式编码,范畴=主轴编码,主范畴=选择性编码'];
const bring = (context: Context, options: Partial<ImportCodingOptions> = {}) =>
  importCoding(context, { path: SHEET, map: MAP, coder: '左', withoutText: true, ...options });

/** A list as a team would have kept it, of which the published counts are the sums; the cases of a keyword are drawn in turn. */
function listOfStudy(): Cells[] {
  const places = new Map(published('table3-coding.csv').map((row) => [row['open_code'], row]));
  let next = 0;
  const coded = published('keyword-frequency.csv').flatMap(({ core_keyword: core = '', frequency }) =>
    Array.from({ length: Number(frequency) }, (_, at): Cells => {
      const place = places.get(core);
      return {
        编号: `案例${(next++ % 117) + 1}`,
        案例关键词: at % 3 === 0 ? core : `${core}做法${at % 4}`,
        开放式编码: core,
        主轴编码: place?.['axial_category'] ?? '',
        选择性编码: place?.['selective_pillar'] ?? '',
      };
    }),
  );
  const others = [...places.values()].map((row) => ({
    编号: '',
    案例关键词: '',
    开放式编码: row['open_code'] ?? '',
    主轴编码: row['axial_category'] ?? '',
    选择性编码: row['selective_pillar'] ?? '',
  }));
  return [...coded, ...others];
}

describe('the hand coding of the model study, as a list without texts', () => {
  it('gives the published frequency table to the digit, under the labels of the study, and Table 3', async () => {
    const context = newProject();
    write(listOfStudy());
    const report = await bring(context);
    expect(report).toMatchObject({ isMade: true, codings: 320, codesOnly: 73, problems: [], unmapped: [] });
    expect(report.newCases).toHaveLength(117);
    const frequencies = rowsOf(context, 'frequency').map((row) => [row.coreKeyword, row.assignments]);
    const printed = published('keyword-frequency.csv').map((row) => [
      row['core_keyword'],
      Number(row['frequency']),
    ]);
    expect(new Map(frequencies as [string, number][])).toEqual(new Map(printed as [string, number][]));
    const counts = frequencies.map(([, count]) => count);
    expect(counts).toEqual(printed.map(([, count]) => count));
    const coding = rowsOf(context, 'coding').filter(
      ({ level1, level3 }) => level1 !== null && level3 !== null,
    );
    const placed = coding.map((row) => [row.level1, row.level2, row.level3].join());
    const table3 = published('table3-coding.csv').map((row) =>
      [row['selective_pillar'], row['axial_category'], row['open_code']].join(),
    );
    expect(placed.sort()).toEqual(table3.sort());
    expect(
      makeTable(context, { name: 'coding' }).source.codebooks[0]?.levels.map(({ name }) => name.zh),
    ).toEqual(['选择性编码', '主轴编码', '开放式编码']);
    const exported = await exportEffective(context, 'yaml');
    expect(exported.withoutParent).toHaveLength(4);
    const study = join(folder.path, 'study.yaml');
    writeCodebook(exported, study);
    const { findings, checked } = await auditCodebook(study, 'six-pillars');
    expect(checked).toBeGreaterThan(10);
    const unplaced = findings.filter(({ kind }) => kind === 'no-place').map(({ subject }) => subject);
    expect(unplaced).toEqual(['消费扶贫', '公共服务']);
    expect(findings.find(({ kind, foundAt }) => kind === 'count' && foundAt === 'study.yaml')).toMatchObject({
      claimed: '74',
      found: '77',
    });
  });

  it('adds nothing when it is handed in again, and one undo takes the codings back', async () => {
    const context = newProject();
    write(listOfStudy().slice(0, 40));
    await bring(context);
    const hash = stateHash(context.store);
    const again = await bring(context);
    expect([again.isMade, again.decisions, again.founded, again.newCases]).toEqual([false, [], [], []]);
    expect(stateHash(context.store)).toBe(hash);
    await undo(context, { coder: '左', reason: '' });
    expect(rowsOf(context, 'frequency')).toEqual([]);
  });

  it('takes away what a corrected list no longer has, and keeps the rest', async () => {
    const context = newProject();
    write(listOfStudy().slice(0, 40));
    await bring(context);
    write(listOfStudy().slice(0, 39));
    const { decisions } = await bring(context);
    expect(decisions.map(({ kind }) => kind)).toEqual(['uncode']);
    const total = rowsOf(context, 'frequency').reduce((sum, row) => sum + row.assignments, 0);
    expect(total).toBe(39);
    expect(await verifyProject(context)).toMatchObject({ faults: [], isIntact: true });
  });
});

/** A project of two cases with texts. */
const projectWithTexts = async (): Promise<Context> => copyProject(await codedProject('JX'));
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
const TEXT_MAP = ['案例=Case,语句=Quote,初始概念=Concept,副范畴=Category,编码者=Who,备忘=Note'];
const row = (rest: Cells): Cells => ({
  Case: 'JX01',
  Quote: QUOTE,
  Concept: '分红折子',
  Category: '利益共享',
  Who: '',
  Note: '',
  ...rest,
});
const bringTexts = (context: Context, options: Partial<ImportCodingOptions> = {}) =>
  bring(context, { map: TEXT_MAP, withoutText: false, ...options });
const byPeople = (context: Context) =>
  rowsOf(context, 'evidence').filter(({ coders }) => !coders.includes('zhagen'));

describe('hand coding of texts', () => {
  it('is found word for word, nearly, and otherwise kept on the case as a whole', async () => {
    const context = await projectWithTexts();
    write([
      row({ Note: '折子是凭证' }),
      row({ Quote: '村里给每户都发了一本巴掌大的蓝皮折', Concept: '蓝皮折' }),
      row({ Quote: '火星上有许多运河和绿色的小人儿', Concept: '火星' }),
      row({ Quote: '', Concept: '整案' }),
      row({ Concept: '', Category: '' }),
    ]);
    const report = await bringTexts(context);
    expect(report.located).toEqual({ exact: 1, repeated: 0, alike: 1, lost: 1, whole: 1 });
    expect(report.alike).toMatchObject([{ line: 3, caseId: 'JX01' }]);
    expect(report.alike[0]?.score).toBeGreaterThanOrEqual(0.8);
    expect(report.lost).toMatchObject([{ line: 4, found: '' }]);
    expect(report.blank).toBe(1);
    const places = byPeople(context).map(({ code, quote, end }) => [
      code,
      end === 0 ? '' : quote.slice(0, 5),
    ]);
    expect(new Map(places as [string, string][])).toEqual(
      new Map([
        ['分红折子', '村里给每户'],
        ['蓝皮折', '村里给每户'],
        ['火星', ''],
        ['整案', ''],
      ]),
    );
    expect(listMemos(context)).toMatchObject([{ text: '折子是凭证', about: 'JX01 分红折子' }]);
  });

  it('is that of the coder whom a row names, one statement each', async () => {
    const context = await projectWithTexts();
    write([row({}), row({ Who: '李', Concept: '折子；凭证' })]);
    const { coders, codings } = await bringTexts(context);
    expect([coders, codings]).toEqual([['左', '李'], 3]);
    expect(new Set(listDecisions(context).map(({ statement }) => statement)).size).toBe(2);
    await undo(context, { coder: '李', reason: '' });
    expect(byPeople(context).map(({ code }) => code)).toEqual(['分红折子']);
  });

  it('is checked row by row before anything is written, with row and column', async () => {
    const context = await projectWithTexts();
    const hash = stateHash(context.store);
    write([row({}), row({ Case: 'JX99' }), row({ Category: '另一范畴' })]);
    const problems = await bringTexts(context).catch((error) => error.params.problems);
    expect(problems.map(({ params }: { params: object }) => params)).toMatchObject([
      { line: 3, column: 'Case' },
      { line: 4, column: 'Category' },
    ]);
    const rehearsed = await bringTexts(context, { dryRun: true });
    expect(rehearsed).toMatchObject({ isDryRun: true, codings: 1 });
    expect(rehearsed.problems).toHaveLength(2);
    expect(stateHash(context.store)).toBe(hash);
    expect((await bringTexts(context, { skipBad: true })).codings).toBe(1);
  });

  it('grows the codebook that is named, and names codes of nearly the same name', async () => {
    const context = await projectWithTexts();
    write([
      { 编号: 'JX01', 核心关键词: '收益分红' },
      { 编号: 'JX02', 核心关键词: '收益的分红' },
    ]);
    const map = ['案例=编号,开放式编码=核心关键词'];
    const report = await bring(context, { map, codebook: 'six-pillars' });
    expect(report).toMatchObject({ isMade: false, codebookId: 'six-pillars' });
    expect(report.founded).toMatchObject([{ name: '收益的分红', near: ['收益分红'] }]);
    await expect(
      bring(context, { map: ['案例=编号,概念=核心关键词'], codebook: 'six-pillars' }),
    ).rejects.toThrow('coding/unknown-level');
  });

  it('counts on under what a code is merged into, and beside what was mined', async () => {
    const context = await projectWithTexts();
    write([
      { 编号: 'JX01', 词: '分红到户', 核心关键词: '分红做法' },
      { 编号: 'JX02', 词: '分红到户', 核心关键词: '分红做法' },
    ]);
    await bring(context, { map: ['案例=编号,关键词=词,核心词=核心关键词'] });
    expect(rowsOf(context, 'frequency').find((one) => one.coreKeyword === '分红做法')).toMatchObject({
      assignments: 2,
      distinctRaw: 1,
      cases: 2,
    });
    await decide(context, { kind: 'rename', words: ['分红做法', '分红'], coder: '左', reason: '' });
    expect(rowsOf(context, 'frequency').find((one) => one.coreKeyword === '分红')?.assignments).toBe(2);
  });
});

describe('a table with a row a coding', () => {
  it('makes levels and codes of what its rows name, those above first', async () => {
    const context = newProject();
    write([
      { 案例: 'A', 编码: '技能培训', 层级: '概念', 上级: '扶智' },
      { 案例: 'B', 编码: '扶智', 层级: '范畴', 上级: '志智双扶' },
    ]);
    const { levels } = await bring(context, { map: ['案例,编码,层级,上级'] });
    expect(levels).toEqual(['概念', '范畴', '上级']);
    expect(rowsOf(context, 'coding').map((one) => [one.level1, one.level2, one.level3])).toEqual([
      ['志智双扶', null, null],
      ['志智双扶', '扶智', null],
      ['志智双扶', '扶智', '技能培训'],
    ]);
    expect(rowsOf(context, 'coding').map((one) => one.ownReferences)).toEqual([0, 1, 1]);
  });
});

describe('the map of columns', () => {
  it('must say where cases and codes are, and name columns that are there', async () => {
    const context = newProject();
    write([{ 编号: 'A', 概念: '培训', 页码: '3' }]);
    await expect(bring(context, { map: ['概念=概念'] })).rejects.toThrow('coding/map-without');
    await expect(bring(context, { map: ['案例=编号'] })).rejects.toThrow('coding/map-without');
    await expect(bring(context, { map: ['案例=编号,案例=概念'] })).rejects.toThrow('coding/bad-map');
    await expect(bring(context, { map: ['案例=编号,概念=没有'] })).rejects.toThrow('import/missing-column');
    expect((await bring(context, { map: ['案例＝编号；概念'] })).unmapped).toEqual(['页码']);
  });
});

describe('a workbook of hand coding', () => {
  it('is read as its CSV is', async () => {
    const [book, csv] = [newProject(), newProject()];
    const rows = listOfStudy().slice(0, 12);
    write(rows);
    await bring(csv);
    const heads = Object.keys(rows[0] ?? {});
    const xlsx = join(folder.path, '手工编码.xlsx');
    const sheet = { name: '编码', lists: [], notInList: { title: '', message: '' } };
    writeFileSync(
      xlsx,
      await writeXlsx({
        ...sheet,
        columns: heads.map((head) => ({ head, width: 10 })),
        rows: rows.map((one) => heads.map((head) => one[head] ?? '')),
      }),
    );
    await bring(book, { path: xlsx });
    expect(rowsOf(book, 'frequency')).toEqual(rowsOf(csv, 'frequency'));
  });
});
