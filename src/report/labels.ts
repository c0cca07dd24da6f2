import { findDerivedAttribute } from '../model/derived-attribute.js';
import { economicRegions } from '../model/economic-region.js';
import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';

type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Column heads in Chinese; in English the heads are the field names. Codebooks name the heads of their levels. */
export const chineseColumns: Readonly<Record<string, string>> = {
  group: '分组',
  question: '问题',
  verdict: '判定',
  into: '目标词',
  judgedAs: '判定时的编码',
  changed: '变化',
  inForce: '有效',
  order: '次序',
  because: '选取理由',
  passage: '段落编号',
  on: '对象类别',
  about: '对象',
  type: '备忘类型',
  text: '内容',
  versions: '版本数',
  orphaned: '未能在新文本中定位',
  memo: '备忘编号',
  from: '范畴',
  fromId: '范畴代号',
  relation: '关系',
  to: '相关范畴',
  toId: '相关范畴代号',
  coder: '编码者',
  rank: '序号',
  word: '词语',
  pos: '词性',
  weight: '权重',
  frequency: '词频（分词计数）',
  occurrences: '出现次数（原文检索）',
  cases: '材料来源数',
  isNew: '新词',
  generation: '统计代',
  frequencyFactor: '词频因子',
  rarityFactor: '稀见因子',
  lengthFactor: '词长因子',
  specialityFactor: '专指因子',
  noveltyFactor: '新词因子',
  certaintyFactor: '确信因子',
  freedomFactor: '自由因子',
  wholenessFactor: '完整因子',
  caseId: '案例',
  rawKeyword: '原始关键词',
  source: '来源',
  kind: '类别',
  inCodebook: '框架内外',
  kept: '保留',
  reason: '理由',
  facet: '分面',
  value: '取值',
  coreKeyword: '核心关键词',
  decisionId: '决定编号',
  decisionIds: '决定编号',
  codeId: '编码代号',
  title: '标题',
  batch: '批次',
  polarity: '支持或反对',
  isReference: '计为编码参考点',
  memos: '备忘',
  assignments: '频次（案例×关键词）',
  ownAssignments: '本级频次',
  distinctRaw: '原始关键词数',
  references: '编码参考点数',
  ownReferences: '本级参考点数',
  tokens: '词频（最长匹配）',
  code: '编码',
  level: '层级',
  score: '得分',
  margin: '与次位差距',
  share: '占比',
  keywords: '关键词',
  rules: '规则',
  paragraph: '段',
  sentence: '句',
  turn: '话轮',
  speaker: '发言人',
  start: '起始字符',
  end: '结束字符',
  quote: '原文',
  origins: '依据',
  coders: '编码者',
  status: '状态',
  sentences: '句数',
  codedSentences: '已编码句数',
  characters: '字数',
  codedCharacters: '已编码字数',
  characterCoverage: '字覆盖率',
  coverage: '句覆盖率',
  codes: '编码数',
  otherCode: '另一编码',
  otherCodeId: '另一编码代号',
  units: '单位数',
  otherUnits: '另一单位数',
  sharedUnits: '共有单位数',
  sharedCases: '共有案例数',
  jaccard: 'Jaccard 系数',
  lift: '提升度',
  groupCases: '组内案例数',
  expected: '期望案例数',
  residual: '校正标准化残差',
  chiSquare: 'χ² 值',
  df: '自由度',
  test: '检验方法',
  p: 'p 值',
  adjustedP: '校正 p 值（Holm）',
  cramersV: 'Cramér V 系数',
};

/** Heads of columns that mean something of their own in one table. */
export const chineseHeads: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>> = {
  pillars: { rank: '名次' },
  crosstab: { share: '组内占比' },
};

/** What stands for the pillar where a group has no evidence of any. */
export const noCodes: ByLanguage<string> = { zh: '无编码', en: 'no codes' };

/** The groups that the program itself names, in English: those of a derived attribute besides. */
export function englishGroups(by: string | null): Readonly<Record<string, string>> {
  const ours = { 全部: 'all cases', 未注明: 'not stated' };
  return by !== null && findDerivedAttribute(by) === by ? { ...ours, ...englishRegions } : ours;
}

const englishRegions = Object.fromEntries(economicRegions.map(({ zh, en }) => [zh, en]));

/** The tables of what people wrote, which no run made. */
export const OF_PEOPLE: readonly TableName[] = ['memos', 'sampling', 'relations'];

/** The tables of pairs of codes. */
export const PAIRS: readonly TableName[] = ['cooccurrence', 'crosswalk'];
