/** Rounds a score to six decimals, so that ranks do not hang on the last bits of floating point sums. */
export function quantise(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}

/** Rounds a probability to six decimals, and a small one to four digits, so that it does not become 0. */
export function quantiseProbability(p: number): number {
  return p < 0.001 ? Number(p.toPrecision(4)) : quantise(p);
}
