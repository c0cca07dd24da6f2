import type { NewWord } from '../../model/new-word.js';
import type { Segmenter } from '../../model/token.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { absorbNested } from './absorb-nested.js';
import { type EncodedCorpus, encodeCorpus } from './encode-corpus.js';
import { properNamePos } from './proper-name.js';
import { scoreWord } from './score-words.js';
import { type DiscoverOptions, wordCandidates } from './word-candidates.js';
import { isTermShaped } from './word-shape.js';

/**
 * The new words of a corpus, best first, ties by code point; each text is one case, its lines are paragraphs.
 * Only Han strings. Wants a segmenter without added words: what it has been taught is no longer new to it.
 */
export function discoverWords(
  texts: readonly string[],
  segmenter: Segmenter,
  options: DiscoverOptions,
): NewWord[] {
  return rankWords(encodeCorpus(texts, segmenter), segmenter, options);
}

/** The new words of a corpus that is segmented already. */
export function rankWords(
  corpus: EncodedCorpus,
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  options: DiscoverOptions,
): NewWord[] {
  const found: NewWord[] = [];
  for (const figures of wordCandidates(corpus, segmenter.inDictionary, options)) {
    const score = quantise(scoreWord(figures, options.profile));
    if (score <= 0) continue;
    const parts = segmenter.tag(figures.word);
    if (options.profile !== 'words' && !isTermShaped(parts)) continue;
    const pos = properNamePos(figures.word, parts, figures.hmmShare) ?? newWordPos(parts);
    found.push({ ...figures, score, pos });
  }
  found.sort((a, b) => b.score - a.score || compareByCodePoint(a.word, b.word));
  return absorbNested(found);
}
