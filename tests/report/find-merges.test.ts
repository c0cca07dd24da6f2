import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMerges } from '../../src/report/find-merges.js';

const TABLE = [
  ['防贫保障', '', ''],
  ['防贫保障', '动态监测', ''],
  ['防贫保障', '动态监测', '预警'],
  ['防贫保障', '动态监测', '平台'],
  ['防贫保障', '市场机制', ''],
  ['产业升级', '', ''],
  ['产业升级', '市场机制', ''],
  ['产业升级', '市场机制', '分红'],
];

describe('merged cells of a printed table', () => {
  it('a code is one cell beside itself and all codes under it', () => {
    expect(findMerges(TABLE, [0, 1])).toEqual([
      { column: 0, row: 0, rows: 5 },
      { column: 0, row: 5, rows: 3 },
      { column: 1, row: 1, rows: 3 },
      { column: 1, row: 6, rows: 2 },
    ]);
  });

  it('two codes of one label are two cells, and empty cells are not merged', () => {
    const rows = [
      ['甲', '', ''],
      ['甲', '乙', ''],
      ['甲', '乙', '丙'],
      ['甲', '乙', ''],
      ['甲', '乙', '丁'],
      ['甲', '', ''],
    ];
    expect(findMerges(rows, [0, 1, 2])).toEqual([
      { column: 0, row: 0, rows: 5 },
      { column: 1, row: 1, rows: 2 },
      { column: 1, row: 3, rows: 2 },
    ]);
  });

  it('a run of equal values ends where the column before changes', () => {
    const rows = [
      ['甲', '同'],
      ['甲', '同'],
      ['乙', '同'],
    ];
    expect(findMerges(rows, [0, 1])).toEqual([
      { column: 0, row: 0, rows: 2 },
      { column: 1, row: 0, rows: 2 },
    ]);
  });

  it('merged cells hold one text each, do not overlap, and lie within those of the column before', () => {
    const cell = fc.constantFrom('', '甲', '乙');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (rows) => {
        const merges = findMerges(rows, [0, 1, 2]);
        for (const { column, row, rows: length } of merges) {
          const texts = rows.slice(row, row + length).map((one) => one[column]);
          expect(new Set(texts).size).toBe(1);
          expect(texts[0]).not.toBe('');
          const others = merges.filter((one) => one.column === column && one.row !== row);
          expect(others.every((one) => one.row >= row + length || one.row + one.rows <= row)).toBe(true);
          if (column === 0) continue;
          const around = merges.filter((one) => one.column === column - 1);
          expect(around.some((one) => one.row <= row && one.row + one.rows >= row + length)).toBe(true);
        }
      }),
    );
  });
});
