import type { AdjudicationReason } from '../../model/adjudication-reason.js';
import { adjudicationWord } from '../../model/adjudication-word.js';
import { decimal, listCounted, measureNames, type Sentences, whole } from './words.js';

const units = { keyword: '关键词', sentence: '句', paragraph: '段', case: '案例' } as const;

const ofOne = { keyword: '一个关键词', sentence: '一句', paragraph: '一段', case: '一个案例' } as const;

const forms = {
  'inductive-thematic': '归纳主题饱和',
  'a-priori-thematic': '先验主题饱和',
  data: '资料饱和',
} as const;

const names = measureNames.zh;
const interval = (low: number | null, high: number | null) =>
  low === null || high === null ? '' : `，区间 ${decimal(low)}–${decimal(high)}`;
const orUndefined = (value: number | null) => (value === null ? '没有定义（判断全部相同）' : decimal(value));

/** What a methods text says of codes, coders, saturation and the program, in Chinese. */
export const chineseSentencesOfCoding: Sentences<
  | 'coding'
  | 'coders'
  | 'pilot'
  | 'overlap'
  | 'agreement'
  | 'retest'
  | 'adjudication'
  | 'saturation'
  | 'reserve'
  | 'theory'
  | 'program'
> = {
  'coding/levels': ({ levels }) =>
    `编码框架自上而下分 ${levels.length} 层：${levels.map(({ name, codes, used }) => `${name.zh} ${whole(codes)} 个（用到 ${whole(used)} 个）`).join('，')}。`,
  'coding/no-codes': () => '编码框架中还没有编码。',
  'coding/counts': ({ assignments, references, cases }) =>
    `归入编码的案例—关键词对共 ${whole(assignments)} 个，编码参考点（被编码的语句）共 ${whole(references)} 个，分布在 ${whole(cases)} 个案例中。`,
  'coding/nothing': () => '资料尚未编码。',
  'coding/whole-cases': ({ references }) =>
    `参考点中有 ${whole(references)} 个是对整个案例的编码，不指向具体语句。`,
  'coding/counter-evidence': ({ passages }) =>
    `另有 ${whole(passages)} 处语句否定有关内容或陈述问题，单独列出，不计入参考点。`,
  'coding/confirmed': ({ codings, confirmed, percent, oneByOne, bulk, open }) =>
    `以上编码连同否定或问题表述共 ${whole(codings)} 条，经人工作出或确认 ${whole(confirmed)} 条（${percent}%），其中逐条 ${whole(oneByOne)} 条，成批 ${whole(bulk)} 条；其余 ${whole(open)} 条是程序按关键词和规则提出的建议，没有人判断过。`,
  'coding/proposed': ({ codings }) =>
    `以上编码连同否定或问题表述共 ${whole(codings)} 条，均为程序按关键词和规则提出的建议，没有一条经人工确认。`,
  'coding/rejected': ({ passages }) => `程序的建议中有 ${whole(passages)} 处被编码者否决，不计在内。`,
  'coding/contested': ({ verdicts }) =>
    `编码者意见不同而尚未裁决的判定有 ${whole(verdicts)} 个，按最早的判定计。`,
  'coding/revisit': ({ verdicts }) =>
    `有 ${whole(verdicts)} 个判定作出之后，相应的编码或建议有了变化，或段落被返回修改，尚待复查。`,
  'coding/suggestions': ({ decisions }) =>
    `有 ${whole(decisions)} 次判定是在看到程序的建议之后作出的，不属于独立的盲编。`,
  'coding/no-suggestions': () => '据日志，没有判定是在程序展示推荐编码之后作出的。',
  'coders/none': () => '尚无人参与编码，因此没有编码者间信度可报告。',
  'coders/one': ({ name }) => `编码由一人（${name}）完成。`,
  'coders/several': ({ names: coders, coders: count }) =>
    `参与编码的共 ${whole(count)} 人：${coders.join('、')}。`,
  'coders/lead': ({ name }) => `意见不同而未裁决时，以${name}的判定为准。`,
  'pilot/none': () => '项目中没有预编码的记录。',
  'pilot/done': ({ coders, cases, units: count, measure, value }) =>
    `正式编码之前，${whole(coders)} 名编码者用 ${whole(cases)} 个案例（${whole(count)} 个单元）预编码，${names[measure] ?? measure} 为 ${orUndefined(value)}；预编码与正式编码分开保存，不计入结果。`,
  'pilot/threshold': ({ threshold, isReached }) =>
    `事先确定的标准为 ${threshold}，预编码${isReached ? '达到' : '没有达到'}该标准。`,
  'overlap/cases': ({ shared, cases, percent }) =>
    `由两人以上各自编完的案例有 ${whole(shared)} 个，占计入分析的 ${whole(cases)} 个案例的 ${percent}%。`,
  'agreement/none': ({ coders }) =>
    coders > 1
      ? '各编码者没有判断过相同的单元，因此没有计算编码者间信度。'
      : '没有第二名编码者，因此没有计算编码者间信度。',
  'agreement/compared': ({ names: coders, unit, units: count, coded, codebook, level }) =>
    `编码者间信度比较${coders.join('、')}在裁决之前各自的判断，以${units[unit]}为单元${level ? `，在“${level.zh}”层级` : ''}，按编码框架 ${codebook} 版计算：至少两人判断过的单元 ${whole(count)} 个，其中有人编码的 ${whole(coded)} 个。`,
  'agreement/rule': ({ unit, isSingle }) =>
    isSingle
      ? `${ofOne[unit]}至多有一个编码，编码相同即为一致。`
      : `${ofOne[unit]}可以有几个编码，每个编码的有无各为一次判断，再将各编码合并计算；编码语句的起止不必相同，同处${ofOne[unit]}即可比较。`,
  'agreement/value': ({ measure, value, low, high, percent, ofCoded, covers, ...drawn }) =>
    `主要指标 ${names[measure] ?? measure} 为 ${orUndefined(value)}（${covers}% 置信区间${low === null || high === null ? '无法估计' : ` ${decimal(low)}–${decimal(high)}`}，以案例为单位重抽样 ${whole(drawn.resamples)} 次，随机种子 ${drawn.seed}）${percent === null ? '' : `，一致率 ${percent}%`}；只看有人编码的单元时，该指标为 ${orUndefined(ofCoded)}。`,
  'agreement/few-cases': ({ cases }) => `参与比较的案例只有 ${whole(cases)} 个，区间仅供参考。`,
  'agreement/undefined': ({ measure }) =>
    `所有判断完全相同，且只有一种答案，${names[measure] ?? measure} 没有定义。`,
  'agreement/codes': ({ measure, codes, level }) => ({
    title: '各编码的信度',
    heads: [level?.zh ?? '编码', '有此编码的单元', names[measure] ?? measure, '区间', '出现率'],
    rows: codes.map(({ code, positives, isTooFew, value, low, high, prevalence }) => [
      code.zh,
      `${whole(positives)}${isTooFew ? '（过少）' : ''}`,
      value === null ? '没有定义' : decimal(value),
      low === null || high === null ? '' : `${decimal(low)}–${decimal(high)}`,
      prevalence === null ? '' : decimal(prevalence),
    ]),
  }),
  'agreement/segmentation': ({ value, low, high }) =>
    `切分一致性（边界相似度，不论编码）为 ${decimal(value)}${interval(low, high)}。`,
  'agreement/left-out': ({ units: count }) => `另有 ${whole(count)} 个单元只有一人判断，没有进入比较。`,
  'agreement/suggestions': ({ units: count }) =>
    `比较的单元中有 ${whole(count)} 个含看到程序建议之后作出的判断，不是盲编。`,
  'retest/none': () => '项目中没有同一编码者间隔一段时间后的重复编码，因此没有编码者内一致性。',
  'retest/done': ({ name, cases, units: count, measure, value }) =>
    `${name}隔一段时间重新编码了 ${whole(cases)} 个案例（${whole(count)} 个单元），与本人第一次编码的 ${names[measure] ?? measure} 为 ${orUndefined(value)}。`,
  'adjudication/done': ({ words, sentences, grounds, attendees }) =>
    `编码者之间的不一致经过裁决：${listCounted(
      [
        { name: '关键词的判定', count: words },
        { name: '语句的编码判定', count: sentences },
      ].filter(({ count }) => count > 0),
      (name, count) => `${name} ${count} 个`,
      '，',
    )}${grounds.length > 0 ? `；记录的分歧原因为${listCounted(grounds, (name, count) => `${adjudicationWord(name as AdjudicationReason, 'zh')} ${count} 个`, '，')}` : ''}${attendees.length > 0 ? `；参与裁决的有 ${attendees.join('、')}` : ''}。上述信度取裁决之前的数值。`,
  'adjudication/none': () => '编码者之间的不一致没有裁决记录。',
  'saturation/none': () => '没有检验饱和度（尚未编码，或案例太少）。',
  'saturation/coverage': ({ codes, confirmed, percent, level }) =>
    `编码框架事先给定，其${level ? `“${level.zh}”层级` : ''}的 ${whole(codes)} 个编码中，${whole(confirmed)} 个（${percent}%）有人工确认的实例。`,
  'saturation/curve': ({ form, counted, cases, order, base, baseItems, run, runs, seed }) =>
    `检验的是${forms[form]}：按${order === 'import' ? '导入' : `“${order}”`}顺序逐个累计 ${whole(cases)} 个案例中的${counted === 'codes' ? '编码' : '原始关键词'}，以前 ${whole(base)} 个案例的 ${whole(baseItems)} 个为基数，计算每 ${whole(run)} 个案例的新增数与基数之比，并与 ${whole(runs)} 次随机顺序（种子 ${seed}）比较。`,
  'saturation/reached': ({ percent, at, after, reachedIn, runs }) =>
    `新信息比例最早在第 ${whole(at)} 个案例${percent === 0 ? '降到 0%' : `降到 ${percent}% 以下`}，此后仍出现 ${whole(after)} 个新项；${whole(runs)} 次随机顺序中有 ${whole(reachedIn)} 次达到。`,
  'saturation/missed': ({ percent, reachedIn, runs }) =>
    `新信息比例没有${percent === 0 ? '降到 0%' : `降到 ${percent}% 以下`}；${whole(runs)} 次随机顺序中有 ${whole(reachedIn)} 次达到。`,
  'reserve/none': () => '没有预留案例或语句用于检验理论饱和度。',
  'reserve/sealed': ({ cases }) =>
    `有 ${whole(cases)} 个案例预留备用，尚未启封，没有进入挖掘、编码和任何统计。`,
  'reserve/tested': ({ reserved, others, concepts, categories, relations }) =>
    `理论饱和度以预留案例检验：${whole(reserved)} 个案例在其余 ${whole(others)} 个案例分析之后启封，带来新概念 ${whole(concepts)} 个、新范畴 ${whole(categories)} 个、新关系 ${whole(relations)} 个。`,
  'reserve/sealed-statements': ({ statements, cases }) =>
    `有 ${whole(cases)} 个案例中的 ${whole(statements)} 句预留备用，尚未启封，没有进入挖掘、编码和任何统计。`,
  'reserve/tested-statements': ({ statements, reserved, concepts, categories, relations }) =>
    `理论饱和度以预留语句检验：${whole(reserved)} 个案例中的 ${whole(statements)} 句在其余语句分析之后启封，带来新概念 ${whole(concepts)} 个、新范畴 ${whole(categories)} 个、新关系 ${whole(relations)} 个。`,
  'reserve/uncoded': ({ cases }) =>
    `其中 ${whole(cases)} 个案例的预留部分尚无人工编码，上述结果只反映程序的建议，不能作为检验的结论。`,
  'theory/memos': ({ memos }) => `研究过程中撰写备忘录 ${whole(memos)} 篇。`,
  'theory/relations': ({ relations }) => `编码之间的关系共记录 ${whole(relations)} 条。`,
  'theory/core': ({ code }) => `核心范畴为“${code}”。`,
  'program/version': ({ version, versions, runs }) =>
    `分析使用程序 zhagen ${version}${versions.some((one) => one !== version) ? `，各次运行所用的版本为 ${versions.join('、')}` : ''}，共运行 ${whole(runs)} 次，每次运行的参数、输入和版本均有记录。`,
  'program/log': ({ decisions, statements }) =>
    decisions === 0
      ? '决定日志为空：没有人作出过决定。'
      : `人的每项决定都连同编码者、时间和理由写入只增不改的日志，共 ${whole(decisions)} 条（分 ${whole(statements)} 次作出）。`,
  'program/intact': ({ texts, decisions, seals, runs, repeated }) =>
    `经程序核验，项目完整：核对了 ${whole(texts)} 个文本、${whole(decisions)} 条决定和 ${whole(seals)} 组数据的散列值；${whole(runs)} 次运行中重做了 ${whole(repeated)} 次，结果相同。`,
  'program/faults': ({ faults }) => `程序核验发现 ${whole(faults)} 处不符，投稿前须查明。`,
  'program/state-hash': ({ hash }) => `项目内容的散列值（SHA-256）为 ${hash}。`,
  'program/log-hash': ({ hash }) => `决定日志的散列值（SHA-256）为 ${hash}。`,
  'program/no-generative': () =>
    '该程序不含生成式模型：分词、统计、排序和规则均为确定的计算，相同的输入得到相同的结果。',
};
