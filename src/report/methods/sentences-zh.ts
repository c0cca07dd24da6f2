import { nameKinds } from '../../model/counted-regions.js';
import { describeAttribute } from '../../model/derived-attribute.js';
import { chineseTraditions } from '../../model/tradition.js';
import { listCounted, type Sentences, whole } from './words.js';

const steps = {
  imported: '导入',
  excluded: '人工排除',
  sealed: '预留，尚未启封',
  counted: '计入分析',
  unsealed: '其中曾经预留，现已启封',
  coded: '有编码（含程序建议）',
  'coded-by-people': '有人工编码或确认',
  done: '由编码者编完',
} as const;

const ruleReasons: Readonly<Record<string, string>> = {
  'rule-drop': '按规则剔除',
  'rule-fold': '按规则并入近义词',
  'too-rare': '频次过低',
  'not-new': '非新词',
  'beyond-top': '排名在入选名额之外',
};

const profiles: Readonly<Record<string, string>> = {
  words: '新词（单词）',
  phrases: '新词组',
  both: '新词和新词组',
};

const reasoned = (name: string, count: string) => `${name === '' ? '未写明理由' : name} ${count} 个`;

/** What a methods text says of cases, texts and words, in Chinese. */
export const chineseSentences: Sentences<'approach' | 'cases' | 'texts' | 'mining' | 'screening'> = {
  'approach/tradition': ({ tradition }) =>
    `本研究采用${chineseTraditions[tradition as keyof typeof chineseTraditions] ?? tradition}的分析路径。`,
  'approach/deductive': ({ title, version }) =>
    `编码为演绎式（自上而下）：以既有的编码框架《${title.zh}》（${version} 版）编码案例。`,
  'approach/inductive': () =>
    '编码为归纳式（自下而上）：没有预设编码框架，由研究者从资料中的关键词和语句逐级归纳，编码框架是归纳的结果。',
  'approach/uncoded': () => '资料尚未编码。',
  'approach/versions': ({ versions }) =>
    `研究期间先后使用了编码框架的 ${versions.length} 个版本：${versions.join('、')}。`,
  'approach/changed': ({ decisions }) =>
    `编码过程中，研究者就框架的编码作出 ${whole(decisions)} 次决定（新增、改名、合并、移动、定义等），每次均留有记录。`,
  'cases/imported': ({ cases, batches }) =>
    `收入项目的案例共 ${whole(cases)} 个，分 ${whole(batches)} 批导入。`,
  'cases/excluded': ({ cases, reasons }) =>
    `其中 ${whole(cases)} 个经人工排除，理由为：${listCounted(reasons, reasoned, '，')}。`,
  'cases/none-excluded': () => '导入后没有排除案例。',
  'cases/chosen': ({ cases }) => `有 ${whole(cases)} 个案例是在分析过程中逐个选取的，选取理由均有记录。`,
  'cases/without-text': ({ cases }) =>
    `其中 ${whole(cases)} 个案例没有文本，只由人工编码，不参与词语挖掘和检索。`,
  'cases/counted': ({ cases }) => `最终计入分析的案例为 ${whole(cases)} 个。`,
  'cases/untouched': ({ cases }) =>
    `计入分析的案例中，${whole(cases)} 个至今没有人工编码或确认，也没有编码者编完。`,
  'cases/flow': ({ steps: rows }) => ({
    title: '样本筛选流程',
    heads: ['步骤', '案例数', '理由'],
    rows: rows.map(({ step, cases, reasons }) => [
      steps[step],
      whole(cases),
      listCounted(reasons, reasoned, '；'),
    ]),
  }),
  'texts/cleaned': ({ steps: count, changes }) =>
    `文本在分析前经自动清洗（${whole(count)} 个步骤，共改动 ${whole(changes)} 处），去除版面造成的断行、页眉页脚、页码和字符差异；每处改动都可以对应回原文。`,
  'texts/counted': ({ characters, counted, percent, kinds }) =>
    `清洗后的文本共 ${whole(characters)} 字，计入分析的为 ${whole(counted)} 字（${percent}%），范围为：${nameKinds(kinds, 'zh')}。`,
  'texts/otherwise': ({ cases }) => `另有 ${whole(cases)} 个案例的计入范围单独设定。`,
  'texts/sentences': ({ sentences, cases }) =>
    `以句为最小编码单元，${whole(cases)} 个有文本的案例共 ${whole(sentences)} 句。`,
  'mining/none': () => '没有进行词语挖掘。',
  'mining/segmented': ({ segmenter }) =>
    `分词采用 jieba 中文分词（${segmenter}，随附词典，未登录词用隐马尔可夫模型识别）。`,
  'mining/discovered': ({ profile, minFrequency, maxLength, newWords, cases }) =>
    `在 ${whole(cases)} 个案例的全部文本中识别${profiles[profile] ?? profile}：出现至少 ${whole(minFrequency)} 次，长度不超过 ${whole(maxLength)} 字，按内部凝固度、左右邻接熵以及与分词边界的吻合程度综合评分，得到 ${whole(newWords)} 个。`,
  'mining/taken': ({ file, newWords, cases }) =>
    `新词（${whole(newWords)} 个）和各词的案例数取自另一语料（${whole(cases)} 个案例，文件 ${file}），不取自所分析的案例；请在此说明该语料。`,
  'mining/ranked': ({ by, top }) =>
    `候选词${groupedBy(by)}计算权重并排序，${by === null ? '' : '每组'}取前 ${whole(top)} 个参加筛选。`,
  'mining/waiting': ({ cases }) =>
    `其中 ${whole(cases)} 个案例尚未挖掘，或挖掘后计入的文字有变，其关键词不在以下各数之内（重新运行 zhagen mine 后再生成本文）。`,
  'mining/generations': ({ generations }) =>
    `案例分批进入，各组所用的语料统计分属 ${whole(generations)} 代，不同代的权重不相比较。`,
  'screening/considered': ({ considered, groups }) =>
    `参加筛选的候选词共 ${whole(considered)} 个（${whole(groups)} 组分别计数）。`,
  'screening/rules': ({ leftOut, reasons, kept }) =>
    `按规则保留 ${whole(kept)} 个，未保留 ${whole(leftOut)} 个${reasons.length > 0 ? `（${listCounted(reasons, (name, count) => `${ruleReasons[name] ?? name} ${count} 个`, '，')}）` : ''}。`,
  'screening/people': ({ kept, dropped, folded, added }) =>
    `经人工判定，另行${listCounted(
      [
        { name: '保留', count: kept },
        { name: '剔除', count: dropped },
        { name: '并入近义词', count: folded },
        { name: '通过阅读补充', count: added },
      ].filter(({ count }) => count > 0),
      (name, count) => `${name} ${count} 个`,
      '，',
    )}，每次判定均记录编码者和理由。`,
  'screening/no-people': () => '筛选只按规则进行，没有人工增删。',
  'screening/kept': ({ kept }) => `筛选后共保留 ${whole(kept)} 个关键词。`,
};

function groupedBy(by: string | null): string {
  if (by === null) return '合并全部案例';
  return by === 'case' ? '按案例分组' : `按“${describeAttribute(by, 'zh')}”分组`;
}
