import { codePointLength } from '../../text/code-points.js';
import type { KeywordCandidate } from './keyword-candidates.js';
import { GENERIC_WORDS } from './word-lists.js';

/** What the features of a document's candidates are taken from. */
export interface DocumentFigures {
  readonly title: string;
  /** Title and text, as they were segmented. */
  readonly whole: string;
  /** Occurrences of the words in title and text. */
  readonly wordFrequency: ReadonlyMap<string, number>;
  /** Frequency of the most frequent candidate. */
  readonly highest: number;
  readonly idf: (word: string) => number;
  readonly inDictionary: (word: string) => boolean;
}

const TAGS = ['n', 'v', 'vn', 'a', 'ns', 'nr', 'x', 'eng', 'nz', 'l', 'm', 'd', 'f'];

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

/** The features of a candidate by name; the order is that of the model. */
export function keywordFeatures(
  candidate: KeywordCandidate,
  document: DocumentFigures,
): Readonly<Record<string, number>> {
  const { word, parts, frequency } = candidate;
  // Within a longer candidate it may be cut otherwise than where it is a candidate of its own.
  const superFrequency = Math.min(frequency, candidate.superFrequency);
  const { title, whole } = document;
  const length = codePointLength(word);
  const idfs = parts.map((part) => document.idf(part.word));
  const ofParts = parts.map((part) => document.wordFrequency.get(part.word) ?? 1);
  const generic = parts.filter((part) => GENERIC_WORDS.has(part.word)).length;
  const inTitle = title.indexOf(word);
  const first = whole.indexOf(word);
  const last = whole.lastIndexOf(word);
  const inText = whole.indexOf(word, title.length + 1);
  const features: Record<string, number> = {
    frequency: Math.log(frequency),
    alone: Math.log(1 + frequency - 0.7 * superFrequency),
    inLonger: superFrequency / frequency,
    idf: mean(idfs),
    highestIdf: Math.max(...idfs),
    lowestIdf: Math.min(...idfs),
    inTitle: Number(inTitle >= 0),
    beginsTitle: Number(inTitle === 0),
    endsTitle: Number(inTitle >= 0 && inTitle + word.length >= title.length),
    titleShare: inTitle < 0 ? 0 : word.length / title.length,
    titleCharacters: [...word].filter((character) => title.includes(character)).length / length,
    length: Math.min(length, 9),
    parts: parts.length,
    generic: Number(generic > 0),
    genericShare: generic / parts.length,
    inDictionary: Number(document.inDictionary(word)),
    firstAt: inText < 0 ? 1 : (inText - title.length) / whole.length,
    lastAt: last / whole.length,
    spread: (last - first) / whole.length,
    onlyTitle: Number(inTitle >= 0 && inText < 0),
    singleVerb: Number(parts.length === 1 && /^v/.test(parts[0]?.tag as string)),
    notInLonger: Number(superFrequency === 0),
    textLength: Math.log(whole.length),
    relative: frequency / document.highest,
    leftKinds: candidate.leftKinds / frequency,
    rightKinds: candidate.rightKinds / frequency,
    wholeRun: candidate.wholeRuns / frequency,
    partFrequency: mean(ofParts.map(Math.log)),
    rarestPart: Math.log(Math.min(...ofParts)),
    partShare: frequency / Math.max(...ofParts),
  };
  for (const size of [2, 3, 4, 5, 6]) features[`length${size}`] = Number(length === size);
  for (const size of [1, 2, 3]) features[`parts${size}`] = Number(parts.length === size);
  const [begin, end] = [tagClass(parts[0]?.tag), tagClass(parts.at(-1)?.tag)];
  for (const tag of TAGS) {
    features[`begin:${tag}`] = Number(begin === tag);
    features[`end:${tag}`] = Number(end === tag);
  }
  return features;
}

function tagClass(tag = ''): string {
  if (TAGS.includes(tag)) return tag;
  if (tag.startsWith('nr')) return 'nr';
  return /^[nva]/.test(tag) ? (tag[0] as string) : '';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
