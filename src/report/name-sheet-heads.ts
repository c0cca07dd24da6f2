import type { Language } from '../model/language.js';
import type { PrivateKind } from '../model/pseudonym.js';

type ByLanguage<Value = string> = Readonly<Record<Language, Value>>;

/** What the table of names is called. */
export const nameSheetTitle: ByLanguage = { zh: '化名表', en: 'Pseudonyms' };

/** The columns of the table of names, in their order. */
export const nameColumns = [
  'name',
  'pseudonym',
  'within',
  'kind',
  'count',
  'cases',
  'withinCount',
  'context',
] as const;

export type NameColumn = (typeof nameColumns)[number];

/** The heads of its columns; people write in the first three. */
export const nameHeads: Readonly<Record<NameColumn, ByLanguage>> = {
  name: { zh: '名称', en: 'Name' },
  pseudonym: { zh: '化名', en: 'Pseudonym' },
  within: { zh: '词中也替换', en: 'Also within words' },
  kind: { zh: '类别', en: 'Kind' },
  count: { zh: '出现次数', en: 'Occurrences' },
  cases: { zh: '案例数', en: 'Cases' },
  withinCount: { zh: '词中次数', en: 'Within words' },
  context: { zh: '例句', en: 'Contexts' },
};

/** What the kinds of names are called. */
export const kindWords: Readonly<Record<PrivateKind, ByLanguage>> = {
  person: { zh: '人名', en: 'person' },
  place: { zh: '地名', en: 'place' },
  organisation: { zh: '机构', en: 'organisation' },
  number: { zh: '号码', en: 'number' },
};

/** What people write in the column of words. */
export const yesAndNo: ByLanguage<readonly [yes: string, no: string]> = {
  zh: ['是', '否'],
  en: ['yes', 'no'],
};
