import type { Contrast } from '../model/contrast.js';
import type { Language } from '../model/language.js';
import { english } from '../text/english.js';
import { englishGroups } from './labels.js';

/** Says which groups of cases a table compares, who is left out, and what its p values are. */
export function captionContrast(contrast: Contrast, by: string | null, language: Language): string {
  return language === 'zh' ? inChinese(contrast) : inEnglish(contrast, englishGroups(by));
}

function inChinese({ of, groups, leftOut, tested, resampling, minCases }: Contrast): string {
  const nameOf = (name: readonly string[] | null) => name?.join('、') ?? '其余';
  const small = groups.filter(({ isTooSmall }) => isTooSmall);
  const missing = [
    leftOut.withoutValue > 0 && `该属性未注明的 ${leftOut.withoutValue} 个`,
    leftOut.ofOthers > 0 && `其他组的 ${leftOut.ofOthers} 个`,
    leftOut.withoutData > 0 &&
      `${of === 'codes' ? '没有文本也没有编码' : '没有文本或尚未挖掘'}的 ${leftOut.withoutData} 个`,
  ].filter(Boolean);
  const noun = of === 'codes' ? '编码' : '词';
  return [
    `比较的组：${groups.map(({ name, cases }) => `${nameOf(name)}（${cases} 个案例）`).join(of === 'codes' ? '、' : ' 与 ')}。`,
    missing.length > 0 ? `不计入的案例：${missing.join('，')}。` : '',
    minCases !== null && minCases > 1 ? `两组合计不足 ${minCases} 个案例的词不列。` : '',
    small.length > 0
      ? `案例不足 5 个的组：${small.map(({ name }) => nameOf(name)).join('、')}，因此全表不作检验，只列占比；可只比较较大的组，或先把小组合并。`
      : `作检验的${noun} ${tested} 个，校正 p 值按 Holm 法对这 ${tested} 次检验校正。${
          resampling
            ? `蒙特卡罗检验随机抽取 ${resampling.resamples} 张边际相同的表，种子 ${resampling.seed}。`
            : ''
        }案例是征集、选取来的，不是随机样本：p 值只描述这些案例之间的差异，不能推断总体。`,
  ].join('');
}

function inEnglish(
  { of, groups, leftOut, tested, resampling, minCases }: Contrast,
  names: Readonly<Record<string, string>>,
): string {
  const nameOf = (name: readonly string[] | null) =>
    name?.map((value) => names[value] ?? value).join(' + ') ?? 'the rest';
  const small = groups.filter(({ isTooSmall }) => isTooSmall);
  const missing = [
    leftOut.withoutValue > 0 && `${leftOut.withoutValue} without a value of the attribute`,
    leftOut.ofOthers > 0 && `${leftOut.ofOthers} of other groups`,
    leftOut.withoutData > 0 &&
      `${leftOut.withoutData} ${of === 'codes' ? 'with neither text nor coding' : 'without text or not yet mined'}`,
  ].filter(Boolean);
  const listed = groups.map(
    ({ name, cases }) => `${nameOf(name)} (${cases} ${cases === 1 ? 'case' : 'cases'})`,
  );
  return [
    `Compared: ${listed.join(of === 'codes' ? ', ' : ' with ')}.`,
    missing.length > 0 ? `Cases left out: ${missing.join(', ')}.` : '',
    minCases !== null && minCases > 1
      ? english`Words in fewer than ${minCases} cases of both groups together are not listed.`
      : '',
    small.length > 0
      ? `Groups of fewer than 5 cases: ${small.map(({ name }) => nameOf(name)).join(', ')}; so nothing is tested, only shares are shown. Compare the larger groups alone, or unite small ones first.`
      : `${tested} ${of} were tested, and adjustedP is adjusted for so many tests (Holm).`,
    small.length === 0 && resampling
      ? `A Monte Carlo test draws ${resampling.resamples} random tables with the same margins, seed ${resampling.seed}.`
      : '',
    small.length === 0
      ? 'The cases were solicited and selected and are no random sample: p describes how these cases differ and infers nothing about others.'
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
