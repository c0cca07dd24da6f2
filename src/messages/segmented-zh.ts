import type { PosMark, RecognisedWords, WordSeparator } from '../model/given-word.js';
import { groupBy } from '../text/group-by.js';
import type { ErrorsOf } from './messages.js';

/** What is said of texts that were not cut into words before, in Chinese. */
export const segmentedErrors: Pick<
  ErrorsOf<'import'>,
  'import/not-segmented' | 'import/segmented-document'
> = {
  'import/not-segmented': ({ path }) =>
    `${path}：各词之间没有空格、斜线、竖线或换行，也不是 JSON 词表。请不加 --segmented 导入。`,
  'import/segmented-document': ({ path }) =>
    `${path}：--segmented 只适用于纯文本和案例表。请另存为 .txt，或不加 --segmented 导入。`,
};

const SEPARATORS: Readonly<Record<WordSeparator, string>> = {
  blank: '以空格分隔',
  slash: '以斜线分隔',
  bar: '以竖线分隔',
  line: '每行一词',
  list: '为词表',
};

const MARKS: Readonly<Record<PosMark, string>> = {
  '/': '词/n',
  _: '词_n',
  blank: '词 n',
  list: '["词", "n"]',
};

/** How the words of texts were recognised, in Chinese. */
export function segmentedReport(texts: readonly RecognisedWords[]): string[] {
  const kinds = groupBy(texts, ({ separator, posMark }) => `${separator} ${posMark}`);
  return [...kinds.values()].flatMap((alike) => {
    const [first] = alike as [RecognisedWords];
    const words = alike.reduce((sum, one) => sum + one.words, 0);
    const tagged = alike.reduce((sum, one) => sum + one.tagged, 0);
    const pos = first.posMark === null ? '没有词性' : `${tagged} 个带词性（${MARKS[first.posMark]}）`;
    return `按原有分词：${alike.length} 个文本 ${words} 词，${SEPARATORS[first.separator]}，${pos}。`;
  });
}
