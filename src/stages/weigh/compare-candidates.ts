/** Features of a candidate against the other candidates of its document. */
export interface Comparison {
  readonly relativeFormula: number;
  readonly relativeFrequency: number;
  /** ln(1 + how many candidates have a higher value). */
  readonly formulaRank: number;
  readonly idfRank: number;
  readonly aloneRank: number;
  readonly partFrequencyRank: number;
}

interface Compared {
  readonly formula: number;
  readonly frequency: number;
  readonly idf: number;
  readonly alone: number;
  readonly partFrequency: number;
}

/** Compares the candidates of a document with each other: these features mean the same in short and long texts. */
export function compareCandidates(candidates: readonly Compared[]): Comparison[] {
  const formula = order(candidates.map((candidate) => candidate.formula));
  const frequency = order(candidates.map((candidate) => candidate.frequency));
  const idf = order(candidates.map((candidate) => candidate.idf));
  const alone = order(candidates.map((candidate) => candidate.alone));
  const partFrequency = order(candidates.map((candidate) => candidate.partFrequency));
  return candidates.map((candidate) => ({
    relativeFormula: formula.highest > 0 ? candidate.formula / formula.highest : 0,
    relativeFrequency: Math.exp(candidate.frequency - frequency.highest),
    formulaRank: Math.log(1 + formula.higher(candidate.formula)),
    idfRank: Math.log(1 + idf.higher(candidate.idf)),
    aloneRank: Math.log(1 + alone.higher(candidate.alone)),
    partFrequencyRank: Math.log(1 + partFrequency.higher(candidate.partFrequency)),
  }));
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
