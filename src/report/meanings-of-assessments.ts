import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';

/** What the tables of reliability and saturation show, for their captions. */
export const assessmentMeanings: Readonly<
  Record<Language, Readonly<Record<Extract<TableName, 'reliability' | 'saturation'>, string>>>
> = {
  zh: {
    reliability:
      '编码者间信度，取裁决前各人的判断。每级先列全部编码合计（全部单位、有人编码的单位各一行），三人以上再列两两比较，然后每个编码一行（全部单位）。单位数=至少两人判断过的单位数；有该编码的单位数=有人给予该编码的单位数，不足 10 个的记“过少”，其数值不可靠；出现率=给予该编码的判断所占的比例；一致率不校正偶然一致；系数与区间留空的为无法定义，或该指标不适用。关键词去留只列合计。',
    saturation:
      '案例依次列出：本案例个数=该案例中不同的编码（或原始关键词），新增数=其中前面的案例都没有的，累计数=到此为止不同的个数；新增比=到此为止的一轮案例的新增数/基数，每个案例起都算一轮，各轮有重叠（Guest 等 2020）；首次降到的阈值=该轮首先不超过 5% 或等于 0% 之处，其后仍可能有新的出现；随机次序上下限=打乱的各种次序中 95% 的累计数所在范围。',
  },
  en: {
    reliability:
      'Reliability of coders by what each said before adjudication. For each level all codes together come first (a row for all units and one for those that somebody gave a code), with more than two coders each pair, then a row for each code over all units. units = units that two or more judged; positives = units that anybody gave the code; with fewer than ten (isTooFew) the values say little; prevalence = share of judgements that give the code; agreement = share of agreement, without a correction for chance; where coefficient, low and high are empty the measure is not defined or does not apply. Whether keywords stay has its sums alone.',
    saturation:
      'Case by case: items = different codes (or raw keywords) of the case, new = those that no case before it has, seen = different ones up to here; ratio = new ones of the run of cases that ends here / the base; a run begins at each case, so runs overlap (Guest et al. 2020); reached = thresholds (5 %, nothing) that the ratio first falls to here, after which more may come; low and high hold 95 % of the sums over the shuffled orders.',
  },
};
