import { compareByCodePoint } from './code-points.js';

/**
 * At most `n` of the known names that a misspelt one may stand for, the nearest first.
 * @param limit how many letters may differ, half of them unless given
 */
export function nearest(
  word: string,
  known: readonly string[],
  n: number,
  limit: number = Math.max(1, [...word].length >> 1),
): string[] {
  const letters = [...word];
  return [...new Set(known)]
    .map((name) => ({ name, distance: editDistance(letters, [...name]) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compareByCodePoint(a.name, b.name))
    .slice(0, n)
    .map(({ name }) => name);
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (Damerau 1964). */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, at(beforeLast, j - 2) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
