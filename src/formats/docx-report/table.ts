import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { TableBlock } from '../../model/document.js';
import { shareWidth } from '../../text/share-width.js';
import { textRuns } from './text-runs.js';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** Eighths of a point. */
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' }) as const;
const [THICK, THIN] = [rule(12), rule(6)];
/** Twentieths of a point. */
const MARGINS = { top: 20, bottom: 20, left: 60, right: 60 };

/** What a table is as paper: its columns in twentieths of a point. */
export interface TableOnPaper extends Pick<TableBlock, 'header' | 'rows' | 'numeric' | 'hasTotal'> {
  readonly asked: readonly number[];
  readonly width: number;
}

/** A table of three rules: thick ones above and below, a thin one under the heads, which are repeated on each page. */
export function threeRuleTable({ header, rows, numeric, hasTotal, asked, width }: TableOnPaper): Table {
  const columnWidths = shareWidth(asked, width).map(Math.round);
  const cellAt = (column: number) => ({
    width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
    margins: MARGINS,
  });
  const text = (words: string, column: number, { bold = false, keepNext = false } = {}) =>
    new Paragraph({
      style: 'TableText',
      keepNext,
      alignment: numeric[column] ? AlignmentType.RIGHT : AlignmentType.LEFT,
      children: textRuns(words, bold ? 'strong' : 'plain'),
    });
  const heads = header.map(
    (head, column) =>
      new TableCell({
        ...cellAt(column),
        verticalAlign: VerticalAlignTable.BOTTOM,
        borders: { top: THICK, bottom: THIN },
        children: [text(head, column, { bold: true, keepNext: true })],
      }),
  );
  const lines = rows.map((row, at) => {
    const isLast = at === rows.length - 1;
    const cells = row.flatMap((cell, column) => {
      if (cell === null) return [];
      return new TableCell({
        ...cellAt(column),
        ...(cell.rows > 1 && { rowSpan: cell.rows }),
        ...(isLast && hasTotal && { borders: { top: THIN } }),
        // The note below is not left alone on the next page.
        children: [text(cell.text, column, { keepNext: isLast })],
      });
    });
    return new TableRow({ cantSplit: true, children: cells });
  });
  return new Table({
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: heads }), ...lines],
    columnWidths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: {
      top: THICK,
      bottom: THICK,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
  });
}
