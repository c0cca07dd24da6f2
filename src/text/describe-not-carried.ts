import type { Language } from '../model/language.js';
import type { NotCarried, NotCarriedKind } from '../model/not-carried.js';

const WORDS: Readonly<Record<NotCarriedKind, Readonly<Record<Language, string>>>> = {
  against: {
    zh: '与编码相反的段落（否定／问题表述）',
    en: 'passages that speak against a code',
  },
  rejected: { zh: '被否定的编码', en: 'codings that coders rejected' },
  keywords: { zh: '编码所附的原始关键词', en: 'codings whose raw keywords are left out' },
  'in-vivo': { zh: '原话编码的标记', en: 'marks of in vivo codes' },
  apart: { zh: '预编码或重测轮次中的编码', en: 'codings of pilot or retest rounds' },
  memos: {
    zh: '写在决定、其他编码框架或未带出内容上的备忘录',
    en: 'memos on decisions, on other codebooks and on what is left out',
  },
  weights: { zh: '案例—关键词对及其权重', en: 'pairs of case and keyword, with their weights' },
  decisions: { zh: '决定记录（理由、时间、撤销）', en: 'logged decisions (reasons, times, undo)' },
  codebooks: { zh: '其他编码框架', en: 'other codebooks' },
  form: {
    zh: '换行或字形改为通用形式的文本（原文在项目中未变）',
    en: 'texts whose line ends or characters were brought to the common form (the project keeps the original)',
  },
  excluded: { zh: '已剔除的案例', en: 'excluded cases' },
  sealed: { zh: '预留（封存）的案例', en: 'sealed cases' },
  'sealed-statements': {
    zh: '预留（封存）的语句，文中以“…”代替',
    en: 'sealed statements, replaced by “…” in their texts',
  },
};

/** Says what an exported project does not have, and how much of it. */
export function describeNotCarried({ kind, count }: Omit<NotCarried, 'rows'>, language: Language): string {
  return language === 'zh' ? `${WORDS[kind].zh}：${count}` : `${WORDS[kind].en}: ${count}`;
}
