/** Rounds a score to six decimals, so that ranks do not hang on the last bits of floating point sums. */
export function quantise(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
