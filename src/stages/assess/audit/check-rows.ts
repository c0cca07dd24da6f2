import type { Finding } from '../../../model/audit-finding.js';
import type { TableFile } from '../../../model/published-study.js';
import { type Check, type Comparison, finding, statementKey } from './audited-study.js';
import type { Entry, PrintedRow, PublishedTable } from './published-table.js';

/** A word that a table lists twice under the same word above, or under two different ones. */
export const checkRepeats: Check = ({ tables, words }) =>
  tables.flatMap((table) => {
    const first = new Map<string, Entry>();
    const firstUnder = new Map<string, Entry>();
    const statement = statementKey.table(table);
    return table.entries.flatMap((entry): Comparison[] => {
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
      const isTold = repeated === undefined || parents.some(({ subject }) => subject === word);
      const twice = isTold
        ? []
        : [
            finding(
              'duplicate',
              word,
              { value: repeated.word, place: repeated.place },
              { value: word, place },
            ),
          ];
      return [...parents, ...twice].map((one) => ({ statement, finding: one }));
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

/** Rows that break the order that a table states, and ranks that do not go with it. */
export const checkOrder: Check = ({ tables }) =>
  tables.flatMap((table) => {
    const { spec, rows } = table;
    if (spec === null) return [];
    const at = (part: 'order' | 'rank', findings: readonly (Finding | null)[]) =>
      findings.map((one): Comparison => ({ statement: statementKey.part(table, part), finding: one }));
    return [...at('order', compareOrder(spec, rows)), ...at('rank', compareRanks(spec, rows))];
  });

function compareOrder({ order }: TableFile, rows: readonly PrintedRow[]): (Finding | null)[] {
  if (order === undefined) return [];
  const figures = rows.flatMap((row) => {
    const figure = row.figure(order.column);
    return figure ? [{ place: row.place, value: figure.value }] : [];
  });
  return figures.slice(1).map((row, at) => {
    const before = figures[at] as typeof row;
    return inOrder(order, before.value, row.value) ? null : finding('order', order.column, before, row);
  });
}

function inOrder(order: NonNullable<TableFile['order']>, before: number, after: number): boolean {
  return order.direction === 'descending' ? before >= after : before <= after;
}

/** Ranks begin at 1 and go on by one, or after a tie by the number of tied rows. */
function compareRanks({ rank, order }: TableFile, rows: readonly PrintedRow[]): (Finding | null)[] {
  if (rank === undefined) return [];
  const ranked = rows
    .flatMap((row) => {
      const figure = row.figure(rank);
      return figure
        ? [{ place: row.place, rank: figure.value, by: order ? row.figure(order.column) : null }]
        : [];
    })
    .sort((a, b) => a.rank - b.rank);
  return ranked.map((row, at) => {
    const before = ranked[at - 1] ?? { place: row.place, rank: 0, by: null };
    const isTie = row.rank === before.rank && at > 0;
    const fits = isTie || row.rank === before.rank + 1 || row.rank === at + 1;
    const [was, is] = [before.by?.value, row.by?.value];
    const isKnown = order !== undefined && was !== undefined && is !== undefined;
    const goesWith = !isKnown || (isTie ? was === is : inOrder(order, was, is));
    if (fits && goesWith) return null;
    return finding(
      'rank',
      rank,
      { value: row.rank, place: row.place },
      { value: at + 1, place: before.place },
    );
  });
}
