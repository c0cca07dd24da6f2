import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/formats/csv.js';

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

  it('keeps commas in the header of a .tsv', () => {
    expect(readCsv('编号\t正文,摘要\n', 'a.tsv').columns).toEqual(['编号', '正文,摘要']);
  });
});
