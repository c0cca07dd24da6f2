import type { FigureBlock } from '../../model/document.js';
import type { Figure } from '../../model/figure.js';
import type { PRINTED_FIGURES } from './printed-tables.js';

export type PrintedFigure = keyof typeof PRINTED_FIGURES;

/** A figure that is printed, with its pixels where fonts for them were found. */
export interface FigureToCompose extends Figure {
  readonly name: PrintedFigure;
  readonly png: Uint8Array | null;
}

/** A figure in its place, with the numbers that it draws. */
export function composeFigure(
  { name, title, caption, svg, png, width, height, table: { header, cells, numeric } }: FigureToCompose,
  number: string,
): FigureBlock {
  const rows = cells.map((row) => row.map((text) => ({ text, rows: 1, link: null })));
  return {
    kind: 'figure',
    anchor: `figure-${name}`,
    number,
    title,
    notes: [caption],
    svg,
    png,
    width,
    height,
    data: { header, rows, numeric },
  };
}
