import { FEATURES } from './keyword-features.js';

/** Names of the features of a candidate against the others of its document; ranks are ln(1 + how many are higher). */
export const COMPARISONS = [
  'relativeFormula',
  'relativeFrequency',
  'formulaRank',
  'idfRank',
  'aloneRank',
  'partFrequencyRank',
];

/** Compares the candidates of a document with each other: writes the values of `COMPARISONS` into their rows, after `FEATURES`. */
export function compareCandidates(rows: Float64Array): void {
  const width = FEATURES.length + COMPARISONS.length;
  const column = (name: string): Float64Array => {
    const at = FEATURES.indexOf(name);
    return new Float64Array(rows.length / width).map((_, i) => rows[i * width + at] as number);
  };
  const write = (name: string, values: Float64Array): void => {
    const at = FEATURES.length + COMPARISONS.indexOf(name);
    for (let i = 0; i < values.length; i += 1) rows[i * width + at] = values[i] as number;
  };
  const formula = column('formula');
  const frequency = column('frequency');
  const highestFormula = highest(formula);
  const highestFrequency = highest(frequency);
  write(
    'relativeFormula',
    formula.map((value) => (highestFormula > 0 ? value / highestFormula : 0)),
  );
  write(
    'relativeFrequency',
    frequency.map((value) => Math.exp(value - highestFrequency)),
  );
  write('formulaRank', ranks(formula));
  write('idfRank', ranks(column('idf')));
  write('aloneRank', ranks(column('alone')));
  write('partFrequencyRank', ranks(column('partFrequency')));
}

function highest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

/** ln(1 + how many are higher) of each value. */
function ranks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return values.map((value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return Math.log(1 + sorted.length - low);
  });
}
