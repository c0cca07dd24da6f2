import type { Finding } from '../../../model/audit-finding.js';
import type { TableFile } from '../../../model/published-study.js';
import { type AuditedStudy, type Check, claimsOf, finding } from './audited-study.js';
import type { Entry, PrintedRow, PublishedTable } from './published-table.js';

/** A word that stands twice in one table under the same word above, or under two different ones. */
export const checkRepeats: Check = ({ tables, words }) =>
  tables.flatMap((table) => {
    const first = new Map<string, Entry>();
    const firstUnder = new Map<string, Entry>();
    return table.entries.flatMap((entry): Finding[] => {
      const { level, word, place } = entry;
      const repeated = repeatOf(first, words.canonical(level, word), entry);
      const parents = [...pairsUp(table, entry)].flatMap(([lower, upper]): Finding[] => {
        const [child, parent] = [entry.path.get(lower) ?? '', entry.path.get(upper) ?? ''];
        const before = firstUnder.get(`${lower}\t${words.canonical(lower, child)}`);
        if (before === undefined) firstUnder.set(`${lower}\t${words.canonical(lower, child)}`, entry);
        const was = before?.path.get(upper) ?? parent;
        if (before === undefined || words.canonical(upper, was) === words.canonical(upper, parent)) return [];
        return [finding('two-parents', child, { value: was, place: before.place }, { value: parent, place })];
      });
      if (repeated === undefined || parents.some(({ subject }) => subject === word)) return parents;
      return [
        ...parents,
        finding('duplicate', word, { value: repeated.word, place: repeated.place }, { value: word, place }),
      ];
    });
  });

function repeatOf(first: Map<string, Entry>, canonical: string, entry: Entry): Entry | undefined {
  const key = `${entry.level}\t${canonical}`;
  const before = first.get(key);
  if (before === undefined) first.set(key, entry);
  return before;
}

/** The levels of a row with the next filled one above each. */
export function pairsUp({ levels }: Pick<PublishedTable, 'levels'>, { path }: Entry): [string, string][] {
  const filled = levels.filter((level) => path.has(level));
  return filled.flatMap((level, at): [string, string][] => {
    const upper = filled[at - 1];
    return upper === undefined ? [] : [[level, upper]];
  });
}

/** Rows that break the order a table is said to stand in, and ranks that do not go with it. */
export const checkOrder: Check = ({ tables }) =>
  tables.flatMap(({ spec, rows }) => (spec ? [...misplaced(spec, rows), ...misranked(spec, rows)] : []));

function misplaced({ order }: TableFile, rows: readonly PrintedRow[]): Finding[] {
  if (order === undefined) return [];
  const figures = rows.flatMap((row) => {
    const figure = row.figure(order.column);
    return figure ? [{ place: row.place, value: figure.value }] : [];
  });
  return figures.flatMap((row, at): Finding[] => {
    const before = figures[at - 1];
    if (before === undefined || inOrder(order, before.value, row.value)) return [];
    return [finding('order', order.column, before, row)];
  });
}

function inOrder(order: NonNullable<TableFile['order']>, before: number, after: number): boolean {
  return order.direction === 'descending' ? before >= after : before <= after;
}

/** Ranks begin at 1 and go on by one, or after a tie by the number of tied rows. */
function misranked({ rank, order }: TableFile, rows: readonly PrintedRow[]): Finding[] {
  if (rank === undefined) return [];
  const ranked = rows
    .flatMap((row) => {
      const figure = row.figure(rank);
      return figure
        ? [{ place: row.place, rank: figure.value, by: order ? row.figure(order.column) : null }]
        : [];
    })
    .sort((a, b) => a.rank - b.rank);
  return ranked.flatMap((row, at): Finding[] => {
    const before = ranked[at - 1] ?? { place: row.place, rank: 0, by: null };
    const isTie = row.rank === before.rank && at > 0;
    const fits = isTie || row.rank === before.rank + 1 || row.rank === at + 1;
    const [was, is] = [before.by?.value, row.by?.value];
    const isKnown = order !== undefined && was !== undefined && is !== undefined;
    const goesWith = !isKnown || (isTie ? was === is : inOrder(order, was, is));
    if (fits && goesWith) return [];
    return [
      finding('rank', rank, { value: row.rank, place: row.place }, { value: at + 1, place: before.place }),
    ];
  });
}

/** Printed shares against the figures they are shares of; what rounding explains is right. */
export const checkShares: Check = (audited) =>
  audited.tables.flatMap((table) =>
    (table.spec?.shares ?? []).flatMap((share) =>
      table.rows.flatMap((row): Finding[] => {
        const claimed = row.figure(share.column);
        const part = row.figure(share.of);
        const whole =
          share.in === undefined ? totalOf(audited, table, share.of) : row.figure(share.in)?.value;
        if (claimed === null || part === null || whole === undefined || whole === 0) return [];
        const value = (share.whole * part.value) / whole;
        if (Math.abs(value - claimed.value) <= claimed.half + 1e-9) return [];
        const stated = { value: claimed.value, place: row.place };
        return [finding('share', `${share.column} (${share.of})`, stated, { value, place: row.place })];
      }),
    ),
  );

/** What a column adds up to: its total row, a stated sum, or the rows of a whole table. */
function totalOf(audited: AuditedStudy, table: PublishedTable, column: string): number | undefined {
  const total = table.totalRow?.figure(column)?.value;
  if (total !== undefined) return total;
  const measures = Object.entries(table.spec?.measures ?? {});
  const measure = measures.find(([, of]) => of === column)?.[0];
  const stated = claimsOf(audited, 'sum').find(({ claim }) => claim.measure === measure)?.claim.value;
  if (stated !== undefined || table.extent !== 'all') return stated;
  return table.rows.reduce((sum, row) => sum + (row.figure(column)?.value ?? 0), 0);
}
