import type { Language } from '../../model/language.js';
import type { FigureWords } from './figure-words.js';
import { wordsEn } from './words-en.js';
import { wordsZh } from './words-zh.js';

const words: Readonly<Record<Language, FigureWords>> = { zh: wordsZh, en: wordsEn };

/** The words of figures in a language. */
export const figureWords = (language: Language): FigureWords => words[language];
