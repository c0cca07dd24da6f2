import { expect, it } from 'vitest';
import { renderTable } from '../../src/cli/render-table.js';
import { greatest, least, pushAll } from '../../src/text/many.js';

const MANY = Array.from({ length: 300_000 }, (_, at) => at);

it('finds the greatest and the least of more numbers than a call takes as arguments', () => {
  expect([greatest(MANY), least(MANY), greatest([], 1), least([])]).toEqual([
    299_999,
    0,
    1,
    Number.POSITIVE_INFINITY,
  ]);
});

it('adds more items to a list than a call takes as arguments', () => {
  const list: number[] = [];
  pushAll(list, MANY);
  expect(list).toEqual(MANY);
});

it('a table of 200,000 rows can be shown', () => {
  const cells = MANY.slice(0, 200_000).map((at) => [String(at), '词']);
  const shown = renderTable({ header: ['n', '词语'], cells, numeric: [true, false] }, undefined);
  expect(shown.split('\n')).toHaveLength(200_001);
});
