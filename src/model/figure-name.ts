/** The figures that can be drawn, in the order of the work. */
export const figureNames = ['bars', 'framework', 'sankey', 'crosstab', 'network', 'dendrogram'] as const;

export type FigureName = (typeof figureNames)[number];
