import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/formats/csv.js';
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

  it('names the line of a row with too few cells, of an open quote and of a column given twice', () => {
    expect(problemOf(() => readCsv('a,b\n1,2\n3\n', 'a.csv'))).toMatchObject({
      code: 'import/bad-csv',
      params: { path: 'a.csv', line: 3 },
    });
    expect(problemOf(() => readCsv('a,b\n1,"2\n', 'a.csv')).code).toBe('import/bad-csv');
    expect(problemOf(() => readCsv('a,a\n1,2\n', 'a.csv')).params).toMatchObject({ line: 1 });
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
