import type { FigureName } from '../../model/figure-name.js';
import type { DrawFigure } from './figure-request.js';

/** The figures, each loaded when it is asked for. */
export const figures: Readonly<Record<FigureName, () => Promise<DrawFigure>>> = {
  bars: async () => (await import('./bars-figure.js')).barsFigure,
};
