import type { NewWord, Profile } from '../../model/new-word.js';
import { type CharacterRoles, characterRoles } from './character-roles.js';
import { cohesion, type LevelLinks } from './cohesion.js';
import { countNgrams } from './count-ngrams.js';
import { type EncodedCorpus, stringAt } from './encode-corpus.js';
import type { NgramLevel } from './ngram-level.js';
import { isNumeral } from './numeral.js';

/** What a discovery looks for. */
export interface DiscoverOptions {
  readonly profile: Profile;
  /** Occurrences in the corpus below which a string is not considered. */
  readonly minFrequency: number;
  /** Longest word in characters. */
  readonly maxLength: number;
}

/** A string with its figures, before it is scored. */
export type WordCandidate = Omit<NewWord, 'pos' | 'score'>;

/** Alignment up to which `both`, the list made to be read, takes a string for a piece of words. */
const HALF_WORD = 1 / 3;

/** Share of guesses from which on `words` takes a string whose edges look like grammar: 均可, 曾某. */
const MOSTLY_GUESSED = 0.5;

/** The strings of a corpus that may be new words: no numerals, no dictionary words, somewhere on the segmenter's cuts. */
export function* wordCandidates(
  corpus: EncodedCorpus,
  inDictionary: (word: string) => boolean,
  options: DiscoverOptions,
): Generator<WordCandidate> {
  const roles = characterRoles(corpus);
  const levels: LevelLinks[] = [];
  for (const level of countNgrams(corpus, options)) {
    levels.push({ frequency: level.frequency, prefix: level.prefix, suffix: level.suffix });
    if (level.length < 2) continue;
    for (let c = 0; c < level.first.length; c += 1) {
      if (!standsAlone(level, c, options.profile)) continue;
      const word = stringAt(corpus, level.first[c] as number, level.length);
      if (isNumeral(word) || inDictionary(word)) continue;
      yield describe(corpus, roles, levels, level, c, word);
    }
  }
}

function standsAlone(level: NgramLevel, c: number, profile: Profile): boolean {
  const frequency = level.frequency[c] as number;
  const aligned = level.aligned[c] as number;
  if (profile === 'both') return aligned > HALF_WORD * frequency;
  return aligned > 0 || (profile === 'words' && (level.whole[c] as number) >= MOSTLY_GUESSED * frequency);
}

function describe(
  { codes, size }: EncodedCorpus,
  roles: CharacterRoles,
  levels: readonly LevelLinks[],
  level: NgramLevel,
  c: number,
  word: string,
): WordCandidate {
  const frequency = level.frequency[c] as number;
  const first = level.first[c] as number;
  return {
    word,
    frequency,
    cases: level.cases[c] as number,
    cohesion: cohesion(levels, level.length, c, size),
    leftEntropy: level.leftEntropy[c] as number,
    rightEntropy: level.rightEntropy[c] as number,
    hmmShare: (level.whole[c] as number) / frequency,
    alignment: (level.aligned[c] as number) / frequency,
    knownAlignment: (level.onKnownCuts[c] as number) / frequency,
    cutsInside: (level.knownCutsInside[c] as number) / (frequency * (level.length - 1)),
    beginShare: roles.begin[codes[first] as number] as number,
    endShare: roles.end[codes[first + level.length - 1] as number] as number,
    length: level.length,
    inDictionary: false,
  };
}
