import type { Language } from '../model/language.js';
import type { Messages } from './messages.js';

/** Everything the program says in one language; the other is not loaded. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'zh' ? (await import('./zh.js')).zh : (await import('./en.js')).en;
}
