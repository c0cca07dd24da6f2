/** The measures of agreement that correct for chance: one of them is the headline of a study. */
export const headlineMeasures = ['alpha', 'kappa', 'ac1', 'brennan-prediger', 'fleiss'] as const;

/**
 * All measures of agreement: share of agreement, the chance-corrected ones, α with the MASI distance between sets of codes, and
 * the three that Chinese papers print without a correction for chance (相互同意度, 信度, 归类一致性).
 */
export const agreementMeasures = [
  'percent',
  ...headlineMeasures,
  'alpha-masi',
  'holsti',
  'reliability',
  'category-agreement',
] as const;

export type HeadlineMeasure = (typeof headlineMeasures)[number];
export type AgreementMeasure = (typeof agreementMeasures)[number];

/** The headline measure of a study that named none: it takes any number of coders and missing judgements. */
export const DEFAULT_HEADLINE: HeadlineMeasure = 'alpha';
