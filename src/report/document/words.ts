import type { Language } from '../../model/language.js';
import type { ReportWords } from './report-words.js';
import { englishReport } from './words-en.js';
import { chineseReport } from './words-zh.js';

/** The words of reports. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { zh: chineseReport, en: englishReport };
