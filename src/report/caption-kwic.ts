import type { Language } from '../model/language.js';
import type { TableSource } from '../model/table-source.js';

const orders = {
  zh: { case: '按案例和位置排序', left: '按词前文字排序（由词向前读）', right: '按词后文字排序' },
  en: {
    case: 'by case and place',
    left: 'sorted by what stands before it, read backwards from it',
    right: 'sorted by what stands after it',
  },
} as const;

/** Says which word or code was looked for, and how its occurrences are sorted. */
export function captionKwic({ kwic }: TableSource, language: Language): string {
  if (kwic === undefined) return '';
  const order = orders[language][kwic.sort];
  return language === 'zh' ? `检索：${kwic.word}；${order}。` : `Looked for: ${kwic.word}; ${order}.`;
}
