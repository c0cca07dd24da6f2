import { UserError } from '../errors.js';
import type { AttributeTable, TableRow } from '../model/case-record.js';
import type { DoubtfulRow } from '../model/cell-doubt.js';
import type { CodingMap, CodingRole, CodingRow, CodingRows, NamedCode } from '../model/hand-coding.js';
import { plainHead } from './coding-map.js';
import { withSingleColumns } from './name-columns.js';

/** The level of a long table that names none. */
const ONLY_LEVEL = '编码';

/**
 * Reads the rows of a table of hand codings: long, a row a coding, or with a column for each level.
 * @param isCase whether a case is called so: a date is one where it is
 * @throws UserError import/missing-column, import/doubled-column
 */
export function codingRowsOf(
  table: AttributeTable,
  map: CodingMap,
  isCase: (name: string) => boolean,
): CodingRows {
  const columnOf = (head: string) => {
    const column = table.columns.find((one) => plainHead(one) === plainHead(head));
    if (column !== undefined) return column;
    throw new UserError('import/missing-column', {
      path: table.path,
      column: head,
      found: table.columns.join(', '),
    });
  };
  const roles = Object.fromEntries(
    Object.entries(map.roles).map(([role, head]) => [role, columnOf(head)]),
  ) as Partial<Record<CodingRole, string>>;
  const levels = map.levels.map(({ title, alias }) => ({ title: columnOf(title), alias }));
  const read = [...Object.values(roles), ...levels.map(({ title }) => title)];
  withSingleColumns(table, read);
  const filled = table.rows.filter(({ values, doubts = {} }) =>
    read.some((column) => (values[column] ?? '').trim() !== '' || doubts[column]),
  );
  const doubtsOf = ({ values, doubts = {} }: TableRow) =>
    read.flatMap((column) => {
      const doubt = doubts[column];
      const isText = column === roles.quote || column === roles.memo;
      const isKnown = column === roles.case && isCase((values[column] ?? '').trim());
      const isRead = doubt?.kind === 'date' && (isText || isKnown);
      return doubt && !isRead ? [{ column, ...doubt }] : [];
    });
  const doubtful = filled.flatMap((row): DoubtfulRow[] => {
    const cells = doubtsOf(row);
    return cells.length > 0 ? [{ line: row.line, cells }] : [];
  });
  const rows = filled.flatMap((row): CodingRow[] => {
    const { line, values } = row;
    if (doubtsOf(row).length > 0) return [];
    const cell = (column: string | undefined) => (column === undefined ? '' : (values[column] ?? '').trim());
    const path = roles.code === undefined ? pathOf(cell, levels) : longPath(cell, roles);
    const [lowest, ...above] = path;
    if (!lowest) return [];
    return [
      {
        line,
        caseName: cell(roles.case),
        caseColumn: roles.case ?? '',
        keyword: cell(roles.keyword),
        quote: cell(roles.quote),
        coder: cell(roles.coder).normalize('NFC'),
        memo: cell(roles.memo),
        path: [lowest, ...above],
      },
    ];
  });
  const isLong = roles.code !== undefined;
  return {
    rows: isLong ? withLevels(rows) : rows,
    levels: isLong ? levelsOf(withLevels(rows)).map((title) => ({ title, alias: title })) : levels,
    blank: filled.length - rows.length - doubtful.length,
    doubtful,
    unmapped: table.columns.filter((column) => !read.includes(column)),
  };
}

function pathOf(cell: (column: string) => string, levels: CodingMap['levels']): NamedCode[] {
  return levels
    .map(({ title }) => ({ cell: cell(title), level: title, column: title }))
    .filter((one) => one.cell !== '');
}

/** The code of a long row, and that above it, whose level is known from the row that has it as its code. */
function longPath(
  cell: (column: string | undefined) => string,
  { code = '', level, parent }: Partial<Record<CodingRole, string>>,
): NamedCode[] {
  const named = { cell: cell(code), level: cell(level) || ONLY_LEVEL, column: code };
  const above = { cell: cell(parent), level: '', column: parent ?? '' };
  return named.cell === '' ? [] : [named, ...(above.cell === '' ? [] : [above])];
}

/** Gives the codes above others their levels; one that no row has as its code is at a level called as the column of those above. */
function withLevels(rows: readonly CodingRow[]): CodingRow[] {
  const levelOf = new Map(rows.map(({ path: [{ cell, level }] }) => [plainHead(cell), level]));
  return rows.map((row) => {
    const [named, above] = row.path;
    if (!above) return row;
    return { ...row, path: [named, { ...above, level: levelOf.get(plainHead(above.cell)) ?? above.column }] };
  });
}

/** The levels of a long table from the lowest up: each before those of the codes above its own. */
function levelsOf(rows: readonly CodingRow[]): string[] {
  const above = new Map<string, Set<string>>();
  for (const { path } of rows) {
    const [{ level }, parent] = path;
    for (const one of [level, ...(parent ? [parent.level] : [])])
      if (!above.has(one)) above.set(one, new Set());
    if (parent && parent.level !== level) above.get(level)?.add(parent.level);
  }
  const depth = (level: string, seen: readonly string[]): number => {
    const uppers = [...(above.get(level) ?? [])].filter((one) => !seen.includes(one));
    return Math.max(0, ...uppers.map((one) => 1 + depth(one, [...seen, one])));
  };
  const depths = new Map(Array.from(above.keys(), (level) => [level, depth(level, [level])]));
  return [...above.keys()].sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
}
