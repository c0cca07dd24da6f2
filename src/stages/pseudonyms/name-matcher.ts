import type { Pseudonym } from '../../model/pseudonym.js';
import type { Token } from '../../model/token.js';
import { buildTermMatcher, type TermMatch } from '../../text/term-matcher.js';

/** Where names occur in a text. */
export interface NameMatches {
  /** In order and apart, of several at one place the longest. */
  readonly names: readonly TermMatch[];
  /** Places where the characters of a name are part of a longer word, and nobody asked for these. */
  readonly withinWords: readonly TermMatch[];
}

/** What cuts a text into words, and knows which of them are in the dictionary. */
export interface WordCutter {
  readonly cut: (text: string) => Iterable<Token>;
  readonly inDictionary: (word: string) => boolean;
}

/** Makes what finds names in texts: 王强 in 王强说, and in 王强调 only where `alsoWithinWords` says so. */
export function buildNameMatcher(
  names: readonly Pick<Pseudonym, 'name' | 'alsoWithinWords'>[],
  { cut, inDictionary }: WordCutter,
): (text: string) => NameMatches {
  const matcher = buildTermMatcher(names.map(({ name }) => name));
  const wholeOnly = new Set(names.flatMap(({ name, alsoWithinWords }) => (alsoWithinWords ? [] : name)));
  return (text) => {
    const found = matcher.find(text);
    if (!found.some(({ term }) => wholeOnly.has(term))) return { names: found, withinWords: [] };
    const isWithin = withinWordTest(cut(text), inDictionary);
    const within = new Set(found.filter((match) => isWithin(match) && wholeOnly.has(match.term)));
    return { names: found.filter((match) => !within.has(match)), withinWords: [...within] };
  };
}

/** Makes a test, to be asked in the order of a text, whether a word of the dictionary goes on across an edge of a match. */
function withinWordTest(
  words: Iterable<Token>,
  inDictionary: (word: string) => boolean,
): (match: TermMatch) => boolean {
  const tokens = words[Symbol.iterator]();
  let current = tokens.next();
  const goesOnAcross = (place: number): boolean => {
    while (!current.done && current.value.end <= place) current = tokens.next();
    return !current.done && current.value.start < place && inDictionary(current.value.word);
  };
  // Both edges are asked for, so that the words are read in order.
  return ({ start, end }) => [start, end].map(goesOnAcross).some(Boolean);
}
