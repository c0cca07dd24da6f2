import type { FigureName } from '../../model/figure-name.js';
import type { TableName } from '../../model/table-name.js';
import type { ResultGroup } from './report-words.js';

/** The tables that a report prints unless others are named: those that papers print, by part, in the order in which they come. */
export const PRINTED_TABLES: Readonly<Record<ResultGroup, readonly TableName[]>> = {
  cases: ['sample', 'flow'],
  keywords: [],
  codes: ['frequency', 'coding', 'pillars', 'facets'],
  argument: ['categories', 'pillar-evidence', 'relations'],
  comparison: [],
  quality: [],
};

/** Where a table is printed that is not printed unless it is named. */
export const OTHER_TABLES: Readonly<Partial<Record<TableName, ResultGroup>>> = {
  sampling: 'cases',
  'top-words': 'keywords',
  nodes: 'codes',
  keywords: 'keywords',
  weights: 'keywords',
  kwic: 'keywords',
  raw: 'keywords',
  examples: 'argument',
  memos: 'argument',
  cooccurrence: 'comparison',
  crosstab: 'comparison',
  keyness: 'comparison',
  crosswalk: 'comparison',
  contested: 'quality',
  revisit: 'quality',
  coverage: 'quality',
};

/** The tables whose rows are a list, which papers print in several columns when it is long. */
export const LISTS: ReadonlySet<TableName> = new Set(['frequency', 'keywords', 'top-words']);

/** The figures that a report prints, and where: those that papers print of any coding. */
export const PRINTED_FIGURES = {
  bars: 'codes',
  framework: 'argument',
  agreement: 'quality',
} as const satisfies Partial<Record<FigureName, ResultGroup>>;
