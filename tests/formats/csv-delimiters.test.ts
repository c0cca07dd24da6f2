import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/formats/csv.js';
import { problemOf } from './user-problem.js';

describe('readCsv', () => {
  it.each([
    ['a.csv', ','],
    ['a.csv', ';'],
    ['a.csv', '\t'],
    ['a.tsv', '\t'],
  ])('reads %s with columns parted by %j', (path, delimiter) => {
    const text = `编号${delimiter}正文\nA1${delimiter}"脱贫${delimiter}攻坚"\n`;
    expect(readCsv(text, path).rows).toEqual([
      { line: 2, values: { 编号: 'A1', 正文: `脱贫${delimiter}攻坚` } },
    ]);
  });

  it.each([
    ['says by a first line', 'sep=;\r\nid;a,b,c\r\n1;甲,乙\r\n', 'a,b,c'],
    ['has most of, outside quotes', 'id;"题名,副题,注"\n1;甲,乙\n', '题名,副题,注'],
  ])('takes the separator that the header %s', (_, text, column) => {
    const { columns, rows } = readCsv(text, 'a.csv');
    expect(columns).toEqual(['id', column]);
    expect(rows).toEqual([{ line: text.startsWith('sep') ? 3 : 2, values: { id: '1', [column]: '甲,乙' } }]);
  });

  it('leaves out rows of separators, and takes rows that end in some', () => {
    expect(readCsv('id,text\n1,甲,,\n , \n,,\n2,乙\n,,,\n', 'a.csv').rows).toEqual([
      { line: 2, values: { id: '1', text: '甲' } },
      { line: 5, values: { id: '2', text: '乙' } },
    ]);
  });

  it('refuses a row with more or fewer texts than columns, by its line', () => {
    for (const [row, cells] of [
      ['1,甲,乙', 3],
      ['1', 1],
    ] as const) {
      expect(problemOf(() => readCsv(`sep=,\nid,text\n0,a\n${row}\n`, 'a.csv'))).toMatchObject({
        code: 'import/bad-csv',
        params: { line: 4, problem: { kind: 'other-cells', cells, columns: 2 } },
      });
    }
  });

  it.each([
    ['"车间"是大家的话', '"车间"是大家的话'],
    ['大家说"车间"', '大家说"车间"'],
    [' "甲,乙" ', '甲,乙'],
    ['"甲""乙"', '甲"乙'],
  ])('reads the cell %j as %j', (cell, text) => {
    expect(readCsv(`id,text\n1,${cell}\n`, 'a.csv').rows[0]?.values['text']).toBe(text);
  });

  it('keeps commas in the header of a .tsv', () => {
    expect(readCsv('编号\t正文,摘要\n', 'a.tsv').columns).toEqual(['编号', '正文,摘要']);
  });
});
