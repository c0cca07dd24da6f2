import type { Language } from '../model/language.js';
import { type SheetColumnName, type SheetKind, type SheetVerdict, sheetVerdicts } from '../model/sheet.js';
import { chineseValues } from './labels.js';

type ByLanguage = Readonly<Record<Language, string>>;

/** The level names of a codebook, from the top. */
export type LevelNames = readonly { readonly name: ByLanguage }[];

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

const HEADS: Readonly<Record<Exclude<SheetColumnName, `level${number}` | `code${string}`>, ByLanguage>> = {
  number: { zh: '编号', en: 'No.' },
  case: { zh: '案例', en: 'Case' },
  place: { zh: '段/句', en: 'Paragraph/sentence' },
  words: { zh: '原始语句（±1句）', en: 'Original words (±1 sentence)' },
  group: { zh: '分组', en: 'Group' },
  word: { zh: '关键词', en: 'Keyword' },
  pos: { zh: '词性', en: 'Part of speech' },
  frequency: { zh: '词频', en: 'Frequency' },
  cases: { zh: '案例数', en: 'Cases' },
  screened: { zh: '筛选结果', en: 'Screened' },
  into: { zh: '并入', en: 'Fold into' },
  verdict: { zh: '判定', en: 'Verdict' },
  said: { zh: '原判定', en: 'Said before' },
  changed: { zh: '变化', en: 'What changed' },
  verdicts: { zh: '各编码者的判定', en: 'Verdicts of the coders' },
  chosen: { zh: '采用谁的判定', en: 'Whose verdict counts' },
  memo: { zh: '备忘', en: 'Memo' },
};

/** The words of verdicts; the first of each is offered, all are understood. */
const VERDICTS: Readonly<Record<SheetVerdict, Readonly<Record<Language, readonly string[]>>>> = {
  confirm: { zh: ['确认', '是', '对', '√'], en: ['confirm', 'yes', 'y'] },
  reject: { zh: ['否决', '否', '不是', '×'], en: ['reject', 'no', 'n', 'x'] },
  keep: { zh: ['保留', '留'], en: ['keep'] },
  drop: { zh: ['剔除', '删除', '删'], en: ['drop'] },
  fold: { zh: ['并入'], en: ['fold'] },
};

/** The word of a verdict in a language. */
export function verdictWord(verdict: SheetVerdict, language: Language): string {
  return VERDICTS[verdict][language][0] as string;
}

/** The verdict that a word means in any language, however wide it was typed. */
export function verdictOfWord(word: string): SheetVerdict | undefined {
  const plain = word.normalize('NFKC').trim().toLowerCase();
  return sheetVerdicts.find((one) => Object.values(VERDICTS[one]).some((words) => words.includes(plain)));
}

/** The head of a column; where labels of codes stand, the name of their level in the study's codebook. */
export function sheetHead(column: SheetColumnName, levels: LevelNames, language: Language): string {
  const [, level] = /^level(\d)$/.exec(column) ?? [];
  if (level !== undefined) return levels[Number(level) - 1]?.name[language] ?? column;
  const [, nth] = /^code(\d?)$/.exec(column) ?? [];
  if (nth !== undefined) return `${levels.at(-1)?.name[language] ?? column}${nth}`;
  return HEADS[column as keyof typeof HEADS][language];
}

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
  cases: 8,
  memo: 30,
  verdicts: 40,
  into: 18,
  changed: 18,
  screened: 18,
  chosen: 16,
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
