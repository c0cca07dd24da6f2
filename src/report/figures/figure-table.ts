import type { LabelledTable } from '../../model/labelled-table.js';
import type { Language } from '../../model/language.js';
import { chineseColumns } from '../labels.js';
import { figureWords } from './words.js';

type FigureRow = Readonly<Record<string, string | number | null>>;

/** The numbers behind a figure as a table; its title and caption are those of the figure. */
export function figureTable(
  columns: readonly string[],
  rows: readonly FigureRow[],
  language: Language,
): Pick<LabelledTable, 'header' | 'cells' | 'numeric'> {
  const own = figureWords(language).heads;
  return {
    header: columns.map(
      (column) => own[column] ?? (language === 'zh' ? chineseColumns[column] : undefined) ?? column,
    ),
    cells: rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
    numeric: columns.map((column) => rows.length > 0 && rows.every((row) => typeof row[column] !== 'string')),
  };
}
