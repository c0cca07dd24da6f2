import type { Contrast } from '../model/contrast.js';
import type { Language } from '../model/language.js';
import { englishGroups } from './labels.js';

/** Says which groups of cases a table compares, who is left out, and what its p values are. */
export function captionContrast(contrast: Contrast, by: string | null, language: Language): string {
  if (language === 'zh') return inChinese(contrast);
  const names = englishGroups(by);
  const groups = contrast.groups.map((group) => ({ ...group, name: names[group.name] ?? group.name }));
  return inEnglish({ ...contrast, groups });
}

function inChinese({ groups, leftOut, tested, resampling }: Contrast): string {
  const small = groups.filter(({ isTooSmall }) => isTooSmall);
  const missing = [
    leftOut.withoutValue > 0 && `该属性未注明的 ${leftOut.withoutValue} 个`,
    leftOut.ofOthers > 0 && `其他组的 ${leftOut.ofOthers} 个`,
    leftOut.uncoded > 0 && `没有文本也没有编码的 ${leftOut.uncoded} 个`,
  ].filter(Boolean);
  return [
    `比较的组：${groups.map(({ name, cases }) => `${name}（${cases} 个案例）`).join('、')}。`,
    missing.length > 0 ? `不计入的案例：${missing.join('，')}。` : '',
    small.length > 0
      ? `案例不足 5 个的组：${small.map(({ name }) => name).join('、')}，因此全表不作检验，只列占比；可用 --group 只比较较大的组，或先把小组合并。`
      : `作检验的编码 ${tested} 个，校正 p 值按 Holm 法对这 ${tested} 次检验校正；蒙特卡罗检验随机抽取 ${resampling.resamples} 张边际相同的表，种子 ${resampling.seed}。案例是征集、选取来的，不是随机样本：p 值只描述这些案例之间的差异，不能推断总体。`,
  ].join('');
}

function inEnglish({ groups, leftOut, tested, resampling }: Contrast): string {
  const small = groups.filter(({ isTooSmall }) => isTooSmall);
  const missing = [
    leftOut.withoutValue > 0 && `${leftOut.withoutValue} without a value of the attribute`,
    leftOut.ofOthers > 0 && `${leftOut.ofOthers} of other groups`,
    leftOut.uncoded > 0 && `${leftOut.uncoded} with neither text nor coding`,
  ].filter(Boolean);
  return [
    `Compared: ${groups.map(({ name, cases }) => `${name} (${cases} ${cases === 1 ? 'case' : 'cases'})`).join(', ')}.`,
    missing.length > 0 ? `Cases left out: ${missing.join(', ')}.` : '',
    small.length > 0
      ? `Groups of fewer than 5 cases: ${small.map(({ name }) => name).join(', ')}; so nothing is tested, only shares are shown. Compare the larger groups alone (--group), or unite small ones first.`
      : `${tested} codes were tested, and adjustedP is adjusted for so many tests (Holm); a Monte Carlo test draws ${resampling.resamples} random tables with the same margins, seed ${resampling.seed}. The cases were solicited and selected and are no random sample: p describes how these cases differ and infers nothing about others.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
