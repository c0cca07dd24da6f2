import type { Language } from '../model/language.js';

/** What the sheet of conflicts between two projects is called. */
export const conflictTitle: Readonly<Record<Language, string>> = { zh: '合并冲突', en: 'Conflicts' };

/** The heads of its columns; people write in the last one. */
export const conflictHeads: Readonly<Record<Language, readonly string[]>> = {
  zh: ['编号', '对象', '先作的决定', '先作者', '后作的决定', '后作者', '采用'],
  en: ['No.', 'About', 'Earlier decision', 'Made by', 'Later decision', 'Made by whom', 'Take'],
};

/** What people write there. */
export const keptWords: Readonly<Record<Language, Readonly<Record<'earlier' | 'later', string>>>> = {
  zh: { earlier: '先', later: '后' },
  en: { earlier: 'earlier', later: 'later' },
};
