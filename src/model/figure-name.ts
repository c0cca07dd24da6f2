/** The figures that can be drawn, in the order of the work. */
export const figureNames = ['bars'] as const;

export type FigureName = (typeof figureNames)[number];
