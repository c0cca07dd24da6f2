import type { DocumentWords, Section } from './document-words.js';
import type { SectionCandidates } from './keyword-candidates.js';
import type { Outline } from './outline-candidates.js';
import type { WordFacts } from './word-facts.js';

/** What the features of a section's candidates are taken from. */
export interface SectionFigures {
  readonly document: DocumentWords;
  readonly section: Section;
  readonly candidates: SectionCandidates;
  readonly outline: Outline;
  /** The candidate of a number in the document. */
  readonly wordOf: (number: number) => string;
}

const BEGIN_CLASSES = ['n', 'v', 'vn', 'ns', 'nr', 'eng'];
const END_CLASSES = ['n', 'v', 'vn', 'ns'];

/** Names of the features of a candidate by itself, in their order; `COMPARISONS` come after. */
export const FEATURES: readonly string[] = [
  'alone',
  'inLonger',
  'idf',
  'highestIdf',
  'lowestIdf',
  'beginIdf',
  'endIdf',
  'hasTitle',
  'inTitle',
  'titleShare',
  'titleCharacters',
  'length',
  'parts',
  'beginLength',
  'endLength',
  'oneCharacterParts',
  'nouns',
  'verbs',
  'genericShare',
  'isKnown',
  'firstWord',
  'firstAt',
  'lastAt',
  'sentences',
  'leftKinds',
  'rightKinds',
  'wholeRuns',
  'runBegins',
  'runEnds',
  'runWords',
  'afterDe',
  'afterListed',
  'beforeDe',
  'beforeListed',
  'beforeGloss',
  'rarestPart',
  'endFrequency',
  'withoutEnd',
  'withoutBegin',
  'cohesion',
  'formula',
  ...BEGIN_CLASSES.map((tagClass) => `begin:${tagClass}`),
  ...END_CLASSES.map((tagClass) => `end:${tagClass}`),
];

/** Writes the values of `FEATURES` for the candidate `i` of a section into `rows` from `at`, where zeros stand. */
export function writeFeatures(rows: Float64Array, at: number, i: number, figures: SectionFigures): void {
  const { document, section, candidates, outline } = figures;
  const { title, words, tokens } = document;
  const { columns } = candidates;
  const total = section.to - section.from;
  const word = figures.wordOf(columns.number[i] as number);
  const parts = columns.parts[i] as number;
  const length = columns.length[i] as number;
  const frequency = columns.frequency[i] as number;
  const first = columns.first[i] as number;
  const firstInText = columns.firstInText[i] as number;
  const last = columns.last[i] as number;
  const share = (column: Int32Array) => (column[i] as number) / frequency;
  const sums = sumUp(first, parts, document, section);
  const beginNumber = tokens[first] as number;
  const endNumber = tokens[first + parts - 1] as number;
  const begin = words[beginNumber] as WordFacts;
  const end = words[endNumber] as WordFacts;
  const beginCount = section.frequency[beginNumber] as number;
  const endCount = section.frequency[endNumber] as number;
  const titleAt = outline.titleAt[i] as number;
  let next = at;
  const put = (value: number) => {
    rows[next] = value;
    next += 1;
  };
  put(outline.alone[i] as number);
  put(Math.min(1, share(columns.superFrequency)));
  put(outline.idf[i] as number);
  put(sums.highestIdf);
  put(sums.lowestIdf);
  put(begin.idf);
  put(end.idf);
  put(title === '' ? 0 : 1);
  put(titleAt >= 0 ? 1 : 0);
  put(titleAt < 0 ? 0 : word.length / title.length);
  put(sums.inTitle / length);
  put(Math.min(length, 9));
  put(parts);
  put(begin.length);
  put(end.length);
  put(sums.oneCharacter);
  put(sums.nouns);
  put(sums.verbs);
  put(sums.generic / parts);
  put(parts === 1 && begin.isKnown ? 1 : 0);
  put(Math.log(1 + first - section.from));
  put(firstInText < 0 ? 1 : (firstInText - section.from) / total);
  put((last - section.from) / total);
  put((columns.sentences[i] as number) / candidates.sentences);
  put(share(columns.leftKinds));
  put(share(columns.rightKinds));
  put(share(columns.wholeRuns));
  put(share(columns.runBegins));
  put(share(columns.runEnds));
  put(share(columns.runWords));
  put(share(columns.afterDe));
  put(share(columns.afterListed));
  put(share(columns.beforeDe));
  put(share(columns.beforeListed));
  put(share(columns.beforeGloss));
  put(Math.log(sums.rarest));
  put(Math.log(endCount));
  put(Math.log(0.5 + (columns.beginFrequency[i] as number)));
  put(Math.log(0.5 + (columns.endFrequency[i] as number)));
  put(parts === 1 ? 0 : Math.log((frequency * total) / (beginCount * endCount)));
  put(outline.formula[i] as number);
  const beginClass = BEGIN_CLASSES.indexOf(begin.tagClass);
  if (beginClass >= 0) rows[next + beginClass] = 1;
  const endClass = END_CLASSES.indexOf(end.tagClass);
  if (endClass >= 0) rows[next + BEGIN_CLASSES.length + endClass] = 1;
}

/** Sums and extremes over the words of a candidate. */
function sumUp(
  first: number,
  parts: number,
  { words, tokens, inTitle }: DocumentWords,
  { frequency }: Section,
) {
  const sums = {
    highestIdf: Number.NEGATIVE_INFINITY,
    lowestIdf: Number.POSITIVE_INFINITY,
    inTitle: 0,
    generic: 0,
    nouns: 0,
    verbs: 0,
    oneCharacter: 0,
    rarest: Number.POSITIVE_INFINITY,
  };
  for (let at = first; at < first + parts; at += 1) {
    const number = tokens[at] as number;
    const { idf, isGeneric, isNoun, isVerb, length } = words[number] as WordFacts;
    sums.highestIdf = Math.max(sums.highestIdf, idf);
    sums.lowestIdf = Math.min(sums.lowestIdf, idf);
    sums.inTitle += inTitle[number] as number;
    if (isGeneric) sums.generic += 1;
    if (isNoun) sums.nouns += 1;
    if (isVerb) sums.verbs += 1;
    if (length === 1) sums.oneCharacter += 1;
    sums.rarest = Math.min(sums.rarest, frequency[number] as number);
  }
  return sums;
}
