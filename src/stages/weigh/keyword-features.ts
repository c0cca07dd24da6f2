import type { Positions } from '../../text/positions.js';
import type { KeywordCandidate } from './keyword-candidates.js';

/** What the features of a document's candidates are taken from. */
export interface DocumentFigures {
  readonly title: string;
  /** Length of title and text in UTF-16 units, with a line end between them. */
  readonly length: number;
  readonly positions: Positions;
  /** Frequency of the most frequent candidate. */
  readonly highest: number;
  /** Inverse document frequency of each word, by its index. */
  readonly idf: Float64Array;
  /** Characters of each word that stand in the title, by its index. */
  readonly inTitle: Uint32Array;
  readonly inDictionary: (word: string) => boolean;
}

const TAGS = ['n', 'v', 'vn', 'a', 'ns', 'nr', 'x', 'eng', 'nz', 'l', 'm', 'd', 'f'];
const LENGTHS = [2, 3, 4, 5, 6];
const PARTS = [1, 2, 3];

/** Where the figures of a candidate stand; the features that are 0 or 1 come after them. */
const at = {
  frequency: 0,
  alone: 1,
  inLonger: 2,
  idf: 3,
  highestIdf: 4,
  lowestIdf: 5,
  inTitle: 6,
  beginsTitle: 7,
  endsTitle: 8,
  titleShare: 9,
  titleCharacters: 10,
  length: 11,
  parts: 12,
  generic: 13,
  genericShare: 14,
  inDictionary: 15,
  firstAt: 16,
  lastAt: 17,
  spread: 18,
  onlyTitle: 19,
  singleVerb: 20,
  notInLonger: 21,
  textLength: 22,
  relative: 23,
  leftKinds: 24,
  rightKinds: 25,
  wholeRun: 26,
  partFrequency: 27,
  rarestPart: 28,
  partShare: 29,
};

/** The features of a candidate, in the order of the model. */
const NAMES = [
  ...Object.keys(at),
  ...LENGTHS.map((size) => `length${size}`),
  ...PARTS.map((size) => `parts${size}`),
  ...TAGS.flatMap((tag) => [`begin:${tag}`, `end:${tag}`]),
];

/**
 * The features that also enter as squares and products.
 * @public for the training recipe in tests/bench
 */
export const CROSSED = [
  'alone',
  'idf',
  'inTitle',
  'titleShare',
  'titleCharacters',
  'length',
  'inDictionary',
  'partFrequency',
];

/** The features of a candidate in the order of the model, in a row that the next candidate may use again. */
export function keywordFeatures(
  candidate: KeywordCandidate,
  document: DocumentFigures,
  row: Float64Array = new Float64Array(NAMES.length),
): Float64Array {
  const { parts, length } = candidate;
  fillIn(row, candidate, document);
  let next = Object.keys(at).length;
  for (const size of LENGTHS) row[next++] = length === size ? 1 : 0;
  for (const size of PARTS) row[next++] = parts.length === size ? 1 : 0;
  const [begin, end] = [tagClass(parts[0]?.tag), tagClass(parts.at(-1)?.tag)];
  for (const tag of TAGS) {
    row[next++] = begin === tag ? 1 : 0;
    row[next++] = end === tag ? 1 : 0;
  }
  return row;
}

/** The features of a candidate by name; the order is that of the model. */
export function namedKeywordFeatures(
  candidate: KeywordCandidate,
  document: DocumentFigures,
): Readonly<Record<string, number>> {
  const row = keywordFeatures(candidate, document);
  return Object.fromEntries(NAMES.map((name, i) => [name, row[i] as number]));
}

function fillIn(row: Float64Array, candidate: KeywordCandidate, document: DocumentFigures): void {
  const { word, parts, frequency, length } = candidate;
  // Within a longer candidate it may be cut otherwise than where it is a candidate of its own.
  const superFrequency = Math.min(frequency, candidate.superFrequency);
  const { title } = document;
  const ofParts = sumUp(candidate, document);
  const first = document.positions.first(word);
  const last = document.positions.last(word);
  const inTitle = first + word.length <= title.length ? first : -1;
  const inText = inTitle < 0 ? first : document.positions.first(word, title.length + 1);
  row[at.frequency] = Math.log(frequency);
  row[at.alone] = Math.log(1 + frequency - 0.7 * superFrequency);
  row[at.inLonger] = superFrequency / frequency;
  row[at.idf] = ofParts.idf / parts.length;
  row[at.highestIdf] = ofParts.highestIdf;
  row[at.lowestIdf] = ofParts.lowestIdf;
  row[at.inTitle] = inTitle >= 0 ? 1 : 0;
  row[at.beginsTitle] = inTitle === 0 ? 1 : 0;
  row[at.endsTitle] = inTitle >= 0 && inTitle + word.length >= title.length ? 1 : 0;
  row[at.titleShare] = inTitle < 0 ? 0 : word.length / title.length;
  row[at.titleCharacters] = ofParts.inTitle / length;
  row[at.length] = Math.min(length, 9);
  row[at.parts] = parts.length;
  row[at.generic] = ofParts.generic > 0 ? 1 : 0;
  row[at.genericShare] = ofParts.generic / parts.length;
  row[at.inDictionary] = document.inDictionary(word) ? 1 : 0;
  row[at.firstAt] = inText < 0 ? 1 : (inText - title.length) / document.length;
  row[at.lastAt] = last / document.length;
  row[at.spread] = (last - first) / document.length;
  row[at.onlyTitle] = inTitle >= 0 && inText < 0 ? 1 : 0;
  row[at.singleVerb] = parts.length === 1 && parts[0]?.tag.startsWith('v') ? 1 : 0;
  row[at.notInLonger] = superFrequency === 0 ? 1 : 0;
  row[at.textLength] = Math.log(document.length);
  row[at.relative] = frequency / document.highest;
  row[at.leftKinds] = candidate.leftKinds / frequency;
  row[at.rightKinds] = candidate.rightKinds / frequency;
  row[at.wholeRun] = candidate.wholeRuns / frequency;
  row[at.partFrequency] = ofParts.logFrequency / parts.length;
  row[at.rarestPart] = Math.log(ofParts.rarest);
  row[at.partShare] = frequency / ofParts.commonest;
}

/** Sums and extremes over the words of a candidate. */
function sumUp({ parts }: KeywordCandidate, document: DocumentFigures) {
  const sums = {
    idf: 0,
    highestIdf: Number.NEGATIVE_INFINITY,
    lowestIdf: Number.POSITIVE_INFINITY,
    inTitle: 0,
    generic: 0,
    logFrequency: 0,
    rarest: Number.POSITIVE_INFINITY,
    commonest: 0,
  };
  for (const { index, frequency, isGeneric } of parts) {
    const idf = document.idf[index] as number;
    sums.idf += idf;
    sums.highestIdf = Math.max(sums.highestIdf, idf);
    sums.lowestIdf = Math.min(sums.lowestIdf, idf);
    sums.inTitle += document.inTitle[index] as number;
    if (isGeneric) sums.generic += 1;
    sums.logFrequency += Math.log(frequency);
    sums.rarest = Math.min(sums.rarest, frequency);
    sums.commonest = Math.max(sums.commonest, frequency);
  }
  return sums;
}

function tagClass(tag = ''): string {
  if (TAGS.includes(tag)) return tag;
  if (tag.startsWith('nr')) return 'nr';
  return /^[nva]/.test(tag) ? (tag[0] as string) : '';
}
