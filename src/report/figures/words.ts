import type { FigureName } from '../../model/figure-name.js';
import type { Language } from '../../model/language.js';

/** What the length of a bar or the width of a ribbon counts. */
export const figureCounts = ['assignments', 'references', 'cases'] as const;

export type FigureCount = (typeof figureCounts)[number];

type ByLanguage<T> = Readonly<Record<Language, T>>;

/** Titles of figures. */
export const figureTitles: ByLanguage<Readonly<Record<FigureName, string>>> = {
  zh: { bars: '核心关键词频次图' },
  en: { bars: 'Frequency of core keywords' },
};

/** What a count is, in a sentence of a caption. */
const countNames: ByLanguage<Readonly<Record<FigureCount, string>>> = {
  zh: {
    assignments: '频次（案例×关键词：归入该编码的案例—关键词对数）',
    references: '编码参考点数（依据含规则或人工的编码段落数）',
    cases: '材料来源数（有频次或参考点的案例数，去重）',
  },
  en: {
    assignments: 'assignments (case × keyword pairs merged into the code)',
    references: 'references (coded passages, by a rule or a person)',
    cases: 'cases (distinct cases with an assignment or a reference)',
  },
};

/** Sentences of captions, in one language. */
interface FigureWords {
  readonly bars: (counted: FigureCount, drawn: Readonly<Record<'codes' | 'of' | 'total', number>>) => string;
}

export const figureWords: ByLanguage<FigureWords> = {
  zh: {
    bars: (counted, { codes, of, total }) =>
      `条长和数字=${countNames.zh[counted]}。${codes < of ? `共 ${of} 个编码，只画最多的 ${codes} 个` : `共 ${of} 个编码`}${counted === 'cases' ? '' : `，${of} 个合计 ${total}`}。`,
  },
  en: {
    bars: (counted, { codes, of, total }) =>
      `Length and number of a bar = ${countNames.en[counted]}. ${codes < of ? `The first ${codes} of ${of} codes` : `${of} codes`}${counted === 'cases' ? '' : `; all ${of} together ${total}`}.`,
  },
};
