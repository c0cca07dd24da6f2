import type { UnreadOfSheet } from '../model/sheet.js';
import type { UnreadablePage } from '../model/unreadable-page.js';
import { english } from '../text/english.js';

/** How many comments or pages are shown; all of them are in the JSON. */
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

/** Which pages have characters that cannot be read, and what share of them, in English. */
export function unreadablePages(pages: readonly UnreadablePage[]): string {
  const shown = pages
    .slice(0, SHOWN)
    .map(
      ({ page, unreadable, characters }) =>
        `page ${page}: ${unreadable} of ${characters} (${Math.ceil((unreadable / characters) * 100)}%)`,
    );
  return `characters that cannot be read, because fonts do not say which they are, on ${pages.length === 1 ? '1 page' : english`${pages.length} pages`}; they stay as they are: ${shown.join('; ')}${pages.length > SHOWN ? '; …' : ''}`;
}
