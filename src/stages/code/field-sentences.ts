import type { Codebook } from '../../model/codebook.js';
import type { TermMatch } from '../../text/term-matcher.js';

/** The share of sentences with a word of the context from which a case speaks of the field throughout. */
const THROUGHOUT = 0.12;

/**
 * Tells which sentences of a case speak of the field that the codebook's `context` stands for: all of them in
 * a case where enough do, else those that hold one of its words and their neighbours; all without a context.
 */
export function fieldSentences({ context }: Codebook) {
  const words = new Set(context);
  return (
    literals: ReadonlyMap<number, readonly TermMatch[]>,
    sentences: number,
  ): ((sentence: number) => boolean) => {
    if (words.size === 0) return () => true;
    const holding = new Set<number>();
    for (const [sentence, hits] of literals) {
      if (hits.some(({ term }) => words.has(term))) holding.add(sentence);
    }
    if (holding.size >= THROUGHOUT * sentences) return () => true;
    return (sentence) => [sentence - 1, sentence, sentence + 1].some((one) => holding.has(one));
  };
}
