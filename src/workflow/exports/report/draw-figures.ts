import { UserError } from '../../../errors.js';
import { svgToPng } from '../../../formats/svg-png.js';
import { codingInForce, frameworkFor } from '../../../project/select-coding.js';
import type { FigureToCompose, PrintedFigure } from '../../../report/document/compose-figure.js';
import { PRINTED_FIGURES } from '../../../report/document/printed-tables.js';
import { makeFigure } from '../../make-figure.js';
import type { Dataset } from '../dataset.js';

/** Dots an inch: what printers ask for of lines and letters would make the file many times as large. */
const DPI = 300;

/**
 * Draws the figures that a project has something for.
 * @param withPng as pixels too, for programs that draw no SVG
 */
export async function drawFigures(
  { context, request, language }: Dataset,
  withPng: boolean,
): Promise<FigureToCompose[]> {
  const { codebook, batch, status, view, coder, coders } = request;
  const shared = { codebook, batch, status, view, coder, language };
  const drawn: FigureToCompose[] = [];
  if (!codingInForce(context.store, frameworkFor(context.store, codebook)?.codebook.id ?? '')) return drawn;
  for (const name of Object.keys(PRINTED_FIGURES) as PrintedFigure[]) {
    try {
      const figure = await makeFigure(context, { ...shared, name, ...(name === 'agreement' && { coders }) });
      drawn.push({ ...figure, name, png: (withPng && (await svgToPng(figure.svg, { dpi: DPI }))) || null });
    } catch (error) {
      if (!isNothingToDraw(error)) throw error;
    }
  }
  return drawn;
}

/** Also where coders are done with the same cases and none of them gave a code. */
const isNothingToDraw = (error: unknown) =>
  error instanceof UserError &&
  (error.code.startsWith('figure/') || error.code === 'agree/nothing-in-common');
