import type { DerivedColumn } from '../../../model/published-study.js';
import {
  type AuditedStudy,
  type Check,
  type Comparison,
  claimsOf,
  finding,
  statementKey,
} from './audited-study.js';
import { totalOfRows } from './figures.js';
import {
  addUp,
  countedOrRounded,
  divide,
  exactly,
  type Figure,
  type Interval,
  mayBeEqual,
  rounded,
  subtract,
} from './interval.js';
import type { PrintedRow, PublishedTable } from './published-table.js';

/** Printed shares against the figures they are shares of; what rounding explains is right. */
export const checkShares: Check = (audited) =>
  audited.tables.flatMap((table) =>
    (table.spec?.shares ?? []).flatMap(({ column, of, in: whole, whole: factor }, index) => {
      const total = whole === undefined ? totalOf(audited, table, of) : null;
      const rows =
        table.totalRow === null || whole === undefined ? table.rows : [...table.rows, table.totalRow];
      return rows.flatMap((row): Comparison[] => {
        const part = row.figure(of);
        const base = whole === undefined ? total : intervalOf(row.figure(whole));
        const share = part && base && divide(countedOrRounded(part), base, factor);
        const statement = statementKey.part(table, 'share', index);
        return compareCell(statement, 'share', `${column} (${of})`, row, row.figure(column), share);
      });
    }),
  );

/** Printed columns against the columns that they are computed from. */
export const checkDerived: Check = ({ tables }) =>
  tables.flatMap((table) =>
    (table.spec?.derived ?? []).flatMap((derived, index) => {
      const { column, of } = derived;
      const subject = `${column} (${of.join('、')})`;
      let running = exactly(0);
      return table.rows.flatMap((row): Comparison[] => {
        const inputs = of.map((one) => intervalOf(row.figure(one)));
        if (inputs.includes(null)) return [];
        const known = inputs as Interval[];
        running = addUp([running, ...known]);
        const result = derived.as === 'cumulative' ? running : compute(derived, known);
        const statement = statementKey.part(table, 'derived', index);
        return compareCell(statement, 'derived', subject, row, row.figure(column), result);
      });
    }),
  );

function compute(derived: DerivedColumn, inputs: readonly Interval[]): Interval | null {
  const [first, second] = inputs as [Interval, Interval];
  switch (derived.as) {
    case 'mean':
      return divide(addUp(inputs), exactly(inputs.length));
    case 'difference':
      return subtract(first, second);
    case 'ratio':
      return divide(first, second, derived.whole);
    case 'growth':
      return growth(first, second, derived.whole);
    default:
      return addUp(inputs);
  }
}

/** The growth from `before` to `now`: now/before − 1, so that the rounding of `before` counts once. */
function growth(now: Interval, before: Interval, factor: number): Interval | null {
  const ratio = divide(now, before, factor);
  return ratio && subtract(ratio, exactly(factor));
}

function compareCell(
  statement: string,
  kind: 'share' | 'derived',
  subject: string,
  { place }: PrintedRow,
  printed: Figure | null,
  computed: Interval | null,
): Comparison[] {
  if (printed === null || computed === null) return [];
  const found = { value: computed.value, place };
  const isRight = mayBeEqual(rounded(printed), computed);
  return [
    { statement, finding: isRight ? null : finding(kind, subject, { value: printed.value, place }, found) },
  ];
}

function intervalOf(figure: Figure | null): Interval | null {
  return figure && countedOrRounded(figure);
}

/** What a column adds up to: its total row, a stated sum, or the rows of a whole table. */
function totalOf(audited: AuditedStudy, table: PublishedTable, column: string): Interval | null {
  const total = table.totalRow?.figure(column);
  if (total) return countedOrRounded(total);
  const measures = Object.entries(table.spec?.measures ?? {});
  const measure = measures.find(([, of]) => of === column)?.[0];
  const stated = claimsOf(audited, 'sum').find(
    ({ claim }) =>
      claim.measure === measure && claim.under === undefined && [undefined, table.id].includes(claim.table),
  )?.claim.value;
  if (stated !== undefined) return exactly(stated);
  if (table.extent !== 'all') return null;
  const rows = measure === undefined ? null : totalOfRows(table, measure, audited.words);
  if (rows !== null) return rows.sum;
  return addUp(table.rows.flatMap((row) => intervalOf(row.figure(column)) ?? []));
}
