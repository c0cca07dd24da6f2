import type { AuditedStatement, Finding, FindingKind, UncheckedReason } from '../model/audit-finding.js';
import type { Language } from '../model/language.js';
import { english } from '../text/english.js';
import { chineseColumns } from './labels.js';

type Sentences = Readonly<Record<FindingKind, (finding: Finding) => string>>;

const equatedZh = ({ equated }: Finding) => (equated ? `（同义的只计一次则为 ${equated}）` : '');
const equatedEn = ({ equated }: Finding) =>
  equated ? ` (${equated} when words of one meaning count once)` : '';

const zh: Sentences = {
  'stated-twice': (f) => `${f.subject}：${f.claimedBy}作 ${f.claimed}，${f.foundBy}作 ${f.found}。`,
  count: (f) =>
    `${f.subject}：${f.claimedBy}称有 ${f.claimed} 个，${f.foundBy}为 ${f.found} 个${equatedZh(f)}，相差 ${f.difference}。`,
  union: (f) =>
    `${f.subject}：${f.claimedBy}称有 ${f.claimed} 个；${f.foundBy}共有的词 ${f.words.length} 个，合并后达 ${f.found} 个${equatedZh(f)}。`,
  unprinted: (f) =>
    `${f.subject}：按${f.claimedBy}所称总数，至多还有 ${f.claimed} 个没有列出，而${f.foundBy}中有 ${f.found} 个${equatedZh(f)}未列：${f.words.join('、')}。`,
  rows: (f) => `${f.subject}：${f.claimedBy}称有 ${f.claimed} 行，实有 ${f.found} 行。`,
  sum: (f) =>
    `${f.subject}：${f.claimedBy}称合计 ${f.claimed}，${f.foundBy}各行合计 ${f.found}，相差 ${f.difference}。`,
  remainder: (f) =>
    f.severity === 'remark'
      ? `${f.subject}：${f.claimedBy}称合计 ${f.claimed}，${f.foundBy}列出的合计 ${f.found}，其余 ${left(f)} 属于未列出的编码。`
      : `${f.subject}：${f.claimedBy}称合计 ${f.claimed}，${f.foundBy}列出的合计 ${f.found}，其余 ${left(f)} 超出未列出的编码所能有的${f.limit ? ` ${f.limit}` : ''}。`,
  total: (f) =>
    `${f.subject}：合计行为 ${f.claimed}，${f.foundBy}各行相加为 ${f.found}，相差 ${f.difference}。`,
  'parent-sum': (f) =>
    `${f.subject}：${f.claimedBy}为 ${f.claimed}，${f.foundBy}中其下各项相加为 ${f.found}，相差 ${f.difference}。`,
  value: (f) => `${f.subject}：${f.claimedBy}为 ${f.claimed}，${f.foundBy}为 ${f.found}。`,
  share: (f) => `${f.subject}：印作 ${f.claimed}，按所给数字应为 ${f.found}。`,
  derived: (f) => `${f.subject}：印作 ${f.claimed}，按所给各列应为 ${f.found}。`,
  agreement: (f) => `${f.subject}：${f.claimedBy}作 ${f.claimed}，按所给数字应为 ${f.found}。`,
  order: (f) => `${f.foundBy}：${f.found} 排在 ${f.claimed} 之后，不合所称次序（${f.subject}）。`,
  rank: (f) => `${f.claimedBy}：名次 ${f.claimed} 与次序或数值不合（应为第 ${f.found}）。`,
  duplicate: (f) =>
    `${f.foundBy}：“${f.found}”重复列出${f.claimed === f.found ? '' : `（前已列“${f.claimed}”）`}。`,
  'two-parents': (f) => `${f.foundBy}：“${f.subject}”既列在“${f.claimed}”下，又列在“${f.found}”下。`,
  'no-place': (f) => `${f.claimedBy}中的“${f.subject}”在${f.foundBy}中没有位置。`,
  'not-listed': (f) => `${f.claimedBy}说到“${f.subject}”，${f.foundBy}却没有列出。`,
  level: (f) => `${f.claimedBy}有层级“${f.subject}”，${f.foundBy}没有。`,
  'not-in-codebook': (f) => `${f.claimedBy}中的“${f.subject}”不在${f.foundBy}中。`,
  'not-in-table': (f) => `${f.claimedBy}中的“${f.subject}”不在${f.foundBy}中。`,
  parent: (f) => `“${f.subject}”：${f.claimedBy}列在“${f.claimed}”下，${f.foundBy}列在“${f.found}”下。`,
  equated: (f) => `${f.claimedBy}中的“${f.subject}”视为“${f.found}”（据${f.foundBy}）。`,
};

const en: Sentences = {
  'stated-twice': (f) => `${f.subject}: ${f.claimed} by ${f.claimedBy}, ${f.found} by ${f.foundBy}.`,
  count: (f) =>
    `${f.subject}: ${f.claimedBy} says ${f.claimed}, ${f.foundBy} has ${f.found}${equatedEn(f)}, a difference of ${f.difference}.`,
  union: (f) =>
    `${f.subject}: ${f.claimedBy} says ${f.claimed}; ${f.foundBy} share ${f.words.length} and together have ${f.found}${equatedEn(f)}.`,
  unprinted: (f) =>
    `${f.subject}: by the number in ${f.claimedBy} at most ${f.claimed} can be left unprinted, yet ${f.found} of ${f.foundBy} are${equatedEn(f)}: ${f.words.join(', ')}.`,
  rows: (f) => english`${f.subject}: ${f.claimedBy} says ${f.claimed} rows, there are ${f.found}.`,
  sum: (f) =>
    `${f.subject}: ${f.claimedBy} says ${f.claimed} in all, the rows of ${f.foundBy} add up to ${f.found}, a difference of ${f.difference}.`,
  remainder: (f) =>
    f.severity === 'remark'
      ? `${f.subject}: ${f.claimedBy} says ${f.claimed} in all, ${f.foundBy} prints ${f.found}; ${left(f)} remain for codes that it does not print.`
      : `${f.subject}: ${f.claimedBy} says ${f.claimed} in all, ${f.foundBy} prints ${f.found}; the ${left(f)} that remain are more than the codes it does not print can have${f.limit ? ` (${f.limit})` : ''}.`,
  total: (f) =>
    `${f.subject}: the row of totals says ${f.claimed}, the rows of ${f.foundBy} add up to ${f.found}, a difference of ${f.difference}.`,
  'parent-sum': (f) =>
    `${f.subject}: ${f.claimed} in ${f.claimedBy}, but the rows below it in ${f.foundBy} add up to ${f.found}, a difference of ${f.difference}.`,
  value: (f) => `${f.subject}: ${f.claimed} in ${f.claimedBy}, ${f.found} in ${f.foundBy}.`,
  share: (f) => `${f.subject}: printed ${f.claimed}, the figures make ${f.found}.`,
  derived: (f) => `${f.subject}: printed ${f.claimed}, the columns make ${f.found}.`,
  agreement: (f) => `${f.subject}: ${f.claimed} by ${f.claimedBy}, the figures make ${f.found}.`,
  order: (f) => `${f.foundBy}: ${f.found} after ${f.claimed} breaks the order by ${f.subject}.`,
  rank: (f) =>
    `${f.claimedBy}: rank ${f.claimed} does not match the order or the figures (place ${f.found}).`,
  duplicate: (f) =>
    `${f.foundBy}: "${f.found}" is listed twice${f.claimed === f.found ? '' : ` (before as "${f.claimed}")`}.`,
  'two-parents': (f) => `${f.foundBy}: "${f.subject}" is listed under "${f.claimed}" and under "${f.found}".`,
  'no-place': (f) => `"${f.subject}" of ${f.claimedBy} has no place in ${f.foundBy}.`,
  'not-listed': (f) => `${f.claimedBy} speaks of "${f.subject}", but ${f.foundBy} does not list it.`,
  level: (f) => `${f.claimedBy} has a level "${f.subject}", ${f.foundBy} does not.`,
  'not-in-codebook': (f) => `"${f.subject}" of ${f.claimedBy} is not in ${f.foundBy}.`,
  'not-in-table': (f) => `"${f.subject}" of ${f.claimedBy} is not in ${f.foundBy}.`,
  parent: (f) =>
    `"${f.subject}": under "${f.claimed}" in ${f.claimedBy}, under "${f.found}" in ${f.foundBy}.`,
  equated: (f) => `"${f.subject}" of ${f.claimedBy} is taken for "${f.found}" (by ${f.foundBy}).`,
};

const sentences: Readonly<Record<Language, Sentences>> = { zh, en };

function left({ difference }: Finding): string {
  return difference.replace('-', '');
}

const reasons: Readonly<Record<Language, Readonly<Record<UncheckedReason, string>>>> = {
  zh: {
    'stated-once': '只陈述了一次，没有可比的数',
    'no-such-level': '表格和编码框架都没有这个层级',
    'no-such-word': '没有一张表列有这个词',
    'no-figures': '没有一张表给出可以计算它的数',
    'only-partial': '只有部分列出的表，不能据以清点',
    'nothing-beside': '没有别的表或编码框架可以对照',
  },
  en: {
    'stated-once': 'stated only once, there is no other number',
    'no-such-level': 'neither a table nor the codebook has this level',
    'no-such-word': 'no table lists this word',
    'no-figures': 'no table gives the figures that it is made of',
    'only-partial': 'only partial tables list these codes',
    'nothing-beside': 'there is no other table or codebook to compare it with',
  },
};

const statementKinds: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    count: '个数',
    rows: '行数',
    sum: '合计',
    number: '数字',
    value: '数值',
    share: '占比',
    agreement: '一致性',
    listed: '列入',
    place: '归属',
    table: '表格内容',
    derived: '导出列',
    order: '次序',
    rank: '名次',
    total: '合计行',
  },
  en: { table: 'entries', derived: 'derived column' },
};

/** What a statement says and whether it was checked, as one line. */
export function describeStatement(
  { kind, subject, comparisons, reason, by }: AuditedStatement,
  language: Language,
  levels: Readonly<Record<string, Readonly<Record<Language, string>>>>,
): string {
  const name = statementKinds[language][kind] ?? kind;
  const about = `${name}${language === 'zh' ? '：' : ': '}${nameSubject(subject, language, levels)}`;
  const from = by === subject ? '' : language === 'zh' ? `（${by}）` : ` (${by})`;
  if (reason !== null) return `${about}${from} – ${reasons[language][reason]}`;
  return `${about}${from} – ${language === 'zh' ? `比对 ${comparisons} 次` : `${comparisons} comparison${comparisons === 1 ? '' : 's'}`}`;
}

/** A finding as one sentence; levels and counts go by their names. */
export function sentenceOf(
  finding: Finding,
  language: Language,
  levels: Readonly<Record<string, Readonly<Record<Language, string>>>>,
): string {
  const subject = nameSubject(finding.subject, language, levels);
  return sentences[language][finding.kind]({ ...finding, subject });
}

function nameSubject(
  subject: string,
  language: Language,
  levels: Readonly<Record<string, Readonly<Record<Language, string>>>>,
): string {
  const nameOf = (part: string) =>
    levels[part]?.[language] ?? (language === 'zh' ? chineseColumns[part] : undefined) ?? part;
  // Names stand between these: 动力 · references / references = 72.2%.
  return subject
    .split(/( \/ | · | = )/)
    .map(nameOf)
    .join('');
}

/** Where to look: both places of a finding, once where they are the same. */
export function placesOf({ claimedAt, foundAt }: Finding): string {
  return [...new Set([claimedAt, foundAt])].filter((at) => at !== '').join(' ↔ ');
}

/** Heads of the columns of an audit as a table. */
export const auditHeads: Readonly<Record<Language, Readonly<Record<keyof Finding | 'sentence', string>>>> = {
  zh: {
    severity: '程度',
    kind: '类别',
    subject: '对象',
    claimed: '所称',
    claimedBy: '所称出处',
    claimedAt: '所称位置',
    found: '所见',
    equated: '同义归一',
    foundBy: '所见出处',
    foundAt: '所见位置',
    difference: '差',
    limit: '上限',
    words: '涉及词语',
    sentence: '说明',
  },
  en: {
    severity: 'severity',
    kind: 'kind',
    subject: 'subject',
    claimed: 'claimed',
    claimedBy: 'claimedBy',
    claimedAt: 'claimedAt',
    found: 'found',
    equated: 'equated',
    foundBy: 'foundBy',
    foundAt: 'foundAt',
    difference: 'difference',
    limit: 'limit',
    words: 'words',
    sentence: 'sentence',
  },
};
