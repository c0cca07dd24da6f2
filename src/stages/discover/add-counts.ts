import type { NeighbourCounts, StringCounts } from '../../model/string-counts.js';

/** The counts of a string in two sets of texts together. */
export function addCounts(a: StringCounts, b: StringCounts): StringCounts {
  return {
    text: a.text,
    frequency: a.frequency + b.frequency,
    cases: a.cases + b.cases,
    aligned: a.aligned + b.aligned,
    whole: a.whole + b.whole,
    onKnownCuts: a.onKnownCuts + b.onKnownCuts,
    knownCutsInside: a.knownCutsInside + b.knownCutsInside,
    begins: a.begins + b.begins,
    ends: a.ends + b.ends,
    left: addNeighbours(a.left, b.left),
    right: addNeighbours(a.right, b.right),
  };
}

function addNeighbours(a: NeighbourCounts, b: NeighbourCounts): NeighbourCounts {
  const sum: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    const inLeft = left <= right ? (a[i + 1] as number) : 0;
    const inRight = right <= left ? (b[j + 1] as number) : 0;
    sum.push(Math.min(left, right), inLeft + inRight);
    if (left <= right) i += 2;
    if (right <= left) j += 2;
  }
  return sum;
}
