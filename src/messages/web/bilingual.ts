import type { Language } from '../../model/language.js';

/** The words of a part of the page in both languages; one that is missing in either does not compile. */
export type Bilingual<Words> = Readonly<Record<Language, Words>>;

/** Both languages of a part of the page, of the same shape. */
export function bilingual<Words>(zh: Words, en: NoInfer<Words>): Bilingual<Words> {
  return { zh, en };
}
