import type { NewWord, Profile } from '../../model/new-word.js';
import type { Segmenter } from '../../model/token.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { absorbNested } from './absorb-nested.js';
import { cohesion, type LevelLinks } from './cohesion.js';
import { countNgrams } from './count-ngrams.js';
import { type EncodedCorpus, encodeCorpus, stringAt } from './encode-corpus.js';
import type { NgramLevel } from './ngram-level.js';
import { isNumeral } from './numeral.js';
import { properNamePos } from './proper-name.js';
import { scoreWord } from './score-words.js';
import { isTermShaped } from './word-shape.js';

/** What a discovery looks for. */
export interface DiscoverOptions {
  readonly profile: Profile;
  /** Occurrences in the corpus below which a string is not considered. */
  readonly minFrequency: number;
  /** Longest word in characters. */
  readonly maxLength: number;
}

/** Alignment up to which `both`, the list made to be read, takes a string for a piece of words. */
const HALF_WORD = 1 / 3;

type Unclassified = Omit<NewWord, 'pos' | 'score'>;

/**
 * The new words of a corpus, best first, ties by code point; each text is one case, its lines are paragraphs.
 * Only Han strings. Wants a segmenter without added words: what it has been taught is no longer new to it.
 */
export function discoverWords(
  texts: readonly string[],
  segmenter: Segmenter,
  options: DiscoverOptions,
): NewWord[] {
  const corpus = encodeCorpus(texts, segmenter);
  const leastAligned = options.profile === 'both' ? HALF_WORD : 0;
  const levels: LevelLinks[] = [];
  const found: NewWord[] = [];
  for (const level of countNgrams(corpus, options)) {
    levels.push({ frequency: level.frequency, prefix: level.prefix, suffix: level.suffix });
    if (level.length < 2) continue;
    for (let c = 0; c < level.first.length; c += 1) {
      if ((level.aligned[c] as number) <= leastAligned * (level.frequency[c] as number)) continue;
      const word = stringAt(corpus, level.first[c] as number, level.length);
      if (isNumeral(word) || segmenter.inDictionary(word)) continue;
      const figures = describe(corpus, levels, level, c, word);
      const score = quantise(scoreWord(figures, options.profile));
      if (score <= 0) continue;
      const parts = segmenter.tag(word);
      if (options.profile !== 'words' && !isTermShaped(parts)) continue;
      found.push({
        ...figures,
        score,
        pos: properNamePos(word, parts, figures.hmmShare) ?? newWordPos(parts),
      });
    }
  }
  found.sort((a, b) => b.score - a.score || compareByCodePoint(a.word, b.word));
  return absorbNested(found);
}

function describe(
  corpus: EncodedCorpus,
  levels: readonly LevelLinks[],
  level: NgramLevel,
  c: number,
  word: string,
): Unclassified {
  const frequency = level.frequency[c] as number;
  return {
    word,
    frequency,
    cases: level.cases[c] as number,
    cohesion: cohesion(levels, level.length, c, corpus.size),
    leftEntropy: level.leftEntropy[c] as number,
    rightEntropy: level.rightEntropy[c] as number,
    hmmShare: (level.whole[c] as number) / frequency,
    alignment: (level.aligned[c] as number) / frequency,
    length: level.length,
    inDictionary: false,
  };
}
