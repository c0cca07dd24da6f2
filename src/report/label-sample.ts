import { labelAttribute } from '../model/derived-attribute.js';
import { economicRegions } from '../model/economic-region.js';
import type { Language } from '../model/language.js';

const words = {
  zh: { notStated: '未注明', case: '案例' },
  en: { notStated: 'not stated', case: 'case' },
} as const;

/** A row of the table of the sample with its attribute and value in a language; what people wrote stays as it is. */
export function labelSampleRow<Row extends Readonly<Record<string, unknown>>>(
  row: Row,
  language: Language,
): Row {
  const { attribute, value, isDerived } = row;
  const region = economicRegions.find(({ zh }) => isDerived === true && zh === value)?.[language];
  return {
    ...row,
    attribute: attribute === 'case' ? words[language].case : labelAttribute(String(attribute), language),
    value: value === null ? words[language].notStated : (region ?? value),
  };
}
