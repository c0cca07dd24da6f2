import { type Check, type Comparison, finding, statementKey } from './audited-study.js';
import { fitsRows } from './compare-totals.js';
import { totalBelow, totalOfRows } from './figures.js';
import { countedOrRounded } from './interval.js';

/** A printed row of totals against the rows. */
export const checkTotals: Check = ({ tables, study, words }) =>
  tables.flatMap((table) => {
    const { totalRow, spec } = table;
    if (totalRow === null || spec === null) return [];
    return Object.entries(spec.measures).flatMap(([measure, column]): Comparison[] => {
      const total = totalRow.figure(column);
      const rows = totalOfRows(table, measure, words);
      if (total === null || rows === null) return [];
      const isRight = fitsRows(countedOrRounded(total), rows, study.distinct.includes(measure));
      const claimed = { value: total.value, place: totalRow.place };
      const found = { value: rows.sum.value, place: table.place };
      const statement = statementKey.part(table, 'total');
      return [{ statement, finding: isRight ? null : finding('total', measure, claimed, found) }];
    });
  });

/** What is printed for a code above, against the rows below it, in its own table and in others. */
export const checkParentSums: Check = ({ tables, study, words }) =>
  tables.flatMap((table) =>
    table.entries.flatMap((parent) =>
      [...parent.values].flatMap(([measure, figure]) =>
        tables.flatMap((other): Comparison[] => {
          const rows = totalBelow(other, measure, words, parent);
          if (rows === null) return [];
          const isRight = fitsRows(countedOrRounded(figure), rows, study.distinct.includes(measure));
          const claimed = { value: figure.value, place: parent.place };
          const found = { value: rows.sum.value, place: other.place };
          const subject = `${parent.word} · ${measure}`;
          const statement = statementKey.table(table);
          return [{ statement, finding: isRight ? null : finding('parent-sum', subject, claimed, found) }];
        }),
      ),
    ),
  );
