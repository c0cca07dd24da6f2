import type { UnreadOfSheet } from '../model/sheet.js';
import type { UnreadablePage } from '../model/unreadable-page.js';

/** How many comments or pages are shown; all of them are in the JSON. */
const SHOWN = 20;

/** What of a file of sheets nothing was read from, in Chinese. */
export function unreadOfSheet({ unread, comments }: UnreadOfSheet): string[] {
  return [
    ...(unread.length > 0 ? [`未读取的工作表：${unread.join('、')}`] : []),
    ...(comments.length > 0 ? [`批注不读取，要保留请写入备忘一列（${comments.length} 条）：`] : []),
    ...comments
      .slice(0, SHOWN)
      .map(({ line, column, text }) => `  第 ${line} 行，“${column}”列：${text.replaceAll(/\s+/g, ' ')}`),
  ];
}

/** Which pages have characters that cannot be read, and what share of them, in Chinese. */
export function unreadablePages(pages: readonly UnreadablePage[]): string {
  const shown = pages
    .slice(0, SHOWN)
    .map(
      ({ page, unreadable, characters }) =>
        `第 ${page} 页 ${characters} 字中 ${unreadable} 字（${Math.ceil((unreadable / characters) * 100)}%）`,
    );
  return `有 ${pages.length} 页的一些字无法读取（字体没有说明是什么字），按原样保留：${shown.join('；')}${pages.length > SHOWN ? ' 等' : ''}`;
}
