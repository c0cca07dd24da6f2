import type { WrittenFigure } from '../workflow/write-figure.js';

/** What is said about figures, in one language. */
export interface FigureWords {
  /** Title and caption, as they are set under a figure. */
  readonly about: (figure: WrittenFigure) => string;
  readonly wrote: (figure: WrittenFigure) => string[];
}
