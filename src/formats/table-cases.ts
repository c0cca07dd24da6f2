import { UserError } from '../errors.js';
import type { AttributeTable, CaseRecord } from '../model/case-record.js';
import { usualColumn } from '../text/usual-columns.js';
import { withSingleColumns } from './name-columns.js';

/** The columns that hold text, title and id of a case; what is not named is found by the usual headers. */
export interface CaseColumns {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly id?: string | undefined;
  /** A row may be a case without text, and a table of ids needs no column of texts. */
  readonly withoutText?: boolean | undefined;
  /** The texts were cut into words before; in JSON they may be lists of these. */
  readonly segmented?: boolean | undefined;
}

type Role = 'text' | 'title' | 'id';

/** Whether a table has a column of texts, named or usual, or of ids where these need no texts. */
export function holdsCases(table: AttributeTable, columns: CaseColumns): boolean {
  const has = (role: Role) => findColumn(table, columns, role) !== undefined;
  return has('text') || (columns.withoutText === true && columns.text === undefined && has('id'));
}

/** The text of a row, blank ones as a case without text where that is allowed. */
export function textOfRow(
  text: string,
  { withoutText }: CaseColumns,
): Pick<CaseRecord, 'text' | 'isWithoutText'> {
  return withoutText && text.trim() === '' ? { text: '', isWithoutText: true } : { text };
}

/**
 * One case a row; the columns that are not text, title or id become attributes.
 * @throws UserError import/missing-column, import/doubled-column
 */
export function recordsOfTable(table: AttributeTable, columns: CaseColumns): CaseRecord[] {
  const [textColumn, titleColumn, idColumn] = (['text', 'title', 'id'] as const).map((role) => {
    const column = findColumn(table, columns, role);
    const isNeeded = columns[role] !== undefined || (role === 'text' && !holdsCases(table, columns));
    if (column !== undefined || !isNeeded) return column;
    const found = table.columns.join(', ');
    throw new UserError('import/missing-column', { path: table.path, column: columns[role] ?? role, found });
  });
  withSingleColumns(table, [textColumn, titleColumn, idColumn]);
  const others = table.columns.filter((name) => ![textColumn, titleColumn, idColumn].includes(name));
  return table.rows.map(({ line, values }) => {
    const cell = (column: string | undefined) => (column === undefined ? '' : (values[column] ?? ''));
    const [id, title] = [cell(idColumn), cell(titleColumn)];
    return {
      ...(id ? { id } : {}),
      ...(title ? { title } : {}),
      ...textOfRow(cell(textColumn), columns),
      attributes: Object.fromEntries(others.map((name) => [name, cell(name)])),
      source: `${table.path}#${line}`,
    };
  });
}

function findColumn(table: AttributeTable, columns: CaseColumns, role: Role): string | undefined {
  const wanted = columns[role];
  if (wanted !== undefined) return table.columns.find((name) => name === wanted);
  return usualColumn(table.columns, role);
}
