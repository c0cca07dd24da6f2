import { describe, expect, it } from 'vitest';
import { printTable } from '../../src/report/print-table.js';

const COLUMNS = ['level1', 'level2', 'codeId', 'references'];
const LABELLED = {
  title: '编码表',
  caption: '说明',
  header: ['选择式编码', '开放式编码', '编码代号', '编码参考点数'],
  cells: [
    ['防贫保障', '', 'a', '9'],
    ['防贫保障', '预警', 'b', '4'],
    ['防贫保障', '平台', 'c', '3'],
    ['志智双扶', '', 'd', '0'],
  ],
  numeric: [false, false, false, true],
};

describe('the printed form of a table', () => {
  it('goes without ids, and says which row is the subtotal of a code and those under it', () => {
    const printed = printTable('coding', COLUMNS, LABELLED, 'zh');
    expect(printed.header).toEqual(['选择式编码', '开放式编码', '编码参考点数']);
    expect(printed.numeric).toEqual([false, false, true]);
    expect(printed.cells).toEqual([
      ['防贫保障', '小计', '9'],
      ['防贫保障', '预警', '4'],
      ['防贫保障', '平台', '3'],
      ['志智双扶', '', '0'],
    ]);
    expect(printed.merges).toEqual([{ column: 0, row: 0, rows: 3 }]);
  });

  it('leaves a table without levels as it is', () => {
    const columns = ['caseId', 'coverage'];
    const cells = [['c1', '1']];
    const printed = printTable('coverage', columns, { ...LABELLED, header: columns, cells }, 'zh');
    expect(printed).toMatchObject({ cells, merges: [] });
  });
});
