import { offsetMap } from '../../text/code-points.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { splitSentences } from '../../text/sentences.js';
import { buildScanner } from '../../text/term-matcher.js';

/** What stands around a word in a corpus: how much more often than elsewhere, by pair of characters. */
export interface WordContext {
  /** Sentences that hold the word, as far as they were read. */
  readonly sentences: number;
  /** Positive pointwise mutual information of word and pair within a sentence, less for a pair seen once. */
  readonly vector: ReadonlyMap<string, number>;
}

/** Sentences of a word beyond which more say nothing new. */
const ENOUGH = 500;

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/** The neighbouring pairs of Han characters in a text, each once. */
export function pairsOf(text: string): Set<string> {
  const characters = [...text];
  const pairs = characters.slice(1).map((next, index) => `${characters[index]}${next}`);
  return new Set(pairs.filter((pair) => HAN_PAIR.test(pair)));
}

const isMeaningful = (pair: string) => ![...pair].some((one) => FUNCTION_CHARACTERS.has(one));

/** Reads the clean texts of a corpus once and takes down the contexts of the words that stand there. */
export function collectContexts(
  words: readonly string[],
  texts: Iterable<string>,
): ReadonlyMap<string, WordContext> {
  const scan = buildScanner([], words);
  const all = new Map<string, number>();
  const seen = new Map<string, { sentences: number; pairs: Map<string, number> }>();
  let sentences = 0;
  for (const text of texts) {
    const offsets = offsetMap(text);
    for (const { start, end } of splitSentences(text)) {
      const sentence = text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
      const pairs = [...pairsOf(sentence)].filter(isMeaningful);
      sentences += 1;
      for (const pair of pairs) all.set(pair, (all.get(pair) ?? 0) + 1);
      for (const word of new Set(scan(sentence).literals.map(({ term }) => term))) {
        const own = seen.get(word) ?? { sentences: 0, pairs: new Map<string, number>() };
        seen.set(word, own);
        if (own.sentences >= ENOUGH) continue;
        own.sentences += 1;
        for (const pair of pairs) {
          if (!word.includes(pair)) own.pairs.set(pair, (own.pairs.get(pair) ?? 0) + 1);
        }
      }
    }
  }
  const expected = (pair: string) => (all.get(pair) as number) / sentences;
  return new Map(
    [...seen].map(([word, { sentences: own, pairs }]) => {
      const vector = new Map<string, number>();
      for (const [pair, count] of pairs) {
        const information = Math.log(count / own / expected(pair));
        if (information > 0) vector.set(pair, information * Math.min(1, Math.log(1 + count)));
      }
      return [word, { sentences: own, vector }];
    }),
  );
}
