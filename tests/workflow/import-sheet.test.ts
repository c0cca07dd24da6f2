import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/formats/csv.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { writeXlsx } from '../../src/formats/xlsx-write.js';
import type { Context } from '../../src/project/context.js';
import { stateHash } from '../../src/store/state-hash.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { defineCode } from '../../src/workflow/define-code.js';
import { type ExportOptions, exportSheet } from '../../src/workflow/export-sheet.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { type ImportSheetOptions, importSheet } from '../../src/workflow/import-sheet.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import {
  LIBREOFFICE_CALC,
  noteMissingPrograms,
  OPENPYXL,
  openWithOpenpyxl,
  saveWithLibreOffice,
} from '../formats/spreadsheet-programs.js';
import { codedProject } from './coded-project.js';
import { copyCases, copyProject, makeFolder, rowsOf } from './project.js';

noteMissingPrograms();
const folder = makeFolder();
const project = await codedProject('JX', 'GZ');
afterAll(folder.remove);

const SHEET = join(folder.path, 'sheet.xlsx');
const CSV = join(folder.path, 'sheet.csv');
const WORDS = '原始语句（±1句）';
const CODE = '开放式编码';

type Row = Record<string, string>;
interface Sheet {
  columns: string[];
  rows: Row[];
}

/** A sheet of a coder, as its cells are. */
async function handOut(
  context: Context,
  options: Partial<ExportOptions> & Pick<ExportOptions, 'what'>,
): Promise<Sheet> {
  await exportSheet(context, { coder: '左', ...options }, SHEET);
  const [table] = await readXlsx(SHEET, readFileSync(SHEET), DEFAULT_LIMITS);
  return {
    columns: [...(table?.columns ?? [])],
    rows: (table?.rows ?? []).map(({ values }) => ({ ...values })),
  };
}

/** Hands a sheet in, as it is now. */
async function handIn(context: Context, { columns, rows }: Sheet, options: Partial<ImportSheetOptions> = {}) {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
  const sheet = { name: '表', columns: columns.map((head) => ({ head, width: 10 })), rows: cells };
  writeFileSync(SHEET, await writeXlsx(sheet));
  return importSheet(context, { path: SHEET, ...options });
}

const kindsOf = (context: Context) => listDecisions(context).map(({ kind }) => kind);
const first = (sheet: Sheet) => sheet.rows[0] as Row;
const rowAt = (sheet: Sheet, at: number) => sheet.rows[at] as Row;

describe('a sheet that comes back as it was written', () => {
  it.each(['screening', 'open', 'axial', 'passages', 'uncoded'] as const)(
    'decides nothing: %s',
    async (what) => {
      const context = copyProject(project);
      const [one] = rowsOf(context, 'evidence');
      const judge = { coder: '左', reason: '' };
      await reviewPassages(context, 'confirm', { passages: [String(one?.passage)], ...judge });
      await decide(context, { kind: 'drop', words: ['扶贫车间'], ...judge });
      const before = stateHash(context.store);
      const result = await handIn(context, await handOut(context, { what }));
      expect(result.decisions).toEqual([]);
      expect(stateHash(context.store)).toBe(before);
    },
  );
});

describe('a sheet of passages', () => {
  it('confirms, rejects, gives another code in place of one, and several', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    rowAt(sheet, 0)['判定'] = '确认';
    rowAt(sheet, 1)['判定'] = ' 否决 ';
    const other = rowAt(sheet, 2)[CODE] === '收益分红' ? '防贫预警' : '收益分红';
    rowAt(sheet, 2)[CODE] = other;
    rowAt(sheet, 3)[CODE] += '；养老服务、小额信贷';
    expect(rowAt(sheet, 3)['zhagen:span']).not.toBe(rowAt(sheet, 2)['zhagen:span']);
    const { kinds } = await handIn(context, sheet);
    expect(kinds).toEqual({ confirm: 1, reject: 2, code: 3 });
    const replaced = rowAt(sheet, 2);
    const now = rowsOf(context, 'evidence').filter(
      ({ caseId, start, end }) =>
        `case:${caseId}` === replaced['zhagen:case'] && `${start}..${end}` === replaced['zhagen:span'],
    );
    expect(now.map(({ code }) => code)).toContain(other);
  });

  it('is taken back as a whole by one undo', async () => {
    const context = copyProject(project);
    const before = stateHash(context.store);
    const sheet = await handOut(context, { what: 'passages' });
    rowAt(sheet, 0)['判定'] = '确认';
    rowAt(sheet, 1)[CODE] = '一个新概念';
    rowAt(sheet, 2)['备忘'] = '待讨论';
    await handIn(context, sheet, { isNew: true });
    expect(stateHash(context.store)).not.toBe(before);
    await undo(context, { coder: '左', reason: '' });
    const evidence = (of: Context) =>
      rowsOf(of, 'evidence').map(({ passage, status, code }) => [passage, status, code]);
    expect(evidence(context)).toEqual(evidence(copyProject(project)));
    expect(listMemos(context)).toEqual([]);
    expect(rowsOf(context, 'coding').map(({ codeId }) => codeId)).toEqual(
      rowsOf(copyProject(project), 'coding').map(({ codeId }) => codeId),
    );
  });

  it('says once what it says, however often it is handed in', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    rowAt(sheet, 0)['判定'] = '确认';
    rowAt(sheet, 1)[CODE] += '；教育服务';
    rowAt(sheet, 2)['备忘'] = '待讨论';
    await handIn(context, sheet);
    const count = kindsOf(context).length;
    const again = await handIn(context, sheet);
    expect(again.decisions).toEqual([]);
    expect(kindsOf(context)).toHaveLength(count);
  });

  it('takes the place of what it said before, which stays in the log', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'uncoded' });
    first(sheet)[CODE] = '教育服务；医疗服务';
    await handIn(context, sheet);
    first(sheet)[CODE] = '教育服务';
    first(sheet)['备忘'] = '只是教育';
    const { kinds } = await handIn(context, sheet);
    expect(kinds).toEqual({ uncode: 1, memo: 1 });
    first(sheet)['备忘'] = '学校';
    expect((await handIn(context, sheet)).kinds).toEqual({ edit: 1 });
    expect(kindsOf(context)).toEqual(['code', 'code', 'uncode', 'memo', 'edit']);
    expect(listMemos(context).map(({ text }) => text)).toEqual(['学校']);
  });

  it('does not overrule what the coder decided since: the row is named and nothing is written', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    const [one] = rowsOf(context, 'evidence');
    await reviewPassages(context, 'reject', { passages: [String(one?.passage)], coder: '左', reason: '' });
    rowAt(sheet, 0)['判定'] = '确认';
    rowAt(sheet, 1)['判定'] = '确认';
    const refused = handIn(context, sheet);
    await expect(refused).rejects.toMatchObject({
      code: 'sheet/bad-rows',
      params: { problems: [{ params: { line: 2, problems: [{ code: 'sheet/said-since' }] } }] },
    });
    expect(kindsOf(context)).toEqual(['reject']);
    const { kinds, problems } = await handIn(context, sheet, { skipBad: true });
    expect(kinds).toEqual({ confirm: 1 });
    expect(problems).toHaveLength(1);
  });

  it('rehearses without writing', async () => {
    const context = copyProject(project);
    const before = stateHash(context.store);
    const sheet = await handOut(context, { what: 'passages' });
    rowAt(sheet, 0)['判定'] = '确认';
    rowAt(sheet, 1)['判定'] = '也许';
    const { kinds, problems } = await handIn(context, sheet, { dryRun: true });
    expect(kinds).toEqual({ confirm: 1 });
    expect(problems).toMatchObject([{ params: { line: 3, problems: [{ code: 'sheet/unknown-verdict' }] } }]);
    expect(stateHash(context.store)).toBe(before);
  });

  it('names rows whose words are those of another row, as when one column was sorted alone', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    const [one, other] = [
      first(sheet),
      sheet.rows.find((row) => row['案例'] !== first(sheet)['案例']) as Row,
    ];
    [one[WORDS], other[WORDS]] = [other[WORDS] as string, one[WORDS] as string];
    one['判定'] = '确认';
    await expect(handIn(context, sheet)).rejects.toMatchObject({
      params: { problems: [{ params: { problems: [{ code: 'sheet/words-differ' }] } }] },
    });
  });

  it('takes the words that a coder left of a sentence as the passage', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'uncoded' });
    const row = first(sheet);
    const inner = /【(.*)】/su.exec(row[WORDS] ?? '')?.[1] ?? '';
    row[WORDS] = inner.slice(1, 8);
    row[CODE] = '教育服务';
    const { decisions } = await handIn(context, sheet);
    expect(decisions[0]?.after).toMatchObject({ quote: inner.slice(1, 8) });
  });
});

describe('a sheet of verdicts to revisit', () => {
  it('lists what changed, and keeps a verdict that is given again', async () => {
    const context = copyProject(project);
    const [one] = rowsOf(context, 'evidence');
    const judge = { coder: '左', reason: '' };
    await reviewPassages(context, 'confirm', { passages: [String(one?.passage)], ...judge });
    await defineCode(context, { code: String(one?.code), definition: '另一个定义', ...judge });
    const sheet = await handOut(context, { what: 'revisit' });
    expect(first(sheet)).toMatchObject({ 变化: '定义、界限或位置已改', 判定: '' });
    expect((await handIn(context, sheet)).decisions).toEqual([]);
    first(sheet)['判定'] = '确认';
    expect((await handIn(context, sheet)).kinds).toEqual({ confirm: 1 });
    expect(rowsOf(context, 'revisit')).toEqual([]);
  });
});

describe('rows that a coder adds', () => {
  const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
  const add = (sheet: Sheet, row: Row) => ({ ...sheet, rows: [...sheet.rows, row] });

  it('are found by the words that they paste, with or without the case', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    const { decisions } = await handIn(context, add(sheet, { [WORDS]: QUOTE, [CODE]: '收益分红' }));
    expect(decisions).toMatchObject([{ kind: 'code', target: { caseId: 'JX01' }, after: { quote: QUOTE } }]);
    const again = await handIn(context, add(sheet, { 案例: 'ＪＸ０１', [WORDS]: QUOTE, [CODE]: '收益分红' }));
    expect(again.decisions).toEqual([]);
  });

  it('are asked about where their words occur twice, and found by paragraph and sentence', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    const row = { 案例: 'JX01', [WORDS]: '折子', [CODE]: '收益分红' };
    const refused = handIn(context, add(sheet, row));
    await expect(refused).rejects.toMatchObject({
      params: { problems: [{ params: { problems: [{ code: 'passage/quote-twice' }] } }] },
    });
    const place = rowsOf(context, 'uncoded').find(
      ({ caseId, quote }) => caseId === 'JX01' && quote.includes('折子'),
    );
    if (!place) throw new Error('no uncoded sentence has the words');
    const found = await handIn(
      context,
      add(sheet, { ...row, '段/句': `${place.paragraph}段${place.sentence}句` }),
    );
    expect(found.decisions[0]?.target).toMatchObject({ caseId: 'JX01' });
    const [target] = found.decisions.map((one) => one.target as { readonly start: number });
    expect(target?.start).toBeGreaterThanOrEqual(place.start);
    expect(target?.start).toBeLessThan(place.end);
  });
});

describe('names that no code has', () => {
  it('are asked about, with those of nearly the same name, and founded when asked to', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'uncoded' });
    first(sheet)[CODE] = '教育的服务';
    await expect(handIn(context, sheet)).rejects.toMatchObject({
      params: {
        problems: [{ params: { problems: [{ code: 'sheet/unknown-code', params: { near: '教育服务' } }] } }],
      },
    });
    const { founded, kinds } = await handIn(context, sheet, { isNew: true });
    expect(founded).toMatchObject([{ name: '教育的服务', near: ['教育服务'] }]);
    expect(kinds).toEqual({ promote: 1, code: 1 });
  });
});

describe('sheets of words and codes', () => {
  it('screen keywords, with the memo as the reason', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'screening' });
    Object.assign(rowAt(sheet, 0), { 判定: '剔除', 备忘: '太泛' });
    Object.assign(rowAt(sheet, 1), { 判定: '并入', 并入: rowAt(sheet, 2)['关键词'] as string });
    const { decisions, kinds } = await handIn(context, sheet);
    expect(kinds).toEqual({ drop: 1, fold: 1 });
    expect(decisions[0]?.reason).toMatch(/^太泛 \[sheet [0-9a-f]{8}\]$/);
    expect((await handIn(context, sheet)).decisions).toEqual([]);
  });

  it('keep a memo beside a word about which the row decides nothing', async () => {
    const context = copyProject(project);
    const open = await handOut(context, { what: 'open' });
    const row = open.rows.find((one) => one[CODE] !== '') as Row;
    row['备忘'] = '与产业分红要分开看';
    expect((await handIn(context, open)).kinds).toEqual({ memo: 1 });
    expect((await handIn(context, open)).decisions).toEqual([]);
    const text = `【${row['关键词']}】与产业分红要分开看`;
    expect(listMemos(context)).toMatchObject([{ about: row[CODE], text }]);
    row['备忘'] = '另议';
    expect((await handIn(context, open)).kinds).toEqual({ edit: 1 });
    const screening = await handOut(context, { what: 'screening' });
    first(screening)['备忘'] = '是否只在一省出现？';
    expect((await handIn(context, screening)).kinds).toEqual({ memo: 1 });
    expect(listMemos(context).map((memo) => memo.text)).toContainEqual(
      `【${first(screening)['分组']} · ${first(screening)['关键词']}】是否只在一省出现？`,
    );
  });

  it('merge keywords into codes', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'open' });
    const row = sheet.rows.find((one) => one[CODE] !== '教育服务') as Row;
    row[CODE] = '教育服务';
    await handIn(context, sheet);
    const mapped = rowsOf(context, 'raw').find(
      ({ rawKeyword, kept }) => kept && rawKeyword === row['关键词'],
    );
    expect(mapped?.coreKeyword).toBe('教育服务');
  });

  it('move codes, and name rows that contradict each other', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'axial' });
    first(sheet)['轴心编码'] = '落实政策保障';
    const { kinds } = await handIn(context, sheet);
    expect(kinds).toEqual({ move: 1 });
    expect((await handOut(context, { what: 'axial' })).rows).toContainEqual(
      expect.objectContaining({ [CODE]: first(sheet)[CODE], 轴心编码: '落实政策保障' }),
    );
    const other = await handOut(context, { what: 'axial' });
    const sisters = other.rows.filter((row) => row['轴心编码'] === '落实政策保障');
    (sisters[0] as Row)['选择式编码'] = '夯实发展基础';
    (sisters[1] as Row)['选择式编码'] = '推进产业升级';
    await expect(handIn(context, other)).rejects.toMatchObject({
      params: { problems: [{ params: { problems: [{ code: 'sheet/contradicts' }] } }] },
    });
  });

  it('found a code above others and put them under it', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'axial' });
    Object.assign(first(sheet), { 轴心编码: '新的范畴', 选择式编码: '推进产业升级' });
    await handIn(context, sheet, { isNew: true });
    expect((await handOut(context, { what: 'axial' })).rows).toContainEqual(
      expect.objectContaining({
        [CODE]: first(sheet)[CODE],
        轴心编码: '新的范畴',
        选择式编码: '推进产业升级',
      }),
    );
  });

  it('settle what coders judged otherwise', async () => {
    const context = copyProject(project);
    const [one] = rowsOf(context, 'evidence');
    const passages = [String(one?.passage)];
    await reviewPassages(context, 'confirm', { passages, coder: '左', reason: '' });
    await reviewPassages(context, 'reject', { passages, coder: '王', reason: '' });
    const sheet = await handOut(context, { what: 'contested' });
    expect(sheet.rows).toHaveLength(1);
    first(sheet)['采用谁的判定'] = '王';
    await handIn(context, sheet);
    expect(rowsOf(context, 'contested')).toEqual([]);
    expect((await handIn(context, sheet)).decisions).toEqual([]);
  });
});

describe('what happens to a sheet on its way', () => {
  const wide = (text: string) =>
    text.replaceAll(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

  it('makes no difference: rows in another order, columns inserted and moved, cells typed wide', async () => {
    const origin = copyProject(project);
    const sheet = await handOut(origin, { what: 'uncoded' });
    const codes = ['教育服务', '医疗服务', '防贫预警；收益分红'];
    sheet.rows.slice(0, 12).forEach((row, at) => {
      row[CODE] = codes[at % 3] as string;
    });
    const said = async (changed: Sheet) => {
      const context = copyProject(project);
      const { decisions } = await handIn(context, changed);
      return decisions.map(({ kind, target }) => JSON.stringify([kind, target])).sort();
    };
    const expected = await said(sheet);
    expect(expected).toHaveLength(16);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          sheet.rows.map((_, at) => at),
          { minLength: sheet.rows.length },
        ),
        fc.shuffledSubarray(sheet.columns, { minLength: sheet.columns.length }),
        fc.nat(11),
        async (order, columns, at) => {
          const rows = order.map((index) => {
            const row: Row = { ...rowAt(sheet, index), 我的列: 'x' };
            return index === at
              ? { ...row, [CODE]: ` ${wide(row[CODE] as string)} `, [WORDS]: wide(row[WORDS] as string) }
              : row;
          });
          expect(
            await said({ columns: [...columns.slice(0, 2), '我的列', ...columns.slice(2)], rows }),
          ).toEqual(expected);
        },
      ),
      { numRuns: 6 },
    );
  }, 120_000);

  it('makes no difference: saved as CSV', async () => {
    const context = copyProject(project);
    const { columns, rows } = await handOut(context, { what: 'passages' });
    (rows[0] as Row)['判定'] = '确认';
    writeFileSync(CSV, writeCsv(columns, rows));
    expect((await importSheet(context, { path: CSV })).kinds).toEqual({ confirm: 1 });
  });

  it.skipIf(!OPENPYXL || !LIBREOFFICE_CALC)(
    'makes no difference: saved by openpyxl, by LibreOffice, as .xls and as CSV',
    async () => {
      const origin = copyProject(project);
      const sheet = await handOut(origin, { what: 'passages' });
      rowAt(sheet, 0)['判定'] = '确认';
      rowAt(sheet, 1)[CODE] += '；教育服务';
      const context = copyProject(project);
      const { decisions } = await handIn(context, sheet);
      const bytes = readFileSync(SHEET);
      const saved = {
        'a.xlsx': openWithOpenpyxl(folder.path, bytes).saved,
        'b.xlsx': saveWithLibreOffice(folder.path, bytes, 'xlsx'),
        'c.xls': saveWithLibreOffice(folder.path, bytes, 'xls'),
        'd.csv': saveWithLibreOffice(folder.path, bytes, 'csv'),
      };
      for (const [name, content] of Object.entries(saved)) {
        const path = join(folder.path, name);
        writeFileSync(path, content);
        const again = await importSheet(copyProject(project), { path });
        expect(again.decisions.map(({ kind, target }) => [kind, target])).toEqual(
          decisions.map(({ kind, target }) => [kind, target]),
        );
      }
    },
    180_000,
  );

  it('is found again in a new text', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'uncoded' });
    const row = sheet.rows.find((one) => one['案例']?.startsWith('JX01')) as Row;
    row[CODE] = '教育服务';
    const cases = makeFolder();
    const path = join(copyCases(cases.path, 'JX01'), 'JX01.txt');
    writeFileSync(path, `后来加的一段话，放在最前面。\n\n${readFileSync(path, 'utf8')}`);
    await importCases(context, { paths: [cases.path] });
    cases.remove();
    const { decisions } = await handIn(context, sheet);
    const inner = /【(.*)】/su.exec(row[WORDS] ?? '')?.[1];
    expect(decisions).toMatchObject([{ kind: 'code', target: { caseId: 'JX01' }, after: { quote: inner } }]);
    const [target] = decisions.map((one) => one.target as { readonly version: string });
    expect(`v${target?.version}`).not.toBe(row['zhagen:version']);
  });

  it.each([
    ['passages', '判定', '我的判定'],
    ['passages', '备忘', ''],
    ['passages', 'zhagen:span', ''],
    ['uncoded', CODE, '编码'],
    ['screening', '并入', ''],
    ['axial', '轴心编码', '二级编码'],
  ] as const)('is refused where a column is renamed or gone: %s %s', async (what, head, other) => {
    const context = copyProject(project);
    const { columns, rows } = await handOut(context, { what });
    const changed = {
      columns: columns.flatMap((column) => (column === head ? other || [] : column)),
      rows: rows.map((row) => ({ ...row, 判定: '否决', [other]: '否决' })),
    };
    await expect(handIn(context, changed)).rejects.toMatchObject({
      code: 'sheet/missing-columns',
      params: { zh: head },
    });
    expect(kindsOf(context)).toEqual([]);
  });

  it('finds a row whose hidden cells were cleared by its words', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    const row = first(sheet);
    const [start] = /^\d+/.exec(row['zhagen:span'] ?? '') ?? [];
    Object.assign(row, { 'zhagen:span': '', 判定: '否决' });
    const { decisions } = await handIn(context, sheet);
    expect(decisions).toMatchObject([
      { kind: 'reject', target: { caseId: row['案例'], start: Number(start) } },
    ]);
  });

  it('is refused in a project that has none of its cases', async () => {
    const sheet = await handOut(copyProject(project), { what: 'passages' });
    first(sheet)['判定'] = '否决';
    const other = copyProject(await codedProject('AH'));
    await expect(handIn(other, sheet)).rejects.toMatchObject({ code: 'sheet/other-project' });
  });

  it('is refused as a sheet of another coder, or as none', async () => {
    const context = copyProject(project);
    const sheet = await handOut(context, { what: 'passages' });
    await expect(handIn(context, sheet, { coder: '王' })).rejects.toMatchObject({
      code: 'sheet/other-coder',
    });
    const without = { ...sheet, columns: sheet.columns.filter((head) => head !== 'zhagen:sheet') };
    await expect(handIn(context, without)).rejects.toMatchObject({ code: 'sheet/not-a-sheet' });
  });
});
