/**
 * Adjusts the p values of several tests for their number (Holm 1979): the smallest is multiplied by their number, the next by
 * one less, and none is less than the one before it. What was not tested stays null and is not counted.
 */
export function adjustHolm(values: readonly (number | null)[]): (number | null)[] {
  const tested = values
    .flatMap((p, at) => (p === null ? [] : [{ p, at }]))
    .sort((one, other) => one.p - other.p || one.at - other.at);
  const adjusted: (number | null)[] = values.map(() => null);
  let least = 0;
  for (const [rank, { p, at }] of tested.entries()) {
    least = Math.max(least, Math.min(1, p * (tested.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
}
