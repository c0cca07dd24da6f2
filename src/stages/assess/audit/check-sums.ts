import { greatest } from '../../../text/many.js';
import {
  type AuditedStudy,
  type Check,
  type Comparison,
  claimsOf,
  finding,
  type KeyedClaim,
  sizeOf,
  tablesFor,
  wordsAt,
} from './audited-study.js';
import { cleanWord } from './clean-word.js';
import { fitsRows } from './compare-totals.js';
import { type RowsTotal, totalOfRows } from './figures.js';
import { exactly } from './interval.js';
import type { PublishedTable } from './published-table.js';

/** Stated sums, of all rows or of those under one word, against the rows of each table. */
export const checkSums: Check = (audited) =>
  claimsOf(audited, 'sum').flatMap((one) =>
    tablesFor(audited, one.claim).flatMap((table): Comparison[] => {
      const { measure } = one.claim;
      const under = one.claim.under === undefined ? null : cleanWord(one.claim.under);
      const rows = totalOfRows(table, measure, audited.words, under);
      if (rows === null) return [];
      // The table that a claim names is counted as it is printed.
      const isWhole =
        one.claim.table !== undefined || under !== null || audited.study.distinct.includes(measure);
      return isWhole
        ? compareSum(audited, one, table, rows)
        : compareWithRemainder(audited, one, table, rows);
    }),
  );

function compareSum(
  { study }: AuditedStudy,
  { claim, place, statement }: KeyedClaim<'sum'>,
  table: PublishedTable,
  found: RowsTotal,
): Comparison[] {
  const rows = claim.table === undefined ? found : { ...found, isComplete: true };
  const { value, measure, under } = claim;
  const isRight = fitsRows(exactly(value), rows, study.distinct.includes(measure));
  const subject = under === undefined ? measure : `${cleanWord(under)} · ${measure}`;
  const against = { value: rows.sum.value, place: table.place };
  return [{ statement, finding: isRight ? null : finding('sum', subject, { value, place }, against) }];
}

/** A stated sum of everything against a table; what a partial table leaves must fit the words it does not print. */
function compareWithRemainder(
  audited: AuditedStudy,
  one: KeyedClaim<'sum'>,
  table: PublishedTable,
  rows: RowsTotal,
): Comparison[] {
  const { claim, place, statement } = one;
  const isBelow = rows.sum.high < claim.value;
  if (table.extent === 'all' || !isBelow) return compareSum(audited, one, table, rows);
  const unprinted = unprintedIn(audited, table);
  const smallest = smallestFigure(table, claim.measure);
  const most = table.extent === 'top' ? smallest : Number.POSITIVE_INFINITY;
  const rest = claim.value - rows.sum.high;
  const isPossible = unprinted === null || (unprinted > 0 && rest <= unprinted * most);
  const severity = isPossible ? 'remark' : 'contradiction';
  const limit = unprinted === null || !Number.isFinite(most) ? '' : String(unprinted * most);
  const found = { value: rows.sum.value, place: table.place };
  const claimed = { value: claim.value, place };
  return [{ statement, finding: finding('remainder', claim.measure, claimed, found, { severity, limit }) }];
}

function smallestFigure({ entries }: PublishedTable, measure: string): number {
  return entries.reduce(
    (least, { values }) => Math.min(least, values.get(measure)?.value ?? least),
    Number.POSITIVE_INFINITY,
  );
}

/** The most codes that a partial table can have left out, by statement or by a whole table; null for unknown. */
function unprintedIn(audited: AuditedStudy, table: PublishedTable): number | null {
  const level = table.levels.at(-1) ?? '';
  const own = sizeOf(audited.words, level, wordsAt(table, level)).equated;
  const stated = claimsOf(audited, 'count')
    .filter(({ claim }) => claim.level === level && claim.under === undefined && claim.table === undefined)
    .map(({ claim }) => claim.value - own);
  const listed = audited.tables
    .filter(({ extent, under, levels }) => extent === 'all' && under === null && levels.includes(level))
    .map((whole) => wordsAt(whole, level).length - own);
  const all = [...stated, ...listed].map((left) => Math.max(0, left));
  return all.length === 0 ? null : greatest(all);
}
