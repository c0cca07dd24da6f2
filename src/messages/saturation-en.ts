import { english } from '../text/english.js';
import type { SaturationWords } from './saturation-words.js';

const forms = {
  'inductive-thematic': 'inductive thematic',
  'a-priori-thematic': 'a priori thematic',
  data: 'data',
} as const;

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/** What is said about saturation, in English. */
export const saturationWords: SaturationWords = {
  about: ({ form, counted, level, order, options, steps, coverage, baseItems }) => [
    `Saturation, form tested: ${forms[form]} (Saunders et al. 2018)${level ? `, level: ${level.en}` : ''}.`,
    ...(coverage
      ? [
          english`The codebook was given: of ${coverage.codes} codes ${coverage.confirmed} have an instance that a person confirmed (${percent(coverage.codes === 0 ? 0 : coverage.confirmed / coverage.codes)}).`,
        ]
      : []),
    english`The curve counts ${counted === 'codes' ? 'codes' : 'raw keywords (codes of a given codebook saturate by construction)'} in ${steps.length} cases, order: ${order}.`,
    english`Base: ${baseItems} in the first ${options.base} cases; ratio: what is new in a run of ${options.run} cases ÷ base (Guest et al. 2020). Compared with ${options.runs} shuffled orders, seed ${options.seed}.`,
  ],
  heads: ['no.', 'case', 'items', 'new', 'seen', 'shuffled 95 %', 'ratio', 'new items'],
  more: (cases) => english`… ${cases} more cases, all of them with --json`,
  points: ({ points, options }) =>
    points.flatMap(({ threshold, at, after, reachedIn, median }) => {
      const what = threshold === 0 ? 'Nothing new (0 %)' : `Little new (at most ${percent(threshold)})`;
      const listed = `${after.slice(0, 20).join(', ')}${after.length > 20 ? ' …' : ''}`;
      return [
        at === null
          ? `${what}: not reached.`
          : `${what}: reached at case ${at}; new after it: ${after.length}${after.length > 0 ? ` (${listed})` : ''}.`,
        `  Shuffled orders: reached in ${reachedIn} of ${options.runs}${median === null ? '' : `, median at case ${median}`}.`,
      ];
    }),
};
