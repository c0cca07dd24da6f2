import type { DocumentWord } from './document-words.js';
import type { KeywordCandidate } from './keyword-candidates.js';

/** What the features of a document's candidates are taken from. */
export interface DocumentFigures {
  readonly title: string;
  /** Words and sentences in title and text. */
  readonly words: number;
  readonly sentences: number;
  /** Inverse document frequency of each word, by its index. */
  readonly idf: Float64Array;
  /** Characters of each word that stand in the title, by its index. */
  readonly inTitle: Uint32Array;
  readonly inDictionary: (word: string) => boolean;
}

/** The features of a candidate by itself, by name; those against the other candidates are added after. */
export function candidateFeatures(candidate: KeywordCandidate, document: DocumentFigures) {
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
  const beginClass = begin.tagClass;
  const endClass = end.tagClass;
  return {
    frequency: Math.log(frequency),
    alone,
    inLonger: superFrequency / frequency,
    idf,
    highestIdf: sums.highestIdf,
    lowestIdf: sums.lowestIdf,
    beginIdf: document.idf[begin.index] as number,
    endIdf: document.idf[end.index] as number,
    hasTitle: title === '' ? 0 : 1,
    inTitle: titleAt >= 0 ? 1 : 0,
    endsTitle: titleAt >= 0 && titleAt + word.length >= title.length ? 1 : 0,
    titleShare: titleAt < 0 ? 0 : word.length / title.length,
    titleCharacters: sums.inTitle / length,
    length: Math.min(length, 9),
    parts: parts.length,
    beginLength: begin.length,
    endLength: end.length,
    oneCharacterParts: sums.oneCharacter,
    nouns: sums.nouns,
    verbs: sums.verbs,
    genericParts: sums.generic,
    genericShare: sums.generic / parts.length,
    inDictionary: document.inDictionary(word) ? 1 : 0,
    hasDigit: sums.digits > 0 ? 1 : 0,
    firstWord: Math.log(1 + candidate.first),
    firstAt: candidate.firstInText < 0 ? 1 : candidate.firstInText / words,
    lastAt: candidate.last / words,
    spread: (candidate.last - candidate.first) / words,
    sentences: candidate.sentences / document.sentences,
    leftKinds: candidate.leftKinds / frequency,
    rightKinds: candidate.rightKinds / frequency,
    wholeRuns: candidate.wholeRuns / frequency,
    runBegins: candidate.runBegins / frequency,
    runEnds: candidate.runEnds / frequency,
    runWords: candidate.runWords / frequency,
    afterDe: candidate.afterDe / frequency,
    afterListed: candidate.afterListed / frequency,
    afterQuote: candidate.afterQuote / frequency,
    afterFor: candidate.afterFor / frequency,
    afterBy: candidate.afterBy / frequency,
    beforeDe: candidate.beforeDe / frequency,
    beforeListed: candidate.beforeListed / frequency,
    beforeGloss: candidate.beforeGloss / frequency,
    partFrequency: sums.logFrequency / parts.length,
    rarestPart: Math.log(sums.rarest),
    partShare: frequency / sums.commonest,
    beginFrequency: Math.log(begin.frequency),
    endFrequency: Math.log(end.frequency),
    withoutEnd: Math.log(0.5 + candidate.beginFrequency),
    withoutBegin: Math.log(0.5 + candidate.endFrequency),
    cohesion: parts.length === 1 ? 0 : Math.log((frequency * words) / (begin.frequency * end.frequency)),
    formula:
      alone ** 1.3 *
      idf *
      (titleAt < 0 ? 1 : 3) *
      lengthFactor(length) *
      (parts.length <= 2 ? 1 : parts.length === 3 ? 0.8 : 0.4) *
      (sums.generic > 0 ? 0.35 : 1) *
      (parts.length === 1 && sums.verbs > 0 ? 0.7 : 1),
    'begin:n': beginClass === 'n' ? 1 : 0,
    'begin:v': beginClass === 'v' ? 1 : 0,
    'begin:vn': beginClass === 'vn' ? 1 : 0,
    'begin:a': beginClass === 'a' ? 1 : 0,
    'begin:ns': beginClass === 'ns' ? 1 : 0,
    'begin:nr': beginClass === 'nr' ? 1 : 0,
    'begin:x': beginClass === 'x' ? 1 : 0,
    'begin:eng': beginClass === 'eng' ? 1 : 0,
    'begin:m': beginClass === 'm' ? 1 : 0,
    'begin:f': beginClass === 'f' ? 1 : 0,
    'end:n': endClass === 'n' ? 1 : 0,
    'end:v': endClass === 'v' ? 1 : 0,
    'end:vn': endClass === 'vn' ? 1 : 0,
    'end:a': endClass === 'a' ? 1 : 0,
    'end:ns': endClass === 'ns' ? 1 : 0,
    'end:nr': endClass === 'nr' ? 1 : 0,
    'end:x': endClass === 'x' ? 1 : 0,
    'end:eng': endClass === 'eng' ? 1 : 0,
    'end:d': endClass === 'd' ? 1 : 0,
    'end:f': endClass === 'f' ? 1 : 0,
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
