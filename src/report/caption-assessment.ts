import type { Language } from '../model/language.js';
import type { ReliabilitySource } from '../model/reliability-source.js';
import type { SaturationSource } from '../model/saturation-source.js';
import { english } from '../text/english.js';
import { measureNames } from './methods/words.js';

const chineseUnits = { keyword: '关键词', sentence: '句', paragraph: '段', case: '案例' } as const;

const FORMS = {
  zh: { 'inductive-thematic': '归纳主题饱和', 'a-priori-thematic': '先验主题饱和', data: '资料饱和' },
  en: {
    'inductive-thematic': 'inductive thematic saturation',
    'a-priori-thematic': 'a priori thematic saturation',
    data: 'data saturation',
  },
} as const;

/** Says by which measure, on what and how blind the coders of a table were compared. */
export function captionReliability(source: ReliabilitySource, language: Language): string {
  const { coders, unit, headline, isSettled, isSingle, interval, leftOut, unitsAfterSuggestion } = source;
  const measure = measureNames[language][headline] ?? headline;
  const { resamples, seed, clusters } = interval;
  const covers = Math.round(interval.covers * 100);
  if (language === 'zh') {
    return [
      `编码者：${coders.join('、')}；比较单位：${chineseUnits[unit]}；信度系数：${measure}。`,
      `区间为 ${covers}% 区间：以案例为单位（${clusters} 个）重抽样 ${resamples} 次，种子 ${seed}。`,
      isSingle
        ? '一个单位只归一处，按多类目计算，无编码也算一类。'
        : '一个单位可有几个编码，各编码按“有／无”计算再合并。',
      unitsAfterSuggestion > 0
        ? `其中 ${unitsAfterSuggestion} 个单位是看过机器建议后判断的，不是盲编。`
        : '各单位均为盲编：判断之前没有看过机器建议。',
      leftOut.unitsOfOne > 0 ? `只有一人判断的 ${leftOut.unitsOfOne} 个单位不计。` : '',
      leftOut.verdicts > 0 ? `不计入的文本或案例中的 ${leftOut.verdicts} 个判断不计。` : '',
      leftOut.hiddenCases > 0 ? `您尚未编完的 ${leftOut.hiddenCases} 个案例不计。` : '',
      isSettled ? '编码框架含此后的人工调整。' : '编码框架以文件为准，不含人工调整。',
    ].join('');
  }
  return [
    `Coders: ${coders.join(', ')}; unit: ${unit}; coefficient: ${measure}.`,
    english`low and high: ${covers}% interval of ${resamples} resamples of whole cases (${clusters}), seed ${seed}.`,
    isSingle
      ? 'A unit has one code at most: agreement on several categories, no code being one.'
      : 'A unit may have several codes; each is given or not, and they are pooled.',
    unitsAfterSuggestion > 0
      ? `Not blind, judged after a suggestion of the program was shown: ${unitsAfterSuggestion} of the units.`
      : 'Blind: no unit was judged after a suggestion of the program was shown.',
    leftOut.unitsOfOne > 0 && english`Left out: ${leftOut.unitsOfOne} units that one coder alone judged.`,
    leftOut.verdicts > 0 &&
      english`Left out: ${leftOut.verdicts} verdicts in text or cases that do not count.`,
    leftOut.hiddenCases > 0 && english`Left out: ${leftOut.hiddenCases} cases that you are not done with.`,
    isSettled
      ? 'The codebook has the later decisions of people.'
      : 'The codebook is that of its file, without decisions of people.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Says which form of saturation a table shows, over which order, and where its thresholds are reached. */
export function captionSaturation(source: SaturationSource, language: Language): string {
  const { form, counted, level, order, cases, baseItems, options, points, coverage } = source;
  const { base, run, runs, seed } = options;
  if (language === 'zh') {
    const items = counted === 'codes' ? '编码' : '原始关键词';
    return [
      `检验的形式：${FORMS.zh[form]}（Saunders 等 2018）${level ? `，层级：${level.zh}` : ''}；计数的是${items}；${cases} 个案例，次序：${order}。`,
      `基数：前 ${base} 个案例的 ${baseItems} 个；一轮 ${run} 个案例；另打乱 ${runs} 次，种子 ${seed}。`,
      coverage
        ? `编码框架事先给定：${coverage.codes} 个编码中 ${coverage.confirmed} 个有人工确认的实例。`
        : '',
      ...points.map(({ threshold, at, after, reachedIn }) =>
        at === null
          ? `新增比没有降到 ${threshold * 100}%（打乱的次序中 ${reachedIn} 次降到）。`
          : `新增比到第 ${at} 个案例降到 ${threshold * 100}%，其后仍新增 ${after} 个（打乱的次序中 ${reachedIn} 次降到）。`,
      ),
    ].join('');
  }
  const items = counted === 'codes' ? 'codes' : 'raw keywords';
  return [
    english`Form tested: ${FORMS.en[form]} (Saunders et al. 2018)${level ? `, level ${level.en}` : ''}; counted are ${items}; ${cases} cases, order: ${order}.`,
    english`Base: ${baseItems} in the first ${base} cases; runs of ${run} cases; ${runs} shuffled orders, seed ${seed}.`,
    coverage &&
      english`The codebook is given: ${coverage.confirmed} of its ${coverage.codes} codes have a confirmed instance.`,
    ...points.map(({ threshold, at, after, reachedIn }) =>
      at === null
        ? `The ratio never falls to ${threshold * 100}% (in ${reachedIn} of the shuffled orders it does).`
        : `The ratio falls to ${threshold * 100}% at case ${at}, after which ${after} more are new (it does in ${reachedIn} of the shuffled orders).`,
    ),
  ]
    .filter(Boolean)
    .join(' ');
}
