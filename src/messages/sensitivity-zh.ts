import type { SensitivityWords } from './sensitivity-words.js';

const NAMED = 5;

/** What is said about other numbers of keywords, in Chinese. */
export const sensitivityWords: SensitivityWords = {
  about: ({ present, by, groups, codebook, considered, isUpToDate }) => [
    `每组（按${by === 'case' ? '案例' : by}分为 ${groups} 组）取前若干个关键词，现行取 ${present} 个（*）。筛选规则、判定和编码框架 ${codebook} 不变，不写入项目。筛选考察每组前 ${considered} 个词。`,
    '只有频次（案例×关键词）随所取个数变化；编码参考点出自文本，与所取个数无关。',
    ...(isUpToDate ? [] : ['最近一次编码之后，文本、分组或规则有变：请先 zhagen code。']),
  ],
  topHeads: ['所取个数', '案例—关键词对', '不同关键词', '未归入', '核心关键词', '比现行增加', '比现行减少'],
  pillarTitle: '顶层编码：频次（案例×关键词）／材料来源数',
  changingTitle: '有变化的编码（各含其下级）：频次（案例×关键词）／材料来源数',
  pillarHeads: ['顶层编码', '编码参考点数'],
  changingHeads: ['层级', '编码', '编码参考点数'],
  outside: '框架外',
  top: (top, isPresent) => `${top} 个${isPresent ? '*' : ''}`,
  names: (names) =>
    names.length === 0
      ? ''
      : `${names.length} 个：${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '……' : ''}`,
  rest: (hidden, unchanged) =>
    `${hidden > 0 ? `另有 ${hidden} 行，见 --json。` : ''}其余 ${unchanged} 个有频次的编码不随所取个数变化。`,
};
