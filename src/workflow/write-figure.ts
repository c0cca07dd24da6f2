import { existsSync } from 'node:fs';
import { UserError } from '../errors.js';
import { svgToPng } from '../formats/svg-png.js';
import type { Figure } from '../model/figure.js';
import type { ReadContext } from '../project/context.js';
import { writeLabelledTable } from './format-table.js';
import { type FigureRequest, makeFigure } from './make-figure.js';
import { writeNamedFile } from './write-files.js';

/** Which figure is written, how, and where. */
export interface WriteFigureRequest extends FigureRequest {
  /** The file of the picture; without `format` its extension says which. */
  readonly out: string;
  readonly format?: 'svg' | 'png' | undefined;
  /** Dots an inch of a PNG: 600 by default. */
  readonly dpi?: number | undefined;
  /** A file for the numbers behind it: `.csv`, or `.md` with title and caption. */
  readonly data?: string | undefined;
  /** Replaces what is there. */
  readonly force?: boolean | undefined;
}

/** Dots an inch, as journals ask for. */
const DPI = 600;

/** What was written: the figure without its picture, and the files. */
export interface WrittenFigure extends Omit<Figure, 'svg'> {
  readonly files: readonly string[];
}

/**
 * Draws a figure and writes it, with the table of its numbers where a file is named for that.
 * @throws UserError export/exists, figure/nothing-to-draw, figure/no-png, files/cannot-write, and those of the tables
 */
export async function writeFigure(context: ReadContext, request: WriteFigureRequest): Promise<WrittenFigure> {
  const {
    out,
    data,
    dpi = DPI,
    force = false,
    format = /\.png$/i.test(out) ? 'png' : 'svg',
    ...of
  } = request;
  const files = data === undefined ? [out] : [out, data];
  for (const path of files) if (!force && existsSync(path)) throw new UserError('export/exists', { path });
  const { svg, ...figure } = await makeFigure(context, of);
  writeNamedFile(out, format === 'png' ? await pngOf(svg, dpi, out) : svg);
  if (data !== undefined)
    writeNamedFile(data, writeLabelledTable(figure.table, /\.md$/i.test(data) ? 'md' : 'csv'));
  return { ...figure, files };
}

/**
 * Draws a figure as the bytes of a PNG.
 * @throws UserError figure/nothing-to-draw, figure/no-png, and those of the tables
 */
export async function drawPng(context: ReadContext, request: FigureRequest): Promise<Uint8Array> {
  const { svg } = await makeFigure(context, request);
  return pngOf(svg, DPI, `${request.name}.png`);
}

async function pngOf(svg: string, dpi: number, path: string): Promise<Uint8Array> {
  const png = await svgToPng(svg, { dpi });
  if (png === undefined) throw new UserError('figure/no-png', { path });
  return png;
}
