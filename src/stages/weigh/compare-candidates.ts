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

const WIDTH = FEATURES.length + COMPARISONS.length;
const FORMULA = FEATURES.indexOf('formula');
const FREQUENCY = FEATURES.indexOf('frequency');
const RANKED = ['formula', 'idf', 'alone', 'partFrequency'].map((name) => FEATURES.indexOf(name));

/** Compares the candidates of a document with each other: writes `COMPARISONS` into their rows, after `FEATURES`. */
export function compareCandidates(rows: Float64Array): void {
  const highestFormula = highest(rows, FORMULA);
  const highestFrequency = highest(rows, FREQUENCY);
  for (let row = 0; row < rows.length; row += WIDTH) {
    const formula = rows[row + FORMULA] as number;
    const frequency = rows[row + FREQUENCY] as number;
    rows[row + FEATURES.length] = highestFormula > 0 ? formula / highestFormula : 0;
    rows[row + FEATURES.length + 1] = Math.exp(frequency - highestFrequency);
  }
  for (const [i, feature] of RANKED.entries()) writeRanks(rows, feature, FEATURES.length + 2 + i);
}

function highest(rows: Float64Array, feature: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = feature; at < rows.length; at += WIDTH) most = Math.max(most, rows[at] as number);
  return most;
}

/** Writes ln(1 + how many are higher) for each value of a feature. */
function writeRanks(rows: Float64Array, feature: number, rank: number): void {
  const sorted = new Float64Array(rows.length / WIDTH);
  for (let i = 0; i < sorted.length; i += 1) sorted[i] = rows[i * WIDTH + feature] as number;
  sorted.sort();
  for (let row = 0; row < rows.length; row += WIDTH) {
    const value = rows[row + feature] as number;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    rows[row + rank] = Math.log(1 + sorted.length - low);
  }
}
