import type { UserWord } from '../../model/vocabulary.js';
import { offsetMap } from '../../text/code-points.js';
import { buildTermMatcher } from '../../text/term-matcher.js';

/** A piece of a text: a user word with its part of speech, or what lies between two of them. */
export interface Stretch {
  readonly text: string;
  readonly pos: string | undefined;
}

/**
 * Makes what cuts texts at user words, the leftmost first and of several there the longest: the segmenter sees only what
 * lies between them, because its best path may run across a word (三变革新: 三 变革 新).
 */
export function userWordCutter(words: readonly UserWord[]): (text: string) => Iterable<Stretch> {
  if (words.length === 0) return (text) => [{ text, pos: undefined }];
  const posOf = new Map(words.map(({ word, pos }) => [word, pos]));
  const matcher = buildTermMatcher([...posOf.keys()]);
  return function* (text) {
    const { toUtf16 } = offsetMap(text);
    let done = 0;
    for (const { term, start, end } of matcher.find(text)) {
      const at = toUtf16(start);
      if (at > done) yield { text: text.slice(done, at), pos: undefined };
      yield { text: term, pos: posOf.get(term) };
      done = toUtf16(end);
    }
    if (done < text.length) yield { text: text.slice(done), pos: undefined };
  };
}
