import { read, utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { readCodebookCsv, writeCodebookCsv } from '../../src/formats/codebook-csv.js';
import { CODEBOOK_COLUMNS, notInTable } from '../../src/formats/codebook-table.js';
import { readCodebookXlsx, writeCodebookXlsx } from '../../src/formats/codebook-xlsx.js';
import { writeCodebookYaml } from '../../src/formats/codebook-yaml.js';
import { readYaml } from '../../src/formats/yaml.js';
import { type Codebook, codebookSchema } from '../../src/model/codebook.js';
import { loadCodebook, shippedCodebooks } from '../../src/sources/load-codebook.js';
import { code, codebook, ONE_LEVEL } from '../stages/village-codebook.js';
import { rejectionOf } from './rejection.js';
import { problemOf } from './user-problem.js';

const RICH = codebook(
  ['pillar', 'open'],
  [
    {
      ...code('industry', '推进产业升级', 'pillar', null),
      properties: [{ name: '程度', dimensions: ['低', '高'] }],
    },
    {
      ...code('park', '=1+1', 'open', 'industry', '@甲类', '+乙类', '-丙类', '园区'),
      include: ['一项\n两行', '"引号"', ' 空格 '],
      rules: ['建*园区', { all: ['建', '园区'], not: ['拆'], within: 5 }],
      weight: 2,
      except: [],
      note: '=cmd|calc',
    },
    { ...code('road', '道路', 'open', 'industry'), except: ['negation', 'heading'] },
  ],
);

it.each<readonly [string, Codebook]>([
  ['everything a table carries', RICH],
  ...shippedCodebooks().map((name) => [name, loadCodebook(name).framework.codebook] as const),
])('carries %s from YAML over CSV and Excel back to YAML', async (_, book) => {
  const byCsv = readCodebookCsv(writeCodebookCsv(book), 'book.csv');
  const byXlsx = await readCodebookXlsx('book.xlsx', await writeCodebookXlsx(byCsv, 'book.csv'));
  const back = readYaml(writeCodebookYaml(byXlsx), 'b.yaml', codebookSchema, 'code/bad-codebook');
  expect(back.codes).toEqual(book.codes);
  expect(back.levels.map(({ id }) => id)).toEqual(book.levels.map(({ id }) => id));
});

it('says what a table of codes does not carry', () => {
  expect(notInTable(ONE_LEVEL)).toEqual(['title', 'version', 'source', 'levels.name']);
  const full = { ...ONE_LEVEL, note: '说明', except: ['negation' as const], theory: { relations: [] } };
  expect(notInTable(full)).toEqual(['title', 'version', 'source', 'note', 'except', 'theory', 'levels.name']);
});

it('writes texts as texts, so that Excel runs none of them, and numbers as numbers', async () => {
  const workbook = read(await writeCodebookXlsx(RICH, 'b'), { type: 'array', cellFormula: true });
  const sheet = workbook.Sheets['codes'] ?? {};
  const cells = Object.entries(sheet).filter(([name]) => !name.startsWith('!'));
  expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
  expect(sheet['D3']).toMatchObject({ t: 's', v: '=1+1' });
  expect(sheet['M3']).toMatchObject({ t: 'n', v: 2 });
  expect(utils.sheet_to_json(sheet, { header: 1 })[0]).toEqual([...CODEBOOK_COLUMNS]);
});

it('writes the same bytes each time', async () => {
  expect(await writeCodebookXlsx(RICH, 'b')).toEqual(await writeCodebookXlsx(RICH, 'b'));
});

it('reads a table that a person made, with a title above and on the second sheet', async () => {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['说明'], ['第二页是编码']]), '说明');
  const rows = [
    ['id', 'level', 'parent', 'label_zh', 'definition', 'terms'],
    ['care', 'theme', '', '照护', '日常照料', ''],
    ['visit', 'open', 'care', '上门探访', '上门看望', '入户走访\r\n敲门问安'],
  ];
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '编码');
  const bytes = new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }));
  const book = await readCodebookXlsx('my book.xlsx', bytes);
  expect(book).toMatchObject({ id: 'my-book', levels: [{ id: 'theme' }, { id: 'open' }] });
  expect(book.codes[1]).toMatchObject({ id: 'visit', parent: 'care', terms: ['入户走访', '敲门问安'] });
});

it('names file and line of a row that is no code, and refuses a cell that Excel cannot hold', async () => {
  const sheet = utils.aoa_to_sheet([
    ['id', 'level', 'parent', 'label_zh', 'definition'],
    ['A B', 'open', '', '甲类', '定义'],
  ]);
  const bytes = new Uint8Array(
    write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'array', bookType: 'xlsx' }),
  );
  await expect(readCodebookXlsx('b.xlsx', bytes)).rejects.toMatchObject({
    code: 'code/bad-codebook',
    params: { path: 'b.xlsx:2', place: 'id' },
  });
  const long = codebook(['open'], [{ ...code('a', '甲类', 'open', null), note: '长'.repeat(40_000) }]);
  await expect(writeCodebookXlsx(long, 'b.yaml')).rejects.toMatchObject({
    params: { path: 'b.yaml', place: 'codes[0].note' },
  });
});

it('refuses a table that has a column twice, since half of it would be lost', async () => {
  const [header, row] = [
    ['id', 'level', 'parent', 'label_zh', 'definition', 'terms', 'terms'],
    ['park', 'open', '', '园区', '…', '产业园', '园区'],
  ];
  const workbook = { SheetNames: ['codes'], Sheets: { codes: utils.aoa_to_sheet([header, row]) } };
  const bytes = write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
  const problem = {
    code: 'import/doubled-column',
    params: { path: 'book.xlsx', line: 1, column: 'terms' },
  };
  expect(await rejectionOf(readCodebookXlsx('book.xlsx', bytes))).toMatchObject(problem);
  const csv = [header, row].map((cells) => cells.join(',')).join('\n');
  expect(problemOf(() => readCodebookCsv(csv, 'book.xlsx'))).toEqual(problem);
});
