import type { TablePage } from '../../../../workflow/read-table-page.js';

/** Columns that name things for programs, and the patterns of rules: beside them there is no room for what is quoted. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set([
  'codeId',
  'otherCodeId',
  'start',
  'end',
  'passage',
  'decisionIds',
  'decisionId',
  'origins',
  'generation',
  'rules',
]);

/** The counts that everybody knows: in how many cases, and how often. */
const FIRST_COUNTS: readonly string[] = ['cases', 'references'];

/**
 * The places of the columns that are shown at first: without those for programs, and of a table that counts cases and references
 * without its other numbers; those that are empty in all rows are left out.
 */
export function firstColumns({
  columns,
  numeric,
  cells,
}: Pick<TablePage, 'columns' | 'numeric' | 'cells'>): number[] {
  const isEmpty = (at: number) => cells.length > 0 && cells.every((row) => !row[at]);
  const hasCounts = FIRST_COUNTS.every((name) => columns.includes(name));
  return [...columns.keys()].filter((at) => {
    const name = columns[at] ?? '';
    return (
      !FOR_PROGRAMS.has(name) && !isEmpty(at) && !(hasCounts && numeric[at] && !FIRST_COUNTS.includes(name))
    );
  });
}
