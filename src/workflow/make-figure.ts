import type { Figure } from '../model/figure.js';
import { languageSchema } from '../model/language.js';
import type { ReadContext } from '../project/context.js';
import { PER_MM, writeSvg } from '../report/figures/svg.js';
import { figureWords } from '../report/figures/words.js';
import { getSetting } from '../store/setting-table.js';
import { requireFigureOptions } from './figures/figure-options.js';
import type { FigureRequest } from './figures/figure-request.js';
import { figures } from './figures/figures.js';

export type { FigureRequest } from './figures/figure-request.js';

/** The width of the text of a page, in millimetres. */
const PAGE_WIDTH = 160;

/**
 * Draws a figure from what the project contains now, as SVG, with its caption and the table of its numbers.
 * @throws UserError figure/nothing-to-draw, tables/not-coded, tables/unknown-codebook, cases/unknown-batch, view/unknown,
 * view/unknown-coder, agree/no-such-level
 */
export async function makeFigure(
  { store }: ReadContext,
  {
    width = PAGE_WIDTH,
    language = languageSchema.parse(getSetting(store, 'language')),
    ...request
  }: FigureRequest,
): Promise<Figure> {
  const { name } = request;
  requireFigureOptions(request);
  const draw = await figures[name]();
  const drawn = await draw({ store, request, language, width: width * PER_MM });
  const title = figureWords(language).titles[name];
  const caption = drawn.caption.join(language === 'zh' ? '' : ' ');
  const { drawing } = drawn;
  return {
    name,
    title,
    caption,
    svg: writeSvg(drawing, { title, caption, language }),
    width: drawing.width / PER_MM,
    height: Math.round(drawing.height) / PER_MM,
    table: { ...drawn.table, title, caption },
  };
}
