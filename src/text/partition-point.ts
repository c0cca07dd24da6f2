/** How many of so many ordered things, from the first on, satisfy a condition that no later one satisfies. */
export function partitionPoint(length: number, satisfies: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (satisfies(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
