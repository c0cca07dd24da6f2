import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityOf } from '../../src/text/linear-model.js';

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const bounds = { min: -100, max: 100, noNaN: true };
const model = {
  features: ['length', 'frequency', 'idf'],
  mean: [2, 0, 10],
  deviation: [1, 0.5, 2],
  crossed: [0, 2],
  weights: [-1, 0.25, 0.5, -0.75, 0.1, 0.2, 0.3],
};

describe('probabilityOf', () => {
  const probability = probabilityOf(model);

  it('adds up standardised features, and squares and products of the crossed ones', () => {
    // Standardised: 1, 2, -1.
    const sum = -1 + 0.25 * 1 + 0.5 * 2 - 0.75 * -1 + 0.1 * 1 + 0.2 * -1 + 0.3 * 1;
    expect(probability([3, 1, 8])).toBeCloseTo(logistic(sum), 12);
  });

  it('lets a feature say no more beyond four deviations', () => {
    expect(probability([6, 2, 10])).toBe(probability([60, 20, 10]));
    expect(probability([-2, -2, 2])).toBe(probability([-200, -2000, -20]));
    expect(probability([5, 0, 10])).not.toBe(probability([6, 0, 10]));
  });

  it('reads things one after the other, each whatever came before', () => {
    const row = fc.tuple(fc.double(bounds), fc.double(bounds), fc.double(bounds));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const values = Float64Array.from(rows.flat());
        expect(rows.map((_, n) => probability(values, 3 * n))).toEqual(rows.map((one) => probability(one)));
      }),
    );
  });
});
