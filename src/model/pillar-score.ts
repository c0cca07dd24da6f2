/**
 * The numbers of the score of a pillar; its caption states them from here. The formula is in
 * `stages/tabulate/rank-pillars.ts`.
 */
export const PILLAR_SCORE = {
  /** What a code of the top level weighs, a lowest one being 1: a stated purpose says more than a means. */
  topLevel: 2,
  /** The power of n by which a code's evidence grows: more of one code says more, but less than another code. */
  growth: 0.7,
  /** The power of a pillar's number of codes by which its score is divided, since many codes catch more. */
  prior: 0.25,
  /** Up to which code point a text is its opening: the title and the first sentences. */
  opening: 120,
  /** Below this margin the first two pillars are both candidates: a reader should decide between them. */
  twoCandidates: 0.2,
} as const;
