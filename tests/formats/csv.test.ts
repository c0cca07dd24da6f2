import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, readSheetCsv, writeCsv } from '../../src/formats/csv.js';
import { problemOf } from './user-problem.js';

describe('readCsv', () => {
  it('gives each row by column names with the line it begins on', () => {
    const table = readCsv('\ufeffid,说明\r\n1,"两\r\n行"\r\n\r\n2,"引""号"\r\n', 'a.csv');
    expect(table.columns).toEqual(['id', '说明']);
    expect(table.rows).toEqual([
      { line: 2, values: { id: '1', 说明: '两\r\n行' } },
      { line: 5, values: { id: '2', 说明: '引"号' } },
    ]);
  });

  it('finds no columns in an empty file', () => {
    expect(readCsv('', 'a.csv')).toEqual({ path: 'a.csv', columns: [], rows: [] });
  });

  it('names the line of a row with too few cells, and of an open quote', () => {
    expect(problemOf(() => readCsv('a,b\n1,2\n3\n', 'a.csv'))).toMatchObject({
      code: 'import/bad-csv',
      params: { path: 'a.csv', line: 3 },
    });
    expect(problemOf(() => readCsv('a,b\n1,"2\n', 'a.csv')).code).toBe('import/bad-csv');
  });

  it('calls a column without name by its letter, and leaves it out when it is empty', () => {
    const { columns, rows } = readCsv('id,,文,,\n1,甲,乙,,\n', 'a.csv');
    expect(columns).toEqual(['id', '(B)', '文']);
    expect(rows).toEqual([{ line: 2, values: { id: '1', '(B)': '甲', 文: '乙' } }]);
  });

  it('tells columns of the same name apart in tables that people keep, and refuses them elsewhere', () => {
    const text = '\n备注,备注,备注 2, 备注,\n甲,乙,丙,丁,\n';
    expect(readSheetCsv(text, 'a.csv')).toEqual({
      path: 'a.csv',
      columns: ['备注', '备注 3', '备注 2', '备注 4'],
      doubled: [
        { line: 2, name: '备注', as: '备注 3' },
        { line: 2, name: '备注', as: '备注 4' },
      ],
      rows: [{ line: 3, values: { 备注: '甲', '备注 3': '乙', '备注 2': '丙', '备注 4': '丁' } }],
    });
    expect(problemOf(() => readCsv(text, 'a.csv'))).toEqual({
      code: 'import/doubled-column',
      params: { path: 'a.csv', line: 2, column: '备注' },
    });
  });

  it('keeps every filled cell of any table under a name of its own', () => {
    const name = fc.constantFrom('', 'a', 'a 2', 'b', '(B)', '(C)');
    const cell = fc.constantFrom('', 'x', 'y');
    const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.tuple(
        fc.array(name, { minLength: width, maxLength: width }).filter((header) => header.some(Boolean)),
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(table, ([header, body]) => {
        const lines = [header, ...body].map((row) => row.map((one) => `"${one}"`).join(','));
        const { columns, rows } = readSheetCsv(lines.join('\n'), 'a.csv');
        expect(new Set(columns).size).toBe(columns.length);
        expect(rows.map(({ values }) => Object.values(values).filter(Boolean).sort())).toEqual(
          body.map((row) => row.filter(Boolean).sort()).filter((row) => row.length > 0),
        );
      }),
    );
  });
});

describe('writeCsv', () => {
  it('writes a BOM, and nothing that a spreadsheet would run', () => {
    expect(
      writeCsv(
        ['词语', '权重'],
        [
          { 词语: '=cmd()', 权重: -0.5 },
          { 词语: '@x', 权重: null },
        ],
      ),
    ).toBe("\ufeff词语,权重\n'=cmd(),-0.5\n'@x,\n");
  });

  it('is read back as it was', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=1', "'=1", "''-x", '+', "'", '\t', '"', 'a\nb', '＝', ' a '),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.constantFrom('1', 'x'), 值: cell }), { maxLength: 5 }),
        (rows) => {
          const back = readCsv(writeCsv(['id', '值'], rows), 'a.csv');
          expect(back.rows.map((row) => row.values)).toEqual(rows);
        },
      ),
    );
  });
});
