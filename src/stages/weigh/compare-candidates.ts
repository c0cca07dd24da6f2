/** Names of the features of a candidate against the others of its document; ranks are ln(1 + how many are higher). */
export const COMPARISONS = [
  'relativeFormula',
  'relativeFrequency',
  'formulaRank',
  'idfRank',
  'aloneRank',
  'partFrequencyRank',
];

interface Compared {
  readonly formula: number;
  readonly frequency: number;
  readonly idf: number;
  readonly alone: number;
  readonly partFrequency: number;
}

/** Compares the candidates of a document with each other: the values of `COMPARISONS` for each. */
export function compareCandidates(candidates: readonly Compared[]): number[][] {
  const formula = order(candidates.map((candidate) => candidate.formula));
  const frequency = order(candidates.map((candidate) => candidate.frequency));
  const idf = order(candidates.map((candidate) => candidate.idf));
  const alone = order(candidates.map((candidate) => candidate.alone));
  const partFrequency = order(candidates.map((candidate) => candidate.partFrequency));
  return candidates.map((candidate) => [
    formula.highest > 0 ? candidate.formula / formula.highest : 0,
    Math.exp(candidate.frequency - frequency.highest),
    Math.log(1 + formula.higher(candidate.formula)),
    Math.log(1 + idf.higher(candidate.idf)),
    Math.log(1 + alone.higher(candidate.alone)),
    Math.log(1 + partFrequency.higher(candidate.partFrequency)),
  ]);
}

function order(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort();
  return {
    highest: sorted.at(-1) ?? 0,
    /** How many are higher than `value`. */
    higher: (value: number): number => {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] as number) <= value) low = middle + 1;
        else high = middle;
      }
      return sorted.length - low;
    },
  };
}
