import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';

/** What the columns of printed tables count, in the few words that there is room for below them; in full in `meanings.ts`. */
export const briefMeanings: Readonly<Record<Language, Readonly<Partial<Record<TableName, string>>>>> = {
  zh: {
    keywords: '词频为分词后的出现次数，n_new、v_new、a_new 为新词。',
    frequency:
      '频次为归入该核心关键词的案例—关键词对数，材料来源数为涉及的案例数；各数只计编码自身，不含下级。',
    coding: '材料来源数为涉及的案例数，频次和编码参考点数含下级编码；小计为该范畴及其下级之和。',
    pillars: '得分由频次、编码参考点数和出现位置加权得出，占比为占该组得分之和的比例。',
    facets: '各数只计编码自身，不含下级；一个编码有几个取值的各行都计。',
    matrix: '各数只计编码自身，不含下级。',
    coverage: '句覆盖率为已编码句数占句数的比例，字覆盖率为已编码字数占字数的比例。',
    cooccurrence: 'Jaccard 系数为共有单位数与两者并集之比；提升度 1 表示与随机相当。',
    crosswalk: 'Jaccard 系数为共有单位数与两者并集之比；提升度 1 表示与随机相当。',
  },
  en: {
    keywords: 'Frequencies are of words as segmented; n_new, v_new and a_new mark new words.',
    frequency:
      'assignments: case × keyword pairs merged into the keyword; cases: distinct cases with either. Codes count for themselves.',
    coding:
      'cases: distinct cases; assignments and references include the codes below. A subtotal is the code with all codes below it.',
    pillars:
      'The score weighs assignments, references and where they stand; share is that of all scores of the group.',
    facets: 'Codes count for themselves; a code with several values counts in each row.',
    matrix: 'Codes count for themselves, without the codes below them.',
    coverage: 'coverage: share of sentences that are coded; characterCoverage: that of their characters.',
    cooccurrence: 'jaccard: shared units among all with either code; a lift of 1 is as often as by chance.',
    crosswalk: 'jaccard: shared units among all with either code; a lift of 1 is as often as by chance.',
  },
};
