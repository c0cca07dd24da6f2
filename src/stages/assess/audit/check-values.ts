import { type Check, type Comparison, claimsOf, finding, statementKey, tablesFor } from './audited-study.js';
import { cleanWord } from './clean-word.js';
import { fitsRows } from './compare-totals.js';
import { figuresOfWord, type RowsTotal } from './figures.js';
import { exactly } from './interval.js';
import type { PublishedTable } from './published-table.js';

/** A figure stated for a word against what each table prints for it, or has in the rows below it. */
export const checkStatedValues: Check = (audited) =>
  claimsOf(audited, 'value').flatMap(({ claim, place, statement }) =>
    tablesFor(audited, claim).flatMap((table): Comparison[] => {
      const { measure, value, level } = claim;
      const word = cleanWord(claim.word);
      const figures = figuresOfWord(table, measure, audited.words, word, level);
      const isUnion = audited.study.distinct.includes(measure);
      const isRight = (total: RowsTotal) => fitsRows(exactly(value), total, isUnion);
      // A word of two levels may be meant at either; what a level prints and its rows must both fit.
      const levels = [...new Set(figures.map((one) => one.level))];
      const fits = levels.some((at) => figures.every((one) => one.level !== at || isRight(one.total)));
      if (fits || figures.length === 0) return figures.map(() => ({ statement, finding: null }));
      return figures
        .filter(({ total }) => !isRight(total))
        .map(({ total, place: at, isPrinted }) => {
          const found = { value: total.sum.value, place: at };
          const kind = isPrinted ? 'value' : 'sum';
          return { statement, finding: finding(kind, `${word} · ${measure}`, { value, place }, found) };
        });
    }),
  );

/** One figure of one word, printed in two tables. */
export const checkPrintedValues: Check = ({ tables, words }) => {
  const first = new Map<string, { value: number; place: PublishedTable['place']; table: PublishedTable }>();
  return tables.flatMap((table) =>
    table.entries.flatMap((entry) =>
      [...entry.values].flatMap(([measure, figure]): Comparison[] => {
        const key = JSON.stringify([measure, entry.level, words.canonical(entry.level, entry.word)]);
        const here = { value: figure.value, place: entry.place, table };
        const before = first.get(key);
        if (before === undefined) first.set(key, here);
        if (before === undefined || before.table.id === table.id) return [];
        const isSame = Math.abs(before.value - figure.value) < 1e-9;
        const found = isSame ? null : finding('value', `${entry.word} · ${measure}`, before, here);
        return [before.table, table].map((one) => ({ statement: statementKey.table(one), finding: found }));
      }),
    ),
  );
};
