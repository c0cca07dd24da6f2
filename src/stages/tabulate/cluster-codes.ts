/** Two groups of items that become one, and how far apart they are. */
export interface Merge {
  /** Places of items, or of earlier merges counted on from the number of items. */
  readonly left: number;
  readonly right: number;
  readonly distance: number;
  readonly size: number;
}

/**
 * Clusters items by average linkage (UPGMA): the two groups whose items are on average least far apart become one, until one is
 * left. Of equal distances that of the earliest groups is taken, so the result depends on the order of the items alone.
 */
export function clusterItems(items: number, distance: (one: number, other: number) => number): Merge[] {
  const groups = Array.from({ length: items }, (_, at) => ({ place: at, size: 1 }));
  const apart = groups.map((_, one) => groups.map((__, other) => (one === other ? 0 : distance(one, other))));
  const merges: Merge[] = [];
  while (groups.length > 1) {
    let [left, right] = [0, 1];
    for (let one = 0; one < groups.length; one++) {
      for (let other = one + 1; other < groups.length; other++) {
        if (between(apart, one, other) < between(apart, left, right) - TIE) [left, right] = [one, other];
      }
    }
    const [a, b] = [groups[left], groups[right]] as [Group, Group];
    const size = a.size + b.size;
    merges.push({ left: a.place, right: b.place, distance: between(apart, left, right), size });
    for (let other = 0; other < groups.length; other++) {
      const mean = (between(apart, left, other) * a.size + between(apart, right, other) * b.size) / size;
      (apart[left] as number[])[other] = mean;
      (apart[other] as number[])[left] = mean;
    }
    groups[left] = { place: items + merges.length - 1, size };
    groups.splice(right, 1);
    apart.splice(right, 1);
    for (const row of apart) row.splice(right, 1);
  }
  return merges;
}

interface Group {
  readonly place: number;
  readonly size: number;
}

/** Means of the same numbers that were added up in another order are equal. */
const TIE = 1e-12;

const between = (apart: readonly (readonly number[])[], one: number, other: number) =>
  apart[one]?.[other] as number;
