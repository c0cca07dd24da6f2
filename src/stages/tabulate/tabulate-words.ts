import type { CaseTerm } from '../../model/candidate.js';
import { compareByCodePoint } from '../../text/code-points.js';

/** A word of the texts: its part of speech (the most frequent), how often it occurs, and in how many cases. */
export interface CountedWord {
  readonly word: string;
  readonly pos: string;
  readonly frequency: number;
  readonly cases: number;
}

/** Case × word: the words in code point order, and how often each case has them. */
export interface WordsOfCases {
  readonly words: readonly CountedWord[];
  /** For each case its words by their places, in order. */
  readonly rows: readonly (readonly (readonly [word: number, frequency: number])[])[];
}

/** Counts the words of cases, whatever their parts of speech, as far as they occur in so many cases at least. */
export function tabulateWords(cases: Iterable<readonly CaseTerm[]>, minCases: number): WordsOfCases {
  const found = new Map<string, { pos: Map<string, number>; frequency: number; cases: number }>();
  const counted: (readonly (readonly [word: string, frequency: number])[])[] = [];
  for (const terms of cases) {
    const own = new Map<string, number>();
    for (const { word, pos, frequency } of terms) {
      const one = found.get(word) ?? { pos: new Map(), frequency: 0, cases: 0 };
      found.set(word, one);
      one.frequency += frequency;
      one.pos.set(pos, (one.pos.get(pos) ?? 0) + frequency);
      if (!own.has(word)) one.cases += 1;
      own.set(word, (own.get(word) ?? 0) + frequency);
    }
    counted.push([...own]);
  }
  const words = [...found]
    .filter(([, { cases: n }]) => n >= minCases)
    .sort(([one], [other]) => compareByCodePoint(one, other));
  const places = new Map(words.map(([word], at) => [word, at]));
  return {
    words: words.map(([word, { pos, frequency, cases: n }]) => ({
      word,
      pos: mostFrequent(pos),
      frequency,
      cases: n,
    })),
    rows: counted.map((own) =>
      own
        .flatMap(([word, frequency]) => {
          const place = places.get(word);
          return place === undefined ? [] : [[place, frequency] as const];
        })
        .sort(([one], [other]) => one - other),
    ),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compareByCodePoint(a[0], b[0]));
  return first?.[0] ?? '';
}
