import { describeAttribute, findDerivedAttribute } from '../model/derived-attribute.js';
import type { Language } from '../model/language.js';
import type { TableSource } from '../model/table-source.js';
import { english } from '../text/english.js';

/** What derived attributes of a table of the sample follow from, which attributes it does not list, and how to see them. */
export function captionSample({ sample }: TableSource, language: Language): string {
  if (sample === undefined) return '';
  const { listed, unlisted } = sample;
  if (listed.length + unlisted.length === 0) {
    return language === 'zh'
      ? '案例没有属性；属性在导入案例时由一个表格给出。'
      : 'The cases have no attributes; a sheet gives them when cases are imported.';
  }
  const derived = listed.filter((name) => findDerivedAttribute(name) === name);
  const parts =
    language === 'zh'
      ? [
          derived.map((name) => `${describeAttribute(name, 'zh')}。`).join(''),
          unlisted.length > 0 && `未列取值各不相同或很多的属性：${unlisted.join('、')}（指定属性即列出）。`,
        ]
      : [
          derived.map((name) => `${describeAttribute(name, 'en')}.`).join(' '),
          unlisted.length > 0 &&
            `Not listed, because their values differ from case to case: ${unlisted.join(', ')} (one is listed when it is named).`,
        ];
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ');
}

/** How much of the texts a list of words makes up. */
export function captionWords({ words }: TableSource, language: Language): string {
  if (words === undefined) return '';
  const { tokens, characters, ofText } = words;
  const left = ofText - characters;
  return language === 'zh'
    ? `全部词的词频合计 ${tokens}，共 ${characters} 字；计入的文本共 ${ofText} 字，其余 ${left} 字（含标点）不在表中的词内。`
    : english`All words together: frequency ${tokens}, ${characters} characters; the counted texts have ${ofText}, so ${left} of them (with punctuation) are in no word of the table.`;
}
