import { describe, expect, it } from 'vitest';
import { readTrees } from '../../src/text/tree-model.js';

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('readTrees', () => {
  const probabilities = readTrees({
    features: ['length', 'frequency'],
    base: -1,
    trees: ['0<2.5 1<1 0.5 -0.25 1<3 2 4 0.125', '0.5', '0<9 -0.25 0 -0.25'],
  });
  const probability = (row: readonly number[]) => probabilities(Float64Array.from(row))[0];

  it('follows the first branch up to the limit, the second above it, and adds up the leaves', () => {
    expect(probability([2, 1])).toBe(logistic(-1 + 0.5 + 0.125));
    expect(probability([2.5, 2])).toBe(logistic(-1 - 0.25 + 0.125));
    expect(probability([3, 3])).toBe(logistic(-1 + 2 + 0.125));
    expect(probability([3, 4])).toBe(logistic(-1 + 4 + 0.125));
  });

  it('reads things one row after the other', () => {
    const rows = Float64Array.of(2, 1, 3, 4, 2.5, 2);
    expect([...probabilities(rows)]).toEqual([
      probability([2, 1]),
      probability([3, 4]),
      probability([2.5, 2]),
    ]);
  });

  it('adds up many trees in their order', () => {
    const leaves = Array.from({ length: 21 }, (_, i) => 1 / (i + 3));
    const probabilities = readTrees({ features: ['length'], base: 0.1, trees: leaves.map(String) });
    expect(probabilities(Float64Array.of(1))[0]).toBe(
      logistic(leaves.reduce((sum, leaf) => sum + leaf, 0.1)),
    );
  });

  it('gives up what the first trees rank low, but nothing that ties with the last one kept', () => {
    const model = { features: ['x'], base: 0, trees: ['0<1 -1 0<2 0 1', '0<1 9 0.5'] };
    const rows = Float64Array.of(3, 0, 2, 2, 3);
    const all = readTrees(model)(rows);
    expect([...readTrees(model, { trees: 1, most: 2 })(rows)]).toEqual([all[0], 0, 0, 0, all[4]]);
    expect([...readTrees(model, { trees: 1, most: 3 })(rows)]).toEqual([all[0], 0, all[2], all[3], all[4]]);
    expect([...readTrees(model, { trees: 1, most: 9 })(rows)]).toEqual([...all]);
  });
});
