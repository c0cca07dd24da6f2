import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';
import { printCrosstab } from './print-crosstab.js';
import { printedColumns } from './printed-columns.js';
import type { PrintedRows, Row } from './printed-rows.js';

type Cell = Row[string];

/** How a table that argues is printed: its columns, those with their number before them, and the column that names its source. */
interface PrintedForm {
  readonly columns: readonly string[];
  readonly numbers?: Readonly<Record<string, string>>;
  readonly cited?: string;
}

const FORMS: Readonly<Partial<Record<TableName, PrintedForm>>> = {
  categories: {
    columns: ['mainCategory', 'category', 'meaning', 'concepts', 'references', 'cases'],
    numbers: { mainCategory: 'mainNumber', category: 'number' },
  },
  examples: {
    columns: ['category', 'concept', 'number', 'quote', 'kind'],
    numbers: { category: 'categoryNumber', concept: 'conceptNumber' },
    cited: 'quote',
  },
  'pillar-evidence': {
    columns: ['pillar', 'claim', 'categories', 'place', 'practice', 'quote', 'flag'],
    numbers: { pillar: 'number' },
    cited: 'quote',
  },
  quotations: { columns: ['code', 'number', 'quote', 'kind', 'memos', 'codeMemos'], cited: 'quote' },
  relations: { columns: ['pair', 'relation', 'reason', 'sharedUnits', 'quote'], cited: 'quote' },
};

/**
 * The rows of a table as papers print them: labels with their numbers, quotes with（案例，段，句）, no column that is empty
 * throughout, groups side by side. A table without a printed form of its own goes without the columns that are for programs.
 */
export function printRows(
  name: TableName,
  columns: readonly string[],
  rows: readonly Row[],
  language: Language,
): PrintedRows {
  if (name === 'crosstab') return printCrosstab(rows, language);
  const form = FORMS[name];
  if (form === undefined) return { columns: printedColumns(name, columns), rows };
  const { numbers = {}, cited } = form;
  const printed = rows.map((row): Row => {
    const numbered = Object.entries(numbers).map(([column, number]) => [
      column,
      withNumber(row, column, number),
    ]);
    return {
      ...row,
      ...Object.fromEntries(numbered),
      ...(cited !== undefined && { [cited]: withSource(row, cited, language) }),
    };
  });
  const isEmpty = (cell: Cell | undefined) =>
    cell === null || cell === undefined || cell === '' || (typeof cell === 'object' && cell.length === 0);
  return {
    columns: form.columns.filter(
      (column) => columns.includes(column) && printed.some((row) => !isEmpty(row[column])),
    ),
    rows: printed,
  };
}

function withNumber(row: Row, column: string, number: string): Cell {
  const [label, own] = [row[column] ?? null, row[number] ?? null];
  return label === null || own === null ? label : `${own} ${label}`;
}

function withSource(row: Row, column: string, language: Language): Cell {
  const { caseId, paragraph, sentence } = row;
  const quote = row[column] ?? null;
  if (quote === null || typeof caseId !== 'string') return quote;
  if (language === 'zh') return `${quote}（${caseId}，第 ${paragraph} 段，第 ${sentence} 句）`;
  return `${quote} (${caseId}, paragraph ${paragraph}, sentence ${sentence})`;
}
