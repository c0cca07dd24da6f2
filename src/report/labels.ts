import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';

type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Table titles. */
export const titles: ByLanguage<Readonly<Record<TableName, string>>> = {
  zh: {
    keywords: '关键词表',
    weights: '关键词权重构成表',
    raw: '原始关键词归并表',
    frequency: '关键词频次表',
    coding: '三级编码表',
    pillars: '选择性编码排序表',
    matrix: '案例—编码矩阵',
    evidence: '编码证据表',
    'counter-evidence': '反面证据表',
    coverage: '编码覆盖率表',
    uncoded: '未编码段落表',
    cooccurrence: '编码共现表',
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
    evidence: 'Evidence',
    'counter-evidence': 'Counter-evidence',
    coverage: 'Coverage of the coding',
    uncoded: 'Uncoded passages',
    cooccurrence: 'Co-occurrence of codes',
    crosswalk: 'Crosswalk of two codebooks',
  },
};

/** Column heads in Chinese; in English the heads are the field names of the rows. */
export const chineseColumns: Readonly<Record<string, string>> = {
  group: '分组',
  rank: '序号',
  word: '词语',
  pos: '词性',
  weight: '权重',
  frequency: '频次',
  cases: '材料来源数',
  isNew: '新词',
  generation: '统计代',
  frequencyFactor: '频次因子',
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
  kept: '保留',
  reason: '理由',
  coreKeyword: '核心关键词',
  decisionId: '决定编号',
  codeId: '编码标识',
  assignments: '频度',
  distinctRaw: '原始关键词数',
  references: '编码参考点数',
  tokens: '词频',
  pillar: '选择性编码',
  axial: '主轴编码',
  code: '开放性编码',
  score: '得分',
  margin: '领先幅度',
  share: '占比',
  keyword: '关键词',
  paragraph: '段',
  sentence: '句',
  turn: '话轮',
  speaker: '发言人',
  start: '起',
  end: '止',
  quote: '原文',
  origin: '依据',
  coder: '编码者',
  status: '状态',
  sentences: '句数',
  codedSentences: '已编码句数',
  characters: '字数',
  codedCharacters: '已编码字数',
  coverage: '覆盖率',
  codes: '编码数',
  otherCode: '另一编码',
  otherCodeId: '另一编码标识',
  units: '单位数',
  otherUnits: '另一单位数',
  sharedUnits: '共有单位数',
  sharedCases: '共有案例数',
  jaccard: '杰卡德系数',
  lift: '提升度',
};

/** Values of closed sets in Chinese, by column. */
export const chineseValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  source: { mined: '挖掘', reading: '人工阅读' },
  kind: { controlled: '主题词', free: '自由词' },
  origin: { keyword: '关键词', rule: '规则', suggestion: '建议', person: '人工' },
  status: { proposed: '待确认', confirmed: '已确认', rejected: '已否决' },
  reason: {
    top: '位列前几',
    'decided-keep': '人工保留',
    reading: '阅读补充',
    'rule-drop': '规则剔除',
    'decided-drop': '人工剔除',
    'rule-fold': '规则并入',
    'decided-fold': '人工并入',
    'too-rare': '出现太少',
    'not-new': '非新词',
    'beyond-top': '排名靠后',
  },
};

/** What the counts of each table mean, for its caption. */
export const meanings: ByLanguage<Readonly<Record<TableName, string>>> = {
  zh: {
    keywords: '频次=该组文本中按分词计的出现次数；材料来源数=含该词的案例数；n_new、v_new、a_new 为新词。',
    weights:
      '权重=各因子之积：频次=ln(1+频次)^1.3；稀见=ln(1+案例数/含该词的案例数)；词长=0.4（两字）、1（三字）、1.2（四至七字）、0.8；以下词典词为 1，新词：专指=min(1，所含各词逆文档频率之和/14)；新词=3.5（动词 1.75）；确信=min(1，发现得分/0.2)；自由=½+½·min(1，左右邻接熵)；完整=从不居短语之首或之末的各减半。',
    raw: '每行是一个案例中被考察的一个关键词：是否保留、理由、归入哪个核心关键词。',
    frequency:
      '频度=归入该核心关键词的“案例×关键词”数（重复案例计数）；原始关键词数=归入的不同词数；材料来源数=有频度或参考点的案例数；编码参考点数=被编码的句子数；词频=标签与主题词在文中的出现次数（最长匹配、不重叠）。',
    coding: '频度=“案例×关键词”数；材料来源数=有频度或参考点的案例数；编码参考点数=被编码的句子数。',
    pillars:
      '得分=Σ 权重×层级×(1+ln(频度+编码参考点数))，对该支柱及其下各编码求和，再除以编码数的 0.25 次方（层级：顶层 2，最低层 1）；领先幅度=（本行得分−下一行得分）/本行得分，小于 0.2 时视为两个候选；材料来源数为去重合计。',
    matrix: '只列有计数的“案例×编码”；频度、编码参考点数、词频的含义同频次表。',
    evidence: '起、止为原文中的字符位置（Unicode 码点，从 0 起，不含止）；原文未经清洗。',
    'counter-evidence':
      '与编码相反的句子：否定了编码的词语，或符合标为反面（contradicts）的规则；不计入其他各表。',
    coverage: '句与字按清洗后的文本计；有任一编码（含反面证据）的句子视为已编码；覆盖率=已编码字数/字数。',
    uncoded: '没有任何编码（含反面证据）的句子；起、止与原文指向未经清洗的原文。',
    cooccurrence:
      '同一框架同一层级的两个编码；下级编码计入其上级；杰卡德系数（Jaccard）=共有单位数/任一编码的单位数；提升度=共有单位数×全部单位数/（单位数×另一单位数），1 表示与随机相当。',
    crosswalk:
      '两个框架各一个编码；下级编码计入其上级；杰卡德系数（Jaccard）=共有单位数/任一编码的单位数；提升度=共有单位数×全部单位数/（单位数×另一单位数），1 表示与随机相当。',
  },
  en: {
    keywords:
      'frequency = occurrences as segmented in the texts of the group; cases = cases that hold the word; n_new, v_new and a_new mark new words.',
    weights:
      'The weight is the product of the factors: frequency = ln(1 + occurrences)^1.3; rarity = ln(1 + cases / cases with the word); length = 0.4 (two characters), 1 (three), 1.2 (four to seven), 0.8; the others are 1 for a word of the dictionary, for a new one: speciality = min(1, sum of the inverse document frequencies of its words / 14); novelty = 3.5 (verbs 1.75); certainty = min(1, score of discovery / 0.2); freedom = ½ + ½ · min(1, branching entropies); wholeness = half if it never begins a phrase, half if it never ends one.',
    raw: 'One row for each keyword considered in each case: kept or not, why, and the core keyword it went to.',
    frequency:
      'assignments = case × keyword pairs merged into the core keyword (repeats across cases count); distinctRaw = different raw keywords merged; cases = cases with an assignment or a reference; references = coded sentences; tokens = occurrences of label and terms (longest match, no overlaps).',
    coding:
      'assignments = case × keyword pairs; cases = cases with an assignment or a reference; references = coded sentences.',
    pillars:
      'score = Σ weight × level × (1 + ln(assignments + references)) over the pillar and its codes, divided by the number of codes to the power 0.25 (level: 2 at the top, 1 at the lowest); margin = (score − next score) / score, below 0.2 there are two candidates; cases are counted once.',
    matrix: 'Only pairs with a count are listed; the counts mean what they mean in the frequency table.',
    evidence:
      'start and end are code point offsets into the raw text (from 0, end exclusive); the quote is uncleaned.',
    'counter-evidence':
      'Sentences that speak against a code: they deny its words, or a rule marked contradicts found them. No other table counts them.',
    coverage:
      'Sentences and characters are those of the clean text; a sentence with any code (or counter-evidence) is coded; coverage = codedCharacters / characters.',
    uncoded: 'Sentences without any code or counter-evidence; start, end and quote point into the raw text.',
    cooccurrence:
      'Two codes of one level of a codebook; a code counts for those above it; jaccard = shared / either; lift = shared × all units / (units × otherUnits), 1 as by chance.',
    crosswalk:
      'A code of each of two codebooks; a code counts for those above it; jaccard = shared / either; lift = shared × all units / (units × otherUnits), 1 as by chance.',
  },
};

/** What the weight column holds. */
export const weights: ByLanguage<Readonly<Record<'zhagen' | 'tfidf', string>>> = {
  zh: {
    zhagen: '权重为 zhagen 权重（见 docs/method.md），同一次运行内可比，越大越重要。',
    tfidf: '权重为 TF-IDF，仅供对照。',
  },
  en: {
    zhagen:
      'The weight is zhagen’s (see docs/method.md): comparable within one run, higher is more important.',
    tfidf: 'The weight is TF-IDF, for comparison.',
  },
};

/** What the units of a table of pairs are. */
export const units: ByLanguage<Readonly<Record<'passage' | 'case', string>>> = {
  zh: { passage: '单位为句子。', case: '单位为案例。' },
  en: { passage: 'The units are sentences.', case: 'The units are cases.' },
};
