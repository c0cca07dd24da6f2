import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';

type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Table titles. */
export const titles: ByLanguage<Readonly<Record<TableName, string>>> = {
  zh: {
    keywords: '关键词表',
    weights: '关键词权重构成表',
    raw: '原始关键词归并表',
    frequency: '核心关键词频次表',
    coding: '编码表',
    pillars: '各案例主范畴得分表',
    matrix: '案例—编码矩阵',
    facets: '分面表',
    evidence: '编码证据表',
    'counter-evidence': '否定／问题表述表',
    coverage: '编码覆盖率表',
    uncoded: '未编码句子表',
    contested: '意见不同的判定',
    revisit: '待复核的判定',
    memos: '备忘录',
    relations: '典型关系结构表',
    sampling: '理论抽样过程',
    cooccurrence: '编码共现表',
    crosstab: '编码与案例属性交叉表',
    crosswalk: '框架对照表',
  },
  en: {
    keywords: 'Keywords',
    weights: 'What the weights are made of',
    raw: 'From raw keywords to core keywords',
    frequency: 'Keyword frequency table',
    coding: 'Coding table',
    pillars: 'Pillars, ranked',
    matrix: 'Case by code matrix',
    facets: 'Facets of codes',
    evidence: 'Evidence',
    'counter-evidence': 'Counter-evidence',
    coverage: 'Coverage of the coding',
    uncoded: 'Uncoded sentences',
    contested: 'Contested verdicts',
    revisit: 'Verdicts to revisit',
    memos: 'Memos',
    relations: 'Relations of codes',
    sampling: 'Theoretical sampling',
    cooccurrence: 'Co-occurrence of codes',
    crosstab: 'Codes by attribute of cases',
    crosswalk: 'Crosswalk of two codebooks',
  },
};
