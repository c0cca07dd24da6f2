import { buildScanner } from '../../text/term-matcher.js';

/**
 * A counter of words in texts as a search for each of them alone finds them: one inside another counts too, but none
 * overlaps another occurrence of its own.
 */
export function occurrenceCounter(words: Iterable<string>): (text: string) => Map<string, number> {
  const scan = buildScanner([], [...new Set(words)]);
  return (text) => {
    const counts = new Map<string, number>();
    const ends = new Map<string, number>();
    for (const { term, start, end } of scan(text).literals) {
      if (start < (ends.get(term) ?? 0)) continue;
      ends.set(term, end);
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    return counts;
  };
}
