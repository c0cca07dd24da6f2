import type { Language } from './language.js';
import { type SheetVerdict, sheetVerdicts } from './sheet.js';

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
