/** The figures that can be drawn, in the order of the work. */
export const figureNames = [
  'bars',
  'framework',
  'mechanism',
  'sankey',
  'crosstab',
  'crosswalk',
  'network',
  'dendrogram',
  'saturation',
  'agreement',
] as const;

export type FigureName = (typeof figureNames)[number];
