import type { UnreadOfSheet } from '../model/sheet.js';

/** How many comments are shown; all of them are in the JSON. */
const SHOWN = 20;

/** What of a file of sheets nothing was read from, in English. */
export function unreadOfSheet({ unread, comments }: UnreadOfSheet): string[] {
  return [
    ...(unread.length > 0 ? [`Sheets not read: ${unread.join(', ')}`] : []),
    ...(comments.length > 0
      ? [`Comments are not read; to keep one, write it into the column of memos (${comments.length}):`]
      : []),
    ...comments
      .slice(0, SHOWN)
      .map(({ line, column, text }) => `  row ${line}, column "${column}": ${text.replaceAll(/\s+/g, ' ')}`),
  ];
}
