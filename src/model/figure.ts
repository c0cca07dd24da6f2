import type { FigureName } from './figure-name.js';
import type { LabelledTable } from './labelled-table.js';

/** A figure made ready for people, in one language: what is drawn, what it counts, and the numbers behind it. */
export interface Figure {
  readonly name: FigureName;
  readonly title: string;
  /** What is counted, over how many cases, and how much of it a person confirmed. */
  readonly caption: string;
  readonly svg: string;
  /** Of the picture, in millimetres. */
  readonly width: number;
  readonly height: number;
  readonly table: LabelledTable;
}
