import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDifference, type Cells, readCells, writeDifference } from '../../src/store/row-difference.js';
import { temporaryStore } from './sample-project.js';

const KEYS = ['one', 'other'] as const;
const cells = fc.tuple(fc.constantFrom('甲', '乙'), fc.nat({ max: 2 }), fc.option(fc.constantFrom('', '丙')));
const rows = fc.uniqueArray(cells, { selector: ([one, other]) => `${one}${other}` });

const differenceOf = (before: readonly Cells[], after: readonly Cells[]) => {
  const difference = { removed: [], added: [] };
  addDifference(difference, KEYS.length, before, after);
  return difference;
};

it('a difference makes of rows the wanted ones', () => {
  const store = temporaryStore();
  store.run('CREATE TEMP TABLE sample (one, other, value, PRIMARY KEY (one, other)) WITHOUT ROWID');
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      store.run('DELETE FROM sample');
      writeDifference(store, 'sample', KEYS, { removed: [], added: before });
      writeDifference(store, 'sample', KEYS, differenceOf(before, after));
      const left = readCells(store, 'SELECT * FROM sample');
      expect(new Set(left.map(String))).toEqual(new Set(after.map(String)));
    }),
  );
});

it('rows that are as they were are in no difference', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const { removed, added } = differenceOf(before, after);
      const as = (row: Cells) => JSON.stringify(row);
      const kept = before.filter((row) => after.some((one) => as(one) === as(row)));
      const touched = new Set([...removed, ...added].map((row) => as((row as Cells).slice(0, 2))));
      for (const row of kept) expect(touched).not.toContain(as(row.slice(0, 2)));
      expect(added.length).toBe(after.length - kept.length);
    }),
  );
});

it('of rows with one key the first counts', () => {
  expect(
    differenceOf(
      [],
      [
        ['甲', 1, '丙'],
        ['甲', 1, '丁'],
      ],
    ),
  ).toEqual({ removed: [], added: [['甲', 1, '丙']] });
});
