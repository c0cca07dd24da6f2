import { describe, expect, it } from 'vitest';
import { readCsv, readSheetCsv } from '../../src/formats/csv.js';
import { holdsCases, recordsOfTable } from '../../src/formats/table-cases.js';
import { problemOf } from './user-problem.js';

const table = readCsv('编号,题名,正文,省份\nA1,某县,脱贫攻坚,湖南\n,,乡村振兴,\n', '案例.csv');

describe('recordsOfTable', () => {
  it('finds the usual columns by their headers and keeps the others as attributes', () => {
    expect(recordsOfTable(table, {})).toEqual([
      { id: 'A1', title: '某县', text: '脱贫攻坚', attributes: { 省份: '湖南' }, source: '案例.csv#2' },
      { text: '乡村振兴', attributes: { 省份: '' }, source: '案例.csv#3' },
    ]);
  });

  it('takes the columns it is told', () => {
    expect(recordsOfTable(table, { text: '题名', id: '省份', title: '编号' })[0]).toEqual({
      id: '湖南',
      title: 'A1',
      text: '某县',
      attributes: { 正文: '脱贫攻坚' },
      source: '案例.csv#2',
    });
  });

  it('keeps attributes of the same name, and refuses two columns of texts, titles or ids', () => {
    const twice = readSheetCsv('正文,备注,备注\n脱贫攻坚,甲,乙\n', 'a.csv');
    expect(recordsOfTable(twice, {})[0]?.attributes).toEqual({ 备注: '甲', '备注 2': '乙' });
    expect(problemOf(() => recordsOfTable(twice, { text: '备注' }))).toEqual({
      code: 'import/doubled-column',
      params: { path: 'a.csv', line: 1, column: '备注' },
    });
    expect(recordsOfTable(twice, { text: '备注 2' })[0]?.text).toBe('乙');
  });

  it('names the columns there are when one is missing', () => {
    expect(problemOf(() => recordsOfTable(table, { title: '标题' }))).toEqual({
      code: 'import/missing-column',
      params: { path: '案例.csv', column: '标题', found: '编号, 题名, 正文, 省份' },
    });
    const attributes = readCsv('id,省份\nA1,湖南\n', 'cases.csv');
    expect(holdsCases(attributes, {})).toBe(false);
    expect(problemOf(() => recordsOfTable(attributes, {}))).toMatchObject({
      params: { column: 'text', found: 'id, 省份' },
    });
  });
});
