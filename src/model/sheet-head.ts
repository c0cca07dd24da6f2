import type { Language } from './language.js';
import type { SheetColumnName } from './sheet.js';

type ByLanguage = Readonly<Record<Language, string>>;

/** The level names of a codebook, from the top. */
export type LevelNames = readonly { readonly name: ByLanguage }[];

const HEADS: Readonly<Record<Exclude<SheetColumnName, `level${number}` | `code${string}`>, ByLanguage>> = {
  number: { zh: '编号', en: 'No.' },
  case: { zh: '案例', en: 'Case' },
  place: { zh: '段/句', en: 'Paragraph/sentence' },
  words: { zh: '原始语句（±1句）', en: 'Original words (±1 sentence)' },
  group: { zh: '分组', en: 'Group' },
  word: { zh: '关键词', en: 'Keyword' },
  wordOrCode: { zh: '关键词或编码', en: 'Keyword or code' },
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
  decided: { zh: '另定为', en: 'Decided otherwise' },
  why: { zh: '分歧原因', en: 'Why they differ' },
  memo: { zh: '备忘', en: 'Memo' },
};

/** The head of a column; where labels of codes stand, the name of their level in the study's codebook. */
export function sheetHead(column: SheetColumnName, levels: LevelNames, language: Language): string {
  const [, level] = /^level(\d)$/.exec(column) ?? [];
  if (level !== undefined) return levels[Number(level) - 1]?.name[language] ?? column;
  const [, nth] = /^code(\d?)$/.exec(column) ?? [];
  if (nth !== undefined) return `${levels.at(-1)?.name[language] ?? column}${nth}`;
  return HEADS[column as keyof typeof HEADS][language];
}
