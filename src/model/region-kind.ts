/** The kinds of regions that a text has; what no region covers is body. */
export const regionKinds = [
  'body',
  'heading',
  'table',
  'caption',
  'note',
  'references',
  'front-matter',
  'contents',
  'question',
] as const;

export type RegionKind = (typeof regionKinds)[number];
