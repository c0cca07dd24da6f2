/** What two words begin and end with alike, and what of each is left between. */
export interface Difference {
  readonly before: string;
  readonly parts: readonly [string, string];
  readonly after: string;
}

/** Takes what two words begin and end with alike from both. */
export function partsThatDiffer(one: string, other: string): Difference {
  const [a, b] = [[...one], [...other]];
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shortest - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const rest = (word: readonly string[]) => word.slice(start, word.length - end).join('');
  return {
    before: a.slice(0, start).join(''),
    parts: [rest(a), rest(b)],
    after: a.slice(a.length - end).join(''),
  };
}

/** Whether one word is the other with two parts changed round what stays between them (以工补农, 以农补工). */
export function isSwappedAround(one: string, other: string): boolean {
  const [a, b] = partsThatDiffer(one, other).parts.map((part) => [...part]) as [string[], string[]];
  if (a.length !== b.length) return false;
  for (let first = 1; first < a.length - 1; first += 1) {
    for (let last = 1; first + last < a.length; last += 1) {
      const swapped = [...a.slice(a.length - last), ...a.slice(first, a.length - last), ...a.slice(0, first)];
      if (swapped.join('') === b.join('')) return true;
    }
  }
  return false;
}
