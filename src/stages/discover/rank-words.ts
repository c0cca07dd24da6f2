import type { NewWord } from '../../model/new-word.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { absorbNested } from './absorb-nested.js';
import { rankOf, type WordTable, wordAt } from './word-table.js';

/** The words of all tables, best first, ties by code point, without those that live in longer ones. */
export function* rankWords(tables: readonly WordTable[]): Generator<NewWord> {
  const ranked = tables.flatMap((table) =>
    table.words.map((word, row) => ({ word, ...rankOf(table, row), table, row })),
  );
  ranked.sort((a, b) => b.score - a.score || compareByCodePoint(a.word, b.word));
  for (const { table, row } of absorbNested(ranked)) yield wordAt(table, row);
}
