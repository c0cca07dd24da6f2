import { describe, expect, it } from 'vitest';
import { clusterItems } from '../../../src/stages/tabulate/cluster-codes.js';
import { measureNetwork } from '../../../src/stages/tabulate/measure-network.js';

describe('clusterItems', () => {
  it('joins by the mean distance of all pairs, as scipy does (linkage, method average)', () => {
    const places = [0, 1, 4, 9, 11];
    const merges = clusterItems(5, (one, other) => Math.abs((places[one] ?? 0) - (places[other] ?? 0)));
    expect(merges).toEqual([
      { left: 0, right: 1, distance: 1, size: 2 },
      { left: 3, right: 4, distance: 2, size: 2 },
      { left: 5, right: 2, distance: 3.5, size: 3 },
      { left: 7, right: 6, distance: 25 / 3, size: 5 },
    ]);
  });

  it('takes the earliest of equal distances', () => {
    expect(clusterItems(3, () => 1).map(({ left, right }) => [left, right])).toEqual([
      [0, 1],
      [3, 2],
    ]);
  });
});

describe('measureNetwork', () => {
  it('finds the node that all ways lead over', () => {
    const edges = ['b', 'c', 'd'].map((to) => ({ from: 'a', to, weight: 2 }));
    const central = measureNetwork(['a', 'b', 'c', 'd'], edges);
    expect(central.get('a')).toEqual({ degree: 3, weightedDegree: 6, betweenness: 1, closeness: 1 });
    expect(central.get('b')).toEqual({ degree: 1, weightedDegree: 2, betweenness: 0, closeness: 0.6 });
  });
});
