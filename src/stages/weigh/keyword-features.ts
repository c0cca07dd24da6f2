import type { DocumentWord } from './document-words.js';
import type { KeywordCandidate } from './keyword-candidates.js';

/** What the features of a document's candidates are taken from. */
export interface DocumentFigures {
  readonly title: string;
  /** Words and sentences in title and text. */
  readonly words: number;
  readonly sentences: number;
  /** Inverse document frequency of each word, by its index. */
  readonly idf: readonly number[];
  /** Characters of each word that stand in the title, by its index. */
  readonly inTitle: readonly number[];
  readonly inDictionary: (word: string) => boolean;
}

const BEGIN_CLASSES = ['n', 'v', 'vn', 'a', 'ns', 'nr', 'x', 'eng', 'm', 'f'];
const END_CLASSES = ['n', 'v', 'vn', 'a', 'ns', 'nr', 'x', 'eng', 'd', 'f'];

/** Names of the features of a candidate by itself, in their order; those against the other candidates come after. */
export const FEATURES: readonly string[] = [
  'frequency',
  'alone',
  'inLonger',
  'idf',
  'highestIdf',
  'lowestIdf',
  'beginIdf',
  'endIdf',
  'hasTitle',
  'inTitle',
  'endsTitle',
  'titleShare',
  'titleCharacters',
  'length',
  'parts',
  'beginLength',
  'endLength',
  'oneCharacterParts',
  'nouns',
  'verbs',
  'genericParts',
  'genericShare',
  'inDictionary',
  'hasDigit',
  'firstWord',
  'firstAt',
  'lastAt',
  'spread',
  'sentences',
  'leftKinds',
  'rightKinds',
  'wholeRuns',
  'runBegins',
  'runEnds',
  'runWords',
  'afterDe',
  'afterListed',
  'afterQuote',
  'afterFor',
  'afterBy',
  'beforeDe',
  'beforeListed',
  'beforeGloss',
  'partFrequency',
  'rarestPart',
  'partShare',
  'beginFrequency',
  'endFrequency',
  'withoutEnd',
  'withoutBegin',
  'cohesion',
  'formula',
  ...BEGIN_CLASSES.map((tagClass) => `begin:${tagClass}`),
  ...END_CLASSES.map((tagClass) => `end:${tagClass}`),
];

/** Writes the values of `FEATURES` for a candidate into `rows` from `at`, where zeros stand. */
export function writeFeatures(
  rows: Float64Array,
  at: number,
  candidate: KeywordCandidate,
  document: DocumentFigures,
): void {
  const { word, parts, length, frequency } = candidate;
  // Within a longer candidate it may be cut otherwise than where it is a candidate of its own.
  const superFrequency = Math.min(frequency, candidate.superFrequency);
  const { title, words } = document;
  const sums = sumUp(candidate, document);
  const begin = parts[0] as DocumentWord;
  const end = parts.at(-1) as DocumentWord;
  const titleAt = title.indexOf(word);
  const alone = Math.log(1 + frequency - 0.7 * superFrequency);
  const idf = sums.idf / parts.length;
  const values = [
    Math.log(frequency),
    alone,
    superFrequency / frequency,
    idf,
    sums.highestIdf,
    sums.lowestIdf,
    document.idf[begin.index] as number,
    document.idf[end.index] as number,
    title === '' ? 0 : 1,
    titleAt >= 0 ? 1 : 0,
    titleAt >= 0 && titleAt + word.length >= title.length ? 1 : 0,
    titleAt < 0 ? 0 : word.length / title.length,
    sums.inTitle / length,
    Math.min(length, 9),
    parts.length,
    begin.length,
    end.length,
    sums.oneCharacter,
    sums.nouns,
    sums.verbs,
    sums.generic,
    sums.generic / parts.length,
    document.inDictionary(word) ? 1 : 0,
    sums.digits > 0 ? 1 : 0,
    Math.log(1 + candidate.first),
    candidate.firstInText < 0 ? 1 : candidate.firstInText / words,
    candidate.last / words,
    (candidate.last - candidate.first) / words,
    candidate.sentences / document.sentences,
    candidate.leftKinds / frequency,
    candidate.rightKinds / frequency,
    candidate.wholeRuns / frequency,
    candidate.runBegins / frequency,
    candidate.runEnds / frequency,
    candidate.runWords / frequency,
    candidate.afterDe / frequency,
    candidate.afterListed / frequency,
    candidate.afterQuote / frequency,
    candidate.afterFor / frequency,
    candidate.afterBy / frequency,
    candidate.beforeDe / frequency,
    candidate.beforeListed / frequency,
    candidate.beforeGloss / frequency,
    sums.logFrequency / parts.length,
    Math.log(sums.rarest),
    frequency / sums.commonest,
    Math.log(begin.frequency),
    Math.log(end.frequency),
    Math.log(0.5 + candidate.beginFrequency),
    Math.log(0.5 + candidate.endFrequency),
    parts.length === 1 ? 0 : Math.log((frequency * words) / (begin.frequency * end.frequency)),
    alone ** 1.3 *
      idf *
      (titleAt < 0 ? 1 : 3) *
      lengthFactor(length) *
      (parts.length <= 2 ? 1 : parts.length === 3 ? 0.8 : 0.4) *
      (sums.generic > 0 ? 0.35 : 1) *
      (parts.length === 1 && sums.verbs > 0 ? 0.7 : 1),
  ];
  rows.set(values, at);
  const beginClass = BEGIN_CLASSES.indexOf(begin.tagClass);
  if (beginClass >= 0) rows[at + values.length + beginClass] = 1;
  const endClass = END_CLASSES.indexOf(end.tagClass);
  if (endClass >= 0) rows[at + values.length + BEGIN_CLASSES.length + endClass] = 1;
}

/** Sums and extremes over the words of a candidate. */
function sumUp({ parts }: KeywordCandidate, document: DocumentFigures) {
  const sums = {
    idf: 0,
    highestIdf: Number.NEGATIVE_INFINITY,
    lowestIdf: Number.POSITIVE_INFINITY,
    inTitle: 0,
    generic: 0,
    nouns: 0,
    verbs: 0,
    oneCharacter: 0,
    digits: 0,
    logFrequency: 0,
    rarest: Number.POSITIVE_INFINITY,
    commonest: 0,
  };
  for (const { index, frequency, isGeneric, hasDigit, tag, length } of parts) {
    const idf = document.idf[index] as number;
    sums.idf += idf;
    sums.highestIdf = Math.max(sums.highestIdf, idf);
    sums.lowestIdf = Math.min(sums.lowestIdf, idf);
    sums.inTitle += document.inTitle[index] as number;
    if (isGeneric) sums.generic += 1;
    if (tag.startsWith('n')) sums.nouns += 1;
    if (tag.startsWith('v')) sums.verbs += 1;
    if (length === 1) sums.oneCharacter += 1;
    if (hasDigit) sums.digits += 1;
    sums.logFrequency += Math.log(frequency);
    sums.rarest = Math.min(sums.rarest, frequency);
    sums.commonest = Math.max(sums.commonest, frequency);
  }
  return sums;
}

function lengthFactor(length: number): number {
  if (length === 2) return 0.4;
  if (length === 3) return 1;
  return length <= 6 ? 1.2 : 0.8;
}
