import { UserError } from '../../../errors.js';
import type { Place } from '../../../model/audit-finding.js';
import type { AttributeTable } from '../../../model/case-record.js';
import type { Problem } from '../../../model/problem.js';
import type { Extent, PublishedList, TableFile } from '../../../model/published-study.js';
import { cleanWord } from './clean-word.js';
import type { Figure } from './interval.js';

/** A word of a table, the words above it by level, and its figures by measure. */
export interface Entry {
  readonly place: Place;
  readonly level: string;
  readonly word: string;
  /** Level → word, from the top down to the entry itself. */
  readonly path: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, Figure>;
}

/** One printed row of a table: its cells as they stand. */
export interface PrintedRow {
  readonly place: Place;
  readonly cell: (column: string) => string;
  /** The number in a cell; null where the cell is empty. */
  readonly figure: (column: string) => Figure | null;
}

/** A published table or list made ready to be compared. */
export interface PublishedTable {
  readonly id: string;
  readonly place: Place;
  readonly extent: Extent;
  /** The word whose children a list gives. */
  readonly under: string | null;
  /** From the top down. */
  readonly levels: readonly string[];
  readonly entries: readonly Entry[];
  readonly rows: readonly PrintedRow[];
  readonly totalRow: PrintedRow | null;
  readonly spec: TableFile | null;
}

/** A list given in running text; its place is a line of the claims. */
export function tableOfList(list: PublishedList, place: Place): PublishedTable {
  const { id, extent, level, under, items } = list;
  const entries = items.map((item) => {
    const word = cleanWord(item);
    return { place, level, word, path: new Map([[level, word]]), values: new Map<string, Figure>() };
  });
  const above = under === undefined ? null : cleanWord(under);
  return { id, place, extent, under: above, levels: [level], entries, rows: [], totalRow: null, spec: null };
}

/**
 * A table printed as CSV. A blank cell above a filled one means the same as in the row before; the lowest filled
 * level is what a row is about.
 * @throws UserError assess/bad-claims
 */
export function tableOfFile(spec: TableFile, table: AttributeTable): PublishedTable {
  const levels = Object.entries(spec.levels);
  const measures = Object.entries(spec.measures);
  for (const column of columnsOf(spec)) {
    if (!table.columns.includes(column))
      throw bad(table.path, 1, column, { kind: 'not-a-column', path: table.path });
  }
  const printed = table.rows.map((row) => printedRow(spec, table.path, row));
  const isTotal = (row: PrintedRow) =>
    spec.total !== undefined &&
    table.columns.some((column) => row.cell(column) === cleanWord(spec.total ?? ''));
  const rows = printed.filter((row) => !isTotal(row));
  let before: readonly string[] = [];
  const entries = rows.flatMap((row): Entry[] => {
    const cells = levels.map(([, column]) => row.cell(column));
    const lowest = cells.findLastIndex((cell) => cell !== '');
    if (lowest < 0) return [];
    const words = cells.slice(0, lowest + 1).map((cell, at) => cell || (before[at] ?? ''));
    before = words;
    const values = measures.flatMap(([measure, column]): [string, Figure][] => {
      const figure = row.figure(column);
      return figure ? [[measure, figure]] : [];
    });
    const path = new Map(words.flatMap((word, at) => (word ? [[levels[at]?.[0] ?? '', word] as const] : [])));
    const [level = ''] = levels[lowest] ?? [];
    return [{ place: row.place, level, word: words[lowest] ?? '', path, values: new Map(values) }];
  });
  return {
    id: spec.id,
    place: { at: table.path, name: spec.name },
    extent: spec.extent,
    under: null,
    levels: levels.map(([level]) => level),
    entries,
    rows,
    totalRow: printed.find(isTotal) ?? null,
    spec,
  };
}

function columnsOf({ levels, measures, shares, derived, order, rank }: TableFile): string[] {
  return [
    ...Object.values(levels),
    ...Object.values(measures),
    ...shares.flatMap((share) => [share.column, share.of, share.in]),
    ...derived.flatMap((one) => [one.column, ...one.of]),
    order?.column,
    rank,
  ].filter((column) => column !== undefined);
}

function printedRow(
  spec: TableFile,
  path: string,
  { line, values }: AttributeTable['rows'][number],
): PrintedRow {
  const cell = (column: string) => cleanWord(values[column] ?? '');
  return {
    place: { at: `${path}:${line}`, name: spec.name },
    cell,
    figure: (column) => {
      const digits = cell(column).replaceAll(/[,\s%‰]/g, '');
      if (digits === '') return null;
      const number = /^[-+]?\d+(?:\.(\d+))?$/.exec(digits);
      if (number === null) throw bad(path, line, column, { kind: 'not-a-number', cell: cell(column) });
      const [, decimals = ''] = number;
      return { value: Number(digits), half: 0.5 * 10 ** -decimals.length };
    },
  };
}

function bad(path: string, line: number, place: string, problem: Problem): UserError {
  return new UserError('assess/bad-claims', { path: `${path}:${line}`, place, problem });
}
