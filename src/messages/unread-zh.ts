import type { UnreadOfSheet } from '../model/sheet.js';

/** How many comments are shown; all of them are in the JSON. */
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
