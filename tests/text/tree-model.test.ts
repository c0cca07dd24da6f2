import { describe, expect, it } from 'vitest';
import { readTrees } from '../../src/text/tree-model.js';

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('readTrees', () => {
  const probability = readTrees({
    features: ['length', 'frequency'],
    base: -1,
    trees: ['0<2.5 1<1 0.5 -0.25 1<3 2 4', '0.125'],
  });

  it('follows the first branch up to the limit, the second above it, and adds up the leaves', () => {
    expect(probability([2, 1])).toBe(logistic(-1 + 0.5 + 0.125));
    expect(probability([2.5, 2])).toBe(logistic(-1 - 0.25 + 0.125));
    expect(probability([3, 3])).toBe(logistic(-1 + 2 + 0.125));
    expect(probability([3, 4])).toBe(logistic(-1 + 4 + 0.125));
  });
});
