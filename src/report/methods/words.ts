import type { AgreementMeasure } from '../../model/agreement-measure.js';
import type { Language } from '../../model/language.js';
import type { Checklist } from '../../model/provenance/checklist.js';
import type { CountedName } from '../../model/provenance/facts.js';
import type { GapName, MethodsSectionName } from '../../model/provenance/sections.js';
import type { StatementCode, StatementParams } from '../../model/provenance/statement.js';

/** A small table in words. */
export interface SaidTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The sentences (and small tables) of some statements in one language. */
export type Sentences<Beginning extends string = string> = {
  readonly [C in Extract<StatementCode, `${Beginning}/${string}`>]: (
    params: StatementParams[C],
  ) => string | SaidTable;
};

/** All words of a methods text in one language. */
export interface MethodsWords {
  readonly title: string;
  /** Above the text: what it was written by, and how many gaps are left. */
  readonly preface: (gaps: number) => string;
  readonly sections: Readonly<Record<MethodsSectionName, string>>;
  readonly sentences: Sentences;
  readonly gaps: Readonly<Record<GapName, string>>;
  readonly gap: (text: string) => string;
  /** What the marks in the text refer to. */
  readonly shownBy: (commands: readonly string[]) => string;
  readonly checklist: {
    readonly title: (list: Checklist['name']) => string;
    readonly heads: readonly string[];
    readonly by: Readonly<Record<Checklist['items'][number]['by'], string>>;
    readonly source: Readonly<Record<Checklist['name'], string>>;
  };
}

/** A whole number with its thousands apart. */
export const whole = (count: number): string => count.toLocaleString('en-US');

/** A coefficient with three decimals. */
export const decimal = (value: number): string => value.toFixed(3).replace('-', '−');

/** What measures of agreement are called. */
export const measureNames: Readonly<Record<Language, Readonly<Partial<Record<AgreementMeasure, string>>>>> = {
  zh: {
    alpha: 'Krippendorff α',
    kappa: 'Cohen κ',
    ac1: 'Gwet AC1',
    'brennan-prediger': 'Brennan–Prediger κ',
    fleiss: 'Fleiss κ',
  },
  en: {
    alpha: 'Krippendorff’s α',
    kappa: 'Cohen’s κ',
    ac1: 'Gwet’s AC1',
    'brennan-prediger': 'Brennan–Prediger κ',
    fleiss: 'Fleiss’ κ',
  },
};

/** Names with their counts, as a list. */
export function listCounted(
  names: readonly CountedName[],
  say: (name: string, count: string) => string,
  between: string,
): string {
  return names.map(({ name, count }) => say(name, whole(count))).join(between);
}
