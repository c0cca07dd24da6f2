import { createRequire } from 'node:module';
import type { DictionaryLookup } from '../../model/token.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';
import { areOpposites } from './opposites.js';

/** Two words that may mean the same, and what they have in common. */
export interface NearSynonyms {
  readonly words: readonly [string, string];
  /** `shared-head`: they end alike and little else differs; `same-characters`: the same parts in another order. */
  readonly reason: 'shared-head' | 'same-characters';
  /** The characters both end with. */
  readonly head: string;
  /** 0–1; of the edit distance for a shared head, of the shared bigrams (Dice) for the same characters. */
  readonly similarity: number;
}

type Distance = typeof import('natural/lib/natural/distance/index.js');

let distance: Distance | undefined;

/** The measures of natural, loaded when words are compared: few decisions do. */
function loadDistance(): Distance {
  distance ??= createRequire(import.meta.url)('natural/lib/natural/distance/index.js') as Distance;
  return distance;
}

const HEAD = 2;
const ENOUGH = 0.6;
/** Three characters share two too easily (产业园, 工业园), unless one word is the whole head of the other. */
const LONG_ENOUGH = 4;

/**
 * Pairs of words that look like near-synonyms (村级产业园, 扶贫产业园): offered to a person, never applied. Opposites and
 * kinds of one thing are none. The most similar first, ties by code point.
 */
export function nearSynonyms(words: readonly string[], lookUp: DictionaryLookup): NearSynonyms[] {
  const distinct = [...new Set(words)].sort(compareByCodePoint);
  const sameHead = pairsBy(distinct, (word) => [...word].slice(-HEAD).join(''))
    .map(shareHead)
    .filter(isLongEnough);
  const sameCharacters = pairsBy(distinct, (word) => [...word].sort().join('')).map(shareCharacters);
  return [...sameHead, ...sameCharacters]
    .filter(({ similarity, words: [a, b] }) => similarity >= ENOUGH && !areOpposites(a, b, lookUp))
    .sort(
      (a, b) =>
        b.similarity - a.similarity ||
        compareByCodePoint(a.words[0], b.words[0]) ||
        compareByCodePoint(a.words[1], b.words[1]),
    );
}

function shareHead(words: readonly [string, string]): NearSynonyms {
  const [a, b] = words.map((word) => [...word]) as [string[], string[]];
  const length = Math.max(a.length, b.length);
  const similarity = 1 - loadDistance().LevenshteinDistance(words[0], words[1]) / length;
  return { words, reason: 'shared-head', head: commonEnd(a, b), similarity: quantise(similarity) };
}

function isLongEnough({ words, head }: NearSynonyms): boolean {
  const shortest = Math.min(...words.map((word) => [...word].length));
  return shortest >= LONG_ENOUGH || (shortest === LONG_ENOUGH - 1 && words.includes(head));
}

function shareCharacters(words: readonly [string, string]): NearSynonyms {
  const [a, b] = words.map((word) => [...word]) as [string[], string[]];
  return {
    words,
    reason: 'same-characters',
    head: commonEnd(a, b),
    similarity: quantise(loadDistance().DiceCoefficient(words[0], words[1])),
  };
}

function commonEnd(a: readonly string[], b: readonly string[]): string {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return a.slice(a.length - length).join('');
}

/** All pairs within the words of one key, without comparing every word with every other. */
function pairsBy(words: readonly string[], key: (word: string) => string): [string, string][] {
  return [...groupBy(words, key).values()].flatMap((bucket) =>
    bucket.flatMap((a, index) => bucket.slice(index + 1).map((b): [string, string] => [a, b])),
  );
}
