import type { FigureName } from '../../model/figure-name.js';
import type { IntervalText } from './intervals.js';
import type { SaturationText } from './saturation.js';

/** What the length of a bar or the width of a ribbon counts. */
export const figureCounts = ['assignments', 'references', 'cases'] as const;

export type FigureCount = (typeof figureCounts)[number];

/** What pairs of codes are counted in. */
export const figureUnits = ['passage', 'paragraph', 'case'] as const;

export type FigureUnit = (typeof figureUnits)[number];

type Numbers<Names extends string> = Readonly<Record<Names, number>>;

/** What a caption says of a measured saturation. */
export interface MeasuredSaturation {
  readonly form: 'inductive-thematic' | 'a-priori-thematic' | 'data';
  readonly counted: 'codes' | 'keywords';
  readonly codebook: string;
  readonly order: string;
  readonly baseItems: number;
  readonly steps: readonly unknown[];
  readonly options: Numbers<'base' | 'run' | 'runs' | 'seed'>;
}

/** The words of figures, in one language: titles, heads of their own columns, and the sentences of their captions. */
export interface FigureWords {
  readonly titles: Readonly<Record<FigureName, string>>;
  readonly heads: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<FigureCount, string>>;
  readonly cases: (count: number) => string;
  readonly bars: (counted: FigureCount, drawn: Numbers<'codes' | 'of' | 'total'>) => string;
  readonly framework: (drawn: {
    readonly codes: number;
    readonly hasRoles: boolean;
    readonly centre: 'core' | 'centre' | 'title';
    readonly counted: FigureCount | undefined;
  }) => string;
  readonly sankey: (counted: FigureCount, isCut: boolean) => string;
  readonly crosstab: (
    by: string,
    drawn: Numbers<'codes' | 'of'> & { readonly hasNumbers: boolean },
  ) => string;
  /** Over the steps of a heat map of shares. */
  readonly share: string;
  readonly and: string;
  readonly distance: string;
  readonly dendrogram: (unit: FigureUnit, codes: number) => string;
  readonly network: (unit: FigureUnit, drawn: Numbers<'codes' | 'of' | 'edges' | 'ofEdges'>) => string;
  readonly mechanism: (drawn: Numbers<'codes' | 'relations'> & { readonly hasCore: boolean }) => string;
  readonly crosswalk: (unit: FigureUnit, hasNumbers: boolean) => string;
  readonly crosswalkLegend: string;
  readonly allCodes: string;
  readonly agreement: (
    drawn: Numbers<'codes' | 'of' | 'units'> & { readonly level: string | null },
  ) => string;
  readonly agreementText: (measure: string) => IntervalText;
  readonly saturation: (measured: MeasuredSaturation) => string;
  readonly saturationMark: (threshold: number, at: number) => string;
  readonly saturationText: (counted: 'codes' | 'keywords', together: number, runs: number) => SaturationText;
  readonly networkLegend: (unit: FigureUnit, widest: number, largest: number) => string;
}
