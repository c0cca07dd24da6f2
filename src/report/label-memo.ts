import type { Language } from '../model/language.js';

/** What the parts of a saved query are called. */
const parts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { query: '查询', words: '词语', code: '编码', where: '属性', coder: '编码者' },
  en: { query: 'Query', words: 'Words', code: 'Code', where: 'Attributes', coder: 'Coder' },
};

/** A row of the table of memos; one that keeps a query names its parts in a language. */
export function labelMemoRow<Row extends Readonly<Record<string, unknown>>>(
  row: Row,
  language: Language,
): Row {
  const { text } = row;
  if (typeof text !== 'string' || !text.startsWith('query:')) return row;
  const isChinese = language === 'zh';
  const inLines = text
    .replaceAll(/\n +- /g, isChinese ? '、' : ', ')
    .replaceAll(/^where:(?:、|, )/gm, 'where: ');
  const said = inLines.replaceAll(/^(query|words|code|where|coder): ?/gm, (_, part: string) =>
    isChinese ? `${parts.zh[part]}：` : `${parts.en[part]}: `,
  );
  return { ...row, text: said };
}
