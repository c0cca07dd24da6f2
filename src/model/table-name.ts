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
  'overlaps',
  'crosstab',
  'keyness',
  'crosswalk',
  'correspondence',
  'reliability',
  'saturation',
] as const;

export type TableName = (typeof tableNames)[number];

/** Tables that are made when they are named and not otherwise: they need to be told of what, or quote most of the texts. */
export const tablesOnRequest: readonly TableName[] = [
  'overlaps',
  'crosstab',
  'keyness',
  'crosswalk',
  'correspondence',
  'reliability',
  'saturation',
];
