/** By what quotes and exemplars are chosen; the captions of the tables say it. */
export const QUOTE_RULE = {
  /** Characters (code points) of a quote that prints well: a sentence, not a heading, not half a page. */
  leastLength: 15,
  mostLength: 120,
  /** Another case is nearly as good an exemplar as the best when it has this share of its references. */
  nearly: 0.8,
  /** More places than these that are equal in a pillar do not lead it: that they are many says they are alike. */
  mostLeaders: 3,
} as const;
