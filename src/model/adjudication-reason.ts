/** Why coders differed, as whoever adjudicates sees it. */
export const adjudicationReasons = [
  'text-ambiguous',
  'rule-missing',
  'slip',
  'edge-case',
  'definition-changed',
] as const;

export type AdjudicationReason = (typeof adjudicationReasons)[number];
