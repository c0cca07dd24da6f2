import type { FigureName } from '../../model/figure-name.js';
import type { LabelledTable } from '../../model/labelled-table.js';
import type { Language } from '../../model/language.js';
import type { ViewRequest } from '../../project/choose-view.js';
import type { CodingFilter } from '../../project/select-coding.js';
import type { FigureCount } from '../../report/figures/figure-words.js';
import type { Drawing } from '../../report/figures/svg.js';
import type { Store } from '../../store/store.js';
import type { TableUnit } from '../table.js';

/** Which figure, over what, and how wide. */
export interface FigureRequest extends CodingFilter, ViewRequest {
  readonly name: FigureName;
  /** The level of the codes, 1 being the top; without it the lowest. */
  readonly level?: number | undefined;
  /** What bars and ribbons count; without it assignments, or references where there are no assignments. */
  readonly count?: FigureCount | undefined;
  /** The two codebooks of a crosswalk. */
  readonly codebooks?: readonly string[] | undefined;
  /** The attribute by whose values a crosstab has its columns; of a saturation curve the order of the cases. */
  readonly by?: string | undefined;
  /** Of a crosstab: the values that have columns, unless it is said all. */
  readonly group?: readonly string[] | undefined;
  /** What codes meet in: for a network sentences, for a dendrogram cases, unless it is said; of agreement what is compared. */
  readonly unit?: TableUnit | undefined;
  /** Of agreement: whose coding is compared; unless it is said all who are done with a case that others are done with too. */
  readonly coders?: readonly string[] | undefined;
  /** So many lines of a network at most: 60 unless it is said. */
  readonly edges?: number | undefined;
  /** So many codes at most, those with the highest counts. */
  readonly rows?: number | undefined;
  /** In millimetres: 160 (the width of a page), or less. */
  readonly width?: number | undefined;
  /** Without it the language of the project. */
  readonly language?: Language | undefined;
}

/** What a figure is drawn from: its request with everything that was left out. */
export interface FigureInput {
  readonly store: Store;
  readonly request: Omit<FigureRequest, 'width' | 'language'>;
  readonly language: Language;
  /** In the units of drawings. */
  readonly width: number;
}

/** What one figure adds to its name and title. */
export interface DrawnFigure {
  readonly drawing: Drawing;
  readonly table: Pick<LabelledTable, 'header' | 'cells' | 'numeric'>;
  /** Its sentences. */
  readonly caption: readonly string[];
}

/** Draws one figure from what the project contains. */
export type DrawFigure = (input: FigureInput) => DrawnFigure | Promise<DrawnFigure>;
