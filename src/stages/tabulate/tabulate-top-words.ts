import type { TopWordRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';

/** How often a word of one part of speech occurs in all cases, and in how many of them. */
export interface WordCount {
  readonly word: string;
  readonly pos: string;
  readonly frequency: number;
  readonly cases: number;
}

/** The words of all cases, the most frequent first, each with its most frequent part of speech. */
export function tabulateTopWords(counts: readonly WordCount[]): TopWordRow[] {
  const words = Array.from(
    groupBy(counts, ({ word }) => word),
    ([word, ofWord]) => ({
      word,
      pos: [...ofWord].sort((a, b) => b.frequency - a.frequency || compareByCodePoint(a.pos, b.pos))[0]
        ?.pos as string,
      frequency: ofWord.reduce((sum, { frequency }) => sum + frequency, 0),
      cases: ofWord.reduce((sum, { cases }) => sum + cases, 0),
    }),
  );
  words.sort((a, b) => b.frequency - a.frequency || b.cases - a.cases || compareByCodePoint(a.word, b.word));
  const all = words.reduce((sum, { frequency }) => sum + frequency, 0);
  let sofar = 0;
  return words.map(({ word, pos, frequency, cases }, at) => {
    sofar += frequency;
    return {
      rank: at + 1,
      word,
      pos,
      frequency,
      share: quantise(frequency / all),
      cumulativeShare: quantise(sofar / all),
      cases,
    };
  });
}
