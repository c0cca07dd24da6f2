import type { CodeLevel } from '../../model/codebook.js';
import type { Language } from '../../model/language.js';
import { chineseColumns } from '../labels.js';
import { chineseValues } from '../values.js';

/** The head of a column of datasets: in English the name of the field. */
export const headOfField = (field: string, language: Language): string =>
  language === 'zh' ? (chineseColumns[field] ?? field) : field;

/** A value of a closed set in a language. */
export const labelOfValue = (field: string, value: string, language: Language): string =>
  language === 'zh' ? (chineseValues[field]?.[value] ?? value) : value;

/** The name of a level by its id. */
export const nameOfLevel = (levels: readonly CodeLevel[], id: string, language: Language): string =>
  levels.find((level) => level.id === id)?.name[language] ?? id;
