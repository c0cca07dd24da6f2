/** The tables of the house, in the order of the work. */
export const tableNames = [
  'keywords',
  'weights',
  'raw',
  'frequency',
  'coding',
  'pillars',
  'matrix',
  'facets',
  'evidence',
  'counter-evidence',
  'coverage',
  'uncoded',
  'contested',
  'revisit',
  'memos',
  'relations',
  'sampling',
  'cooccurrence',
  'crosswalk',
] as const;

export type TableName = (typeof tableNames)[number];
