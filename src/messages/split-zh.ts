import type { SplitBy, SplitDocument } from '../model/split-by.js';
import type { ErrorsOf } from './messages.js';

/** How many of what was left out or not found are named. */
const SHOWN = 5;

/** What is said of documents that cannot be split, in Chinese. */
export const splitErrors: Pick<
  ErrorsOf<'import'>,
  'import/nothing-to-split' | 'import/split-without-text'
> = {
  'import/nothing-to-split': ({ path, by, headings, entries }) =>
    `${path}：${nothingAt(by)}，无法拆分。文件中有 ${
      headings.map(({ level, count }) => `${level} 级标题 ${count} 个`).join('、') || '标题 0 个'
    }，目录 ${entries} 行。请按其中一种拆分，或按各案例开头的行，如 --split-by "^案例"；只有一个案例的文件，导入时不用 --split-by。`,
  'import/split-without-text': ({ path, by, matches, empty }) =>
    `${path}：${whatOf(by)}有 ${matches} 处，其中 ${empty} 处到下一处之前没有正文，不是案例。请按更高一级标题，或更严格的正则表达式拆分。`,
};

/** How documents were split into cases, and what of them is in none, in Chinese. */
export function splitReport(documents: readonly SplitDocument[]): string[] {
  return documents.flatMap(({ source, by, cases, outside, unmatched }) => [
    `${source}：按${whatOf(by)}拆成 ${cases.length} 个案例。`,
    ...(outside.length > 0
      ? [
          `  不属于任何案例，未导入：${outside.length} 段，共 ${outside.reduce((sum, { characters }) => sum + characters, 0)} 字，开头为${outside
            .slice(0, SHOWN)
            .map(({ beginning }) => `“${beginning}”`)
            .join('、')}${outside.length > SHOWN ? ' 等' : ''}`,
        ]
      : []),
    ...(unmatched.length > 0
      ? [
          `  目录中有 ${unmatched.length} 个题目在正文中没有找到：${unmatched.slice(0, SHOWN).join('；')}${unmatched.length > SHOWN ? ' 等' : ''}`,
        ]
      : []),
  ]);
}

function whatOf(by: SplitBy): string {
  if (by.kind === 'contents') return '目录所列的题目';
  return by.kind === 'heading' ? ` ${by.level} 级标题` : `与 ${by.pattern} 相符的行`;
}

function nothingAt(by: SplitBy): string {
  if (by.kind === 'contents') return '正文中没有目录所列的题目';
  return by.kind === 'heading' ? `没有 ${by.level} 级标题` : `没有与 ${by.pattern} 相符的行`;
}
