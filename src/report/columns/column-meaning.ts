import type { Language } from '../../model/language.js';

/** What a column holds, in both languages. */
export type ColumnMeaning = Readonly<Record<Language, string>>;

/** The meanings of columns by their names. */
export type ColumnMeanings = Readonly<Record<string, ColumnMeaning>>;
