import type { NewWord } from '../../model/new-word.js';
import type { Segmenter } from '../../model/token.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { isFurniture, isTermShaped } from '../../text/term-shape.js';
import { encodeCorpus } from './encode-corpus.js';
import { properNamePos } from './proper-name.js';
import { rankWords } from './rank-words.js';
import { scoreWord } from './score-words.js';
import { type DiscoverOptions, type WordCandidate, wordCandidates } from './word-candidates.js';
import { tabulateWords } from './word-table.js';

/**
 * The new words of a corpus, best first, ties by code point; each text is one case, its lines are paragraphs.
 * Only Han strings. Wants a segmenter without added words: what it has been taught is no longer new to it.
 */
export function discoverWords(
  texts: readonly string[],
  segmenter: Segmenter,
  options: DiscoverOptions,
): NewWord[] {
  const candidates = wordCandidates(encodeCorpus(texts, segmenter), segmenter.inDictionary, options);
  return [...rankWords([tabulateWords(scoreCandidates(candidates, segmenter, options))])];
}

/** The candidates that score above 0 and, where terms are looked for, are built like one; `both`, made to be read, leaves out headings. */
export function* scoreCandidates(
  candidates: Iterable<WordCandidate>,
  segmenter: Pick<Segmenter, 'tag'>,
  { profile }: Pick<DiscoverOptions, 'profile'>,
): Generator<NewWord> {
  for (const figures of candidates) {
    const score = quantise(scoreWord(figures, profile));
    if (score <= 0) continue;
    const parts = segmenter.tag(figures.word);
    if (profile !== 'words' && !isTermShaped(parts)) continue;
    if (profile === 'both' && isFurniture(parts)) continue;
    const pos = properNamePos(figures.word, parts, figures.hmmShare) ?? newWordPos(parts);
    yield { ...figures, score, pos };
  }
}
