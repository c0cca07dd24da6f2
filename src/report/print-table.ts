import type { LabelledTable } from '../model/labelled-table.js';
import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';
import { type CellMerge, findMerges } from './find-merges.js';
import { readableColumns, readableTable } from './readable-table.js';

/** A table as it is printed: without ids, equal cells of its level columns merged. */
export interface PrintedTable extends LabelledTable {
  readonly columns: readonly string[];
  readonly merges: readonly CellMerge[];
}

/** The columns of tables whose equal cells are merged in print, from the top level down. */
const LEVEL_COLUMNS: Readonly<Partial<Record<TableName, RegExp>>> = {
  sample: /^attribute$/,
  flow: /^part$/,
  coding: /^level\d$/,
  pillars: /^group$/,
  facets: /^facet$/,
  categories: /^mainCategory$/,
  examples: /^(category|concept)$/,
  'pillar-evidence': /^(pillar|claim|categories)$/,
  quotations: /^code$/,
};

/** What stands in the cells under a code for the sum of it and of all codes under it. */
const subtotal: Readonly<Record<Language, string>> = { zh: '小计', en: 'subtotal' };

/** The tables without merged cells that are printed in another form than that of their data: with sums, indents or groups side by side. */
const PRINTED_APART: readonly TableName[] = ['frequency', 'nodes', 'relations', 'crosstab'];

/** Whether a table is printed in another form than that of its data. */
export function isPrintedApart(name: TableName): boolean {
  return LEVEL_COLUMNS[name] !== undefined || PRINTED_APART.includes(name);
}

/**
 * The printed form of a labelled table. In the coding table (Table 3) the row of a code that has codes under it says that it is
 * their subtotal.
 */
export function printTable(
  name: TableName,
  givenColumns: readonly string[],
  labelled: LabelledTable,
  language: Language,
): PrintedTable {
  const columns = readableColumns(givenColumns);
  const { title, caption, header, cells, numeric, total } = readableTable(givenColumns, labelled);
  const printed = [...columns.keys()].filter((at) => columns[at] !== 'codeId');
  const pick = <T>(row: readonly T[]) => printed.map((at) => row[at] as T);
  const named = LEVEL_COLUMNS[name];
  const levels = pick(columns).flatMap((column, at) => (named?.test(column) ? [at] : []));
  const rows = cells.map(pick);
  const isCoding = name === 'coding';
  // Each row of the coding table is a code: at the lowest level there is nothing to merge.
  const merges = findMerges(rows, isCoding ? levels.slice(0, -1) : levels);
  return {
    title,
    caption,
    columns: pick(columns),
    header: pick(header),
    numeric: pick(numeric),
    cells: isCoding ? withSubtotals(rows, merges, subtotal[language]) : rows,
    ...(total && { total: pick(total) }),
    merges,
  };
}

/** Writes into the first row of each merged level cell that it is the sum, at the level below. */
function withSubtotals(
  rows: readonly (readonly string[])[],
  merges: readonly CellMerge[],
  word: string,
): string[][] {
  const written = rows.map((row) => [...row]);
  for (const { row, column } of merges) {
    const cells = written[row];
    if (cells?.[column + 1] === '') cells[column + 1] = word;
  }
  return written;
}
