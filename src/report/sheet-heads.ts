import type { Language } from '../model/language.js';
import type { SheetColumnName, SheetKind } from '../model/sheet.js';
import { chineseValues } from './values.js';

type ByLanguage = Readonly<Record<Language, string>>;

/** What the sheets themselves are called. */
export const sheetTitles: Readonly<Record<SheetKind, ByLanguage>> = {
  screening: { zh: '关键词筛选', en: 'Screening' },
  open: { zh: '开放编码', en: 'Open coding' },
  axial: { zh: '逐级编码', en: 'Levels' },
  passages: { zh: '编码复核', en: 'Passages' },
  uncoded: { zh: '未编码句子', en: 'Uncoded' },
  contested: { zh: '意见不同', en: 'Contested' },
  revisit: { zh: '待复核', en: 'Revisit' },
};

/** How wide a column is, in characters. */
export function sheetWidth(column: SheetColumnName): number {
  if (/^(?:level|code)\d?$/.test(column)) return 20;
  return WIDTHS[column as keyof typeof WIDTHS] ?? 12;
}

const WIDTHS = {
  number: 7,
  place: 11,
  words: 70,
  case: 18,
  group: 16,
  word: 18,
  wordOrCode: 18,
  cases: 8,
  memo: 30,
  verdicts: 40,
  into: 18,
  changed: 18,
  screened: 18,
  chosen: 16,
  decided: 18,
  why: 16,
};

/** A value of a closed set as tables have it. */
export function valueWord(column: string, value: string, language: Language): string {
  return language === 'zh' ? (chineseValues[column]?.[value] ?? value) : value;
}

/** What is asked when something is typed that a list does not offer. */
export const notInList: Readonly<Record<Language, { readonly title: string; readonly message: string }>> = {
  zh: {
    title: '列表中没有',
    message:
      '列表中没有这一项。确定要这样写吗？可以一格写几个编码，用“；”隔开；新编码在导入时加 --new 建立。',
  },
  en: {
    title: 'Not in the list',
    message:
      'The list does not have this. Write it all the same? Several codes go into one cell, separated by ";"; new codes are founded when importing with --new.',
  },
};
