import { effect, signal } from '@preact/signals';
import type { Bilingual } from '../../../messages/web/bilingual.js';
import type { Language } from '../../../model/language.js';

/** How the page looks: as the system says, or always light or dark. */
export type Theme = 'auto' | 'light' | 'dark';

/** The language of the page; the server answers in it, too, by a cookie. */
export const language = signal<Language>(/(^|; )zhagen-language=en/.test(document.cookie) ? 'en' : 'zh');

/** The appearance of the page. */
export const theme = signal<Theme>((localStorage.getItem('theme') as Theme | null) ?? 'auto');

effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it with every request, also those for pictures and files
  document.cookie = `zhagen-language=${language.value}; path=/; max-age=31536000; samesite=strict`;
});

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
  localStorage.setItem('theme', theme.value);
});

/** The words of a part of the page in its language. */
export function useWords<Words>(words: Bilingual<Words>): Words {
  return words[language.value];
}

/** A name and what it is of, with the colon of the language. */
export const named = (name: string, what: string) => `${name}${language.value === 'zh' ? '：' : ': '}${what}`;
