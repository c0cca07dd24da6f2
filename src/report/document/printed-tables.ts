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

/** Columns that lead programs from table to table, or repeat what other columns say: they are for files. */
const FOR_FILES: ReadonlySet<string> = new Set([
  'codeId',
  'otherCodeId',
  'fromId',
  'toId',
  'passage',
  'decisionId',
  'decisionIds',
  'memo',
  'start',
  'end',
  'rules',
  'origins',
  'ownAssignments',
  'ownReferences',
  'distinctRaw',
  'tokens',
]);

/** The columns that are printed of tables that have many, in their order. */
const PRINTED_COLUMNS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  categories: ['mainCategory', 'category', 'meaning', 'concepts', 'references', 'cases'],
  'pillar-evidence': [
    'pillar',
    'claim',
    'categories',
    'place',
    'practice',
    'quote',
    'caseId',
    'paragraph',
    'sentence',
    'flag',
  ],
  evidence: ['caseId', 'code', 'paragraph', 'sentence', 'quote', 'status', 'coders'],
  'counter-evidence': ['caseId', 'code', 'paragraph', 'sentence', 'quote', 'status', 'coders'],
};

/** The columns of a table that are printed. */
export function printedColumns(name: TableName, columns: readonly string[]): string[] {
  const printed = PRINTED_COLUMNS[name];
  return columns.filter((column) => printed?.includes(column) ?? !FOR_FILES.has(column));
}

/** The tables whose rows are a list, which papers print in several columns when it is long. */
export const LISTS: ReadonlySet<TableName> = new Set(['frequency', 'keywords', 'top-words']);

/** The figures that a report prints, and where: those that papers print of any coding. */
export const PRINTED_FIGURES = {
  bars: 'codes',
  framework: 'argument',
} as const satisfies Partial<Record<FigureName, ResultGroup>>;
