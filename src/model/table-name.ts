/** The tables of the house, in the order of the work. */
export const tableNames = [
  'sample',
  'flow',
  'top-words',
  'keywords',
  'weights',
  'raw',
  'frequency',
  'coding',
  'nodes',
  'categories',
  'examples',
  'pillar-evidence',
  'pillars',
  'matrix',
  'facets',
  'evidence',
  'counter-evidence',
  'quotations',
  'coverage',
  'uncoded',
  'contested',
  'revisit',
  'memos',
  'relations',
  'sampling',
  'cooccurrence',
  'crosstab',
  'crosswalk',
  'correspondence',
] as const;

export type TableName = (typeof tableNames)[number];

/** Tables that can be made only when somebody says of what; they are in no folder of all tables. */
export const tablesOnRequest: readonly TableName[] = ['crosstab', 'crosswalk', 'correspondence'];
