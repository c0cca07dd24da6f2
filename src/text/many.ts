// As arguments of one call (Math.max(...), push(...)) some 125,000 items overflow the stack.

/** Returns the greatest of any number of numbers, and `atLeast` when none is greater. */
export function greatest(numbers: Iterable<number>, atLeast = Number.NEGATIVE_INFINITY): number {
  let most = atLeast;
  for (const one of numbers) if (one > most) most = one;
  return most;
}

/** Returns the least of any number of numbers, infinity for none. */
export function least(numbers: Iterable<number>): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (const one of numbers) if (one < fewest) fewest = one;
  return fewest;
}

/** Adds any number of items at the end of a list. */
export function pushAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
