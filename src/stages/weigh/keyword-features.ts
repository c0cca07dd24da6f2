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

/** Features that are 0 or 1, after the figures of `describe`. */
const INDICATORS = [
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

/** The features of a candidate in the order of the model. */
export function keywordFeatures(candidate: KeywordCandidate, document: DocumentFigures): number[] {
  const { parts, length } = candidate;
  const values = Object.values(describe(candidate, document));
  for (const size of LENGTHS) values.push(length === size ? 1 : 0);
  for (const size of PARTS) values.push(parts.length === size ? 1 : 0);
  const [begin, end] = [tagClass(parts[0]?.tag), tagClass(parts.at(-1)?.tag)];
  for (const tag of TAGS) values.push(begin === tag ? 1 : 0, end === tag ? 1 : 0);
  return values;
}

/** The features of a candidate by name; the order is that of the model. */
export function namedKeywordFeatures(
  candidate: KeywordCandidate,
  document: DocumentFigures,
): Readonly<Record<string, number>> {
  const names = [...Object.keys(describe(candidate, document)), ...INDICATORS];
  return Object.fromEntries(keywordFeatures(candidate, document).map((value, i) => [names[i], value]));
}

function describe(candidate: KeywordCandidate, document: DocumentFigures) {
  const { word, parts, frequency, length } = candidate;
  // Within a longer candidate it may be cut otherwise than where it is a candidate of its own.
  const superFrequency = Math.min(frequency, candidate.superFrequency);
  const { title } = document;
  const ofParts = sumUp(candidate, document);
  const first = document.positions.first(word);
  const last = document.positions.last(word);
  const inTitle = first + word.length <= title.length ? first : -1;
  const inText = inTitle < 0 ? first : document.positions.first(word, title.length + 1);
  return {
    frequency: Math.log(frequency),
    alone: Math.log(1 + frequency - 0.7 * superFrequency),
    inLonger: superFrequency / frequency,
    idf: ofParts.idf / parts.length,
    highestIdf: ofParts.highestIdf,
    lowestIdf: ofParts.lowestIdf,
    inTitle: inTitle >= 0 ? 1 : 0,
    beginsTitle: inTitle === 0 ? 1 : 0,
    endsTitle: inTitle >= 0 && inTitle + word.length >= title.length ? 1 : 0,
    titleShare: inTitle < 0 ? 0 : word.length / title.length,
    titleCharacters: ofParts.inTitle / length,
    length: Math.min(length, 9),
    parts: parts.length,
    generic: ofParts.generic > 0 ? 1 : 0,
    genericShare: ofParts.generic / parts.length,
    inDictionary: document.inDictionary(word) ? 1 : 0,
    firstAt: inText < 0 ? 1 : (inText - title.length) / document.length,
    lastAt: last / document.length,
    spread: (last - first) / document.length,
    onlyTitle: inTitle >= 0 && inText < 0 ? 1 : 0,
    singleVerb: parts.length === 1 && parts[0]?.tag.startsWith('v') ? 1 : 0,
    notInLonger: superFrequency === 0 ? 1 : 0,
    textLength: Math.log(document.length),
    relative: frequency / document.highest,
    leftKinds: candidate.leftKinds / frequency,
    rightKinds: candidate.rightKinds / frequency,
    wholeRun: candidate.wholeRuns / frequency,
    partFrequency: ofParts.logFrequency / parts.length,
    rarestPart: Math.log(ofParts.rarest),
    partShare: frequency / ofParts.commonest,
  };
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
