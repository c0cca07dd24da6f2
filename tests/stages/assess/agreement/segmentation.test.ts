import { describe, expect, it } from 'vitest';
import {
  boundarySimilarity,
  compareBoundaries,
  measureSegmentation,
} from '../../../../src/stages/assess/agreement/boundary-similarity.js';

const NONE = { resamples: 0, seed: 1 };

describe('boundaries of passages', () => {
  it('match, are one character apart, or are missing', () => {
    expect(compareBoundaries([0, 20, 40], [0, 21, 60])).toEqual({ matches: 1, nearMisses: 1, misses: 2 });
  });

  it('take each boundary for one other alone', () => {
    expect(compareBoundaries([10, 12], [11])).toEqual({ matches: 0, nearMisses: 1, misses: 1 });
  });

  it('are alike by Fournier: a moved one counts half a missing one', () => {
    expect(boundarySimilarity(compareBoundaries([5], [8]))).toBe(0);
    expect(boundarySimilarity(compareBoundaries([5], [6]))).toBe(0.5);
    expect(boundarySimilarity(compareBoundaries([5], [5, 9]))).toBe(0.5);
    expect(boundarySimilarity(compareBoundaries([5, 8], [5, 8]))).toBe(1);
  });
});

describe('segmentation', () => {
  it('is that of all texts together, of three coders the mean of their pairs', () => {
    const texts = [
      [[0, 10], [0, 10], [0]],
      [[5], [6], null],
    ];
    // First and second: 2 matches, 1 near miss; each with the third: 1 match, 1 miss.
    expect(measureSegmentation(3, texts, NONE).value).toBeCloseTo((2.5 / 3 + 1 / 2 + 1 / 2) / 3, 6);
  });

  it('is not defined where nobody cut a passage', () => {
    expect(measureSegmentation(2, [[[], []]], NONE).value).toBeNull();
  });
});
