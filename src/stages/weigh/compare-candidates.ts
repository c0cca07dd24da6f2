import type { Outline } from './outline-candidates.js';

/** Names of what a candidate is against the others of its section; ranks are ln(1 + how many are higher). */
export const COMPARISONS = [
  'relativeFormula',
  'relativeFrequency',
  'formulaRank',
  'idfRank',
  'partFrequencyRank',
];

/** Candidates of a section that the model looks at. */
const SHORTLIST = 50;

/** The candidates of a section in comparison. */
export interface Comparison {
  /** Numbers of those with the highest formula; all that are as high as the last of them. */
  readonly shortlist: readonly number[];
  /** Writes the values of `COMPARISONS` for a candidate into `rows` from `at`. */
  readonly write: (rows: Float64Array, at: number, i: number) => void;
}

/** Compares the candidates of a section with each other; `wanted` are the numbers of those that count. */
export function compareCandidates(
  { formula, idf, partFrequency }: Outline,
  frequency: Int32Array,
  wanted: readonly number[],
): Comparison {
  const formulas = sorted(formula, wanted);
  const highest = formulas.at(-1) as number;
  const least = formulas.at(-SHORTLIST) ?? Number.NEGATIVE_INFINITY;
  let most = 0;
  for (const i of wanted) most = Math.max(most, frequency[i] as number);
  const ranked = [
    { values: formula, all: formulas },
    ...[idf, partFrequency].map((values) => ({ values, all: sorted(values, wanted) })),
  ];
  return {
    shortlist: wanted.filter((i) => (formula[i] as number) >= least),
    write: (rows, at, i) => {
      rows[at] = highest > 0 ? (formula[i] as number) / highest : 0;
      rows[at + 1] = (frequency[i] as number) / most;
      let next = at + 2;
      for (const { values, all } of ranked) {
        rows[next] = Math.log(1 + higher(all, values[i] as number));
        next += 1;
      }
    },
  };
}

function sorted(values: Float64Array, wanted: readonly number[]): Float64Array {
  const chosen = new Float64Array(wanted.length);
  for (let n = 0; n < wanted.length; n += 1) chosen[n] = values[wanted[n] as number] as number;
  return chosen.sort();
}

/** How many of all values, which are sorted, are higher than one. */
function higher(all: Float64Array, value: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return all.length - low;
}
