import type { FigureCount } from '../../report/figures/figure-words.js';

/** What a row of counts has for figures. */
export type Counts = Readonly<Record<FigureCount, number>>;

/** What is counted: what is asked for, else assignments, else references where hand coding made no assignments. */
export function chooseCount(rows: readonly Counts[], asked: FigureCount | undefined): FigureCount {
  return asked ?? (rows.some(({ assignments }) => assignments > 0) ? 'assignments' : 'references');
}
