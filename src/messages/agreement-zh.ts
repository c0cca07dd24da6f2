import type { AgreementReport } from '../project/agreement-report.js';
import type { AgreementWords } from './agreement-words.js';

/** 比较单元的中文名称。 */
export const agreementUnitNames: Readonly<Record<AgreementReport['unit'], string>> = {
  keyword: '关键词',
  sentence: '句',
  paragraph: '段',
  case: '案例',
  row: '表格的一行',
};

const questions = { coding: '编码', mapping: '关键词归入的编码', screening: '关键词去留' } as const;

const answers: Readonly<Record<string, string>> = {
  keep: '保留',
  drop: '剔除',
  fold: '并入',
  split: '拆出',
};

const measures: AgreementWords['measures'] = {
  percent: '一致率',
  alpha: 'Krippendorff α',
  kappa: 'Cohen κ',
  ac1: 'Gwet AC1',
  'brennan-prediger': 'Brennan–Prediger κ',
  fleiss: 'Fleiss κ',
  'alpha-masi': 'α（MASI 距离）',
  holsti: '相互同意度 K（Holsti）',
  reliability: '信度 R',
  'category-agreement': '归类一致性 CA',
};

/** What is said about agreement, in Chinese. */
export const agreementWords: AgreementWords = {
  title: '编码者间信度',
  about: ({ unit, coders, codebook, sheet, headline, interval, universe }) => [
    `编码者：${coders.join('、')}。比较单元：${agreementUnitNames[unit]}。`,
    `范围：至少两人判断过的单元 ${universe.units} 个，其中有人编码的 ${universe.coded} 个。`,
    ...(codebook
      ? [
          `编码框架：${codebook.id || '归纳所得'} ${codebook.version} 版，${codebook.isSettled ? '含此后的人工调整' : '以文件为准，不含人工调整'}。取裁决前各人的判断。`,
        ]
      : []),
    ...(sheet
      ? [
          `表格：${sheet.path}，${sheet.shape === 'wide' ? '每名编码者一列' : '每行一个单元和编码者'}；空格为未判断，“-”或“无”为无编码${
            sheet.columns.cluster ? `；案例列：${sheet.columns.cluster}` : '；没有案例列，各行单独抽样'
          }。`,
        ]
      : []),
    `主要指标：${measures[headline]}。方括号内为 ${Math.round(interval.covers * 100)}% 区间：以案例为单位（${interval.clusters} 个）重抽样 ${interval.resamples} 次，种子 ${interval.seed}。`,
  ],
  measures,
  universes: { all: '全部单元', coded: '有人编码的单元', anyCode: '是否编码（不论何码）' },
  part: ({ question, level }) =>
    level
      ? `${question === 'coding' ? '' : `${questions[question]}：`}${level.name.zh}`
      : questions[question],
  answer: (answer) => {
    const [kind = '', ...word] = answer.split(' ');
    return `${answers[kind] ?? kind}${word.join(' ')}`;
  },
  sections: {
    pairs: '两两比较（全部单元）',
    codes: '各编码',
    confusion: '编码不同之处',
    disagreements: '意见不同的单元',
    drift: '先后变化（有人编码的单元，按最后判断的时间）',
    leftOut: '未计入',
  },
  heads: {
    pooled: ['层级', '范围', '单元数'],
    pairs: ['编码者', '编码者'],
    codes: ['编码', '有编码的单元', '出现率', '出现率指数 PI', '偏差指数 BI'],
    confusion: ['前者', '后者', '单元数'],
    disagreements: ['案例', '位置', '原文'],
    drift: ['起', '止', '单元数', '编码框架改动'],
  },
  titleOf: (title, part) => `${title}（${part}）`,
  said: (coder, code) => `${coder}：${code}`,
  listed: (codes) => codes.join('；'),
  notDefined: '无法定义',
  tooFew: '过少',
  noCode: '（无编码）',
  notJudged: '（未判断）',
  segmentation: (value) =>
    `切分一致性（不论何码）：边界相似度 B ${value}，相差一字的边界计一半（Fournier 2013）。`,
  remarks: ({ isSingle, headline, coders, interval }, all) => [
    isSingle
      ? '一个单元只归一处，按多类目计算；无编码也算一类。'
      : '一个单元可有几个编码时，各编码分别按“有／无”计算再合并（De Vries 等 2008）。',
    ...(interval.clusters < 10 ? ['案例少于 10 个，区间只是粗略估计。'] : []),
    ...(headline === 'kappa' && coders.length > 2 ? ['Cohen κ 只用于两名编码者，见两两比较。'] : []),
    ...(all
      ? ['K、R、CA 不校正偶然一致；R 随编码者人数升高，不作主要指标。S 的匹配规则：同一单元、同一编码。']
      : []),
  ],
  others: '其他指标：--all',
  leftOut: ({ leftOut, parts, unitsAfterSuggestion }) => [
    ...(leftOut.excludedCases > 0 ? [`排除的案例 ${leftOut.excludedCases} 个`] : []),
    ...(leftOut.sealedCases > 0 ? [`预留的案例 ${leftOut.sealedCases} 个`] : []),
    ...(leftOut.hiddenCases > 0 ? [`您尚未编完、对您隐藏他人判定的案例 ${leftOut.hiddenCases} 个`] : []),
    ...(leftOut.sealedStatements > 0 ? [`预留语句 ${leftOut.sealedStatements} 句`] : []),
    ...(leftOut.unitsOfOne > 0 ? [`只有一名编码者判断的单元 ${leftOut.unitsOfOne} 个`] : []),
    ...(leftOut.verdicts > 0 ? [`位于不计入的文本或案例中的判断 ${leftOut.verdicts} 个`] : []),
    ...parts.flatMap(({ codesLeftOut, ...part }) =>
      codesLeftOut.length > 0
        ? [`${agreementWords.part(part)}中没有位置的编码：${codesLeftOut.join('、')}`]
        : [],
    ),
    ...(unitsAfterSuggestion > 0
      ? [`（计入，但不是盲编：看过机器建议后判断的单元 ${unitsAfterSuggestion} 个）`]
      : []),
  ],
  more: (rows) => `……另有 ${rows} 行，全部见 --json`,
};
