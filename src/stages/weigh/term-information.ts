/** Characters of the longest word that is looked for. */
const LONGEST = 6;

/** What is known of single words. */
export interface WordKnowledge {
  readonly inDictionary: (word: string) => boolean;
  /** Inverse document frequency. */
  readonly idf: (word: string) => number;
}

/**
 * How much a term says: the sum of the inverse document frequencies of its words, cut from the left as the longest that
 * the dictionary has. 管理体制改革 is a frequent phrase of frequent words, 易地搬迁 is not.
 */
export function termInformation(term: string, { inDictionary, idf }: WordKnowledge): number {
  const characters = [...term];
  let sum = 0;
  for (let start = 0; start < characters.length; ) {
    let end = Math.min(start + LONGEST, characters.length);
    while (end > start + 1 && !inDictionary(characters.slice(start, end).join(''))) end -= 1;
    sum += idf(characters.slice(start, end).join(''));
    start = end;
  }
  return sum;
}
