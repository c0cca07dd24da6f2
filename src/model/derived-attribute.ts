import type { Language } from './language.js';

/**
 * The attributes that follow from those of a case and are never stored: `name` in settings and data, what they are called in
 * tables, and what else people may call them. An attribute that people gave a case under such a name comes first.
 */
const derivedAttributes = [
  {
    name: 'economic-region',
    zh: '四大地区',
    en: 'economic region',
    source: {
      zh: '国家统计局 2011 年划分，由省份推得，没有省份的由地名推得',
      en: 'the division of the National Bureau of Statistics of 2011; from the province, else from a place',
    },
    also: ['四大地区', 'economic region', 'region'],
  },
] as const;

export type DerivedAttribute = (typeof derivedAttributes)[number]['name'];

export const derivedAttributeNames: readonly DerivedAttribute[] = derivedAttributes.map(({ name }) => name);

/** Finds the derived attribute that people call so. */
export function findDerivedAttribute(called: string): DerivedAttribute | undefined {
  return derivedAttributes.find(({ name, also }) => [name, ...also].some((one) => one === called))?.name;
}

/** What an attribute is called in a table: a derived one by its label, others as people named them. */
export function labelAttribute(name: string, language: Language): string {
  return derivedAttributes.find((one) => one.name === name)?.[language] ?? name;
}

/** The same with what a derived attribute follows from, for captions. */
export function describeAttribute(name: string, language: Language): string {
  const source = derivedAttributes.find((one) => one.name === name)?.source[language];
  const label = labelAttribute(name, language);
  if (source === undefined) return label;
  return language === 'zh' ? `${label}（${source}）` : `${label} (${source})`;
}
