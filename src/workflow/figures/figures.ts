import type { FigureName } from '../../model/figure-name.js';
import type { DrawFigure } from './figure-request.js';

/** The figures, each loaded when it is asked for. */
export const figures: Readonly<Record<FigureName, () => Promise<DrawFigure>>> = {
  bars: async () => (await import('./bars-figure.js')).barsFigure,
  framework: async () => (await import('./framework-figure.js')).frameworkFigure,
  mechanism: async () => (await import('./mechanism-figure.js')).mechanismFigure,
  crosswalk: async () => (await import('./crosswalk-figure.js')).crosswalkFigure,
  saturation: async () => (await import('./saturation-figure.js')).saturationFigure,
  agreement: async () => (await import('./agreement-figure.js')).agreementFigure,
  sankey: async () => (await import('./sankey-figure.js')).sankeyFigure,
  crosstab: async () => (await import('./crosstab-figure.js')).crosstabFigure,
  network: async () => (await import('./network-figure.js')).networkFigure,
  dendrogram: async () => (await import('./dendrogram-figure.js')).dendrogramFigure,
};
