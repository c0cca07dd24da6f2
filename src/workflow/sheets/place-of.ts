import type { Language } from '../../model/language.js';

/** Where a passage is, for people: its paragraph and the sentence in it. `3/2` would become a date in Excel. */
export function placeOf(
  { paragraph, sentence }: { readonly paragraph: number | null; readonly sentence: number | null },
  language: Language,
): string {
  if (paragraph === null) return language === 'zh' ? '全案' : 'whole case';
  return language === 'zh' ? `${paragraph}段${sentence}句` : `P${paragraph} S${sentence}`;
}
