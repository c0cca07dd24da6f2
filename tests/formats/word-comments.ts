import { docxOf, paragraph } from './office-zip.js';

/** A comment of a document that is made for a test. */
export interface MadeComment {
  readonly id: number;
  readonly author?: string;
  readonly initials?: string;
  readonly text: string;
  readonly answers?: number;
  readonly isDone?: boolean;
}

/** Where a comment begins, ends, and is referred to. */
export const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
export const to = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`;
export const reference = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (...parts: readonly string[]) => `<w:p>${parts.join('')}</w:p>`;

/** A run that is commented on. */
export const commented = (id: number, text: string) => `${from(id)}${run(text)}${to(id)}${reference(id)}`;

/** A Word document with comments, as Word 2013 and later write it. */
export function commentedDocx(
  body: string,
  comments: readonly MadeComment[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const stored = comments.map(({ id, author = '', initials = '', text }) => {
    const lines = text.split('\n').map((line, at, all) => {
      const paraId = at === all.length - 1 ? ` w14:paraId="P${id}"` : '';
      return paragraph(line).replace('<w:p>', `<w:p${paraId}>`);
    });
    return `<w:comment w:id="${id}" w:author="${author}" w:initials="${initials}" w:date="2026-01-02T03:04:05Z">${lines.join('')}</w:comment>`;
  });
  const extended = comments.map(({ id, answers, isDone = false }) => {
    const parent = answers === undefined ? '' : ` w15:paraIdParent="P${answers}"`;
    return `<w15:commentEx w15:paraId="P${id}"${parent} w15:done="${isDone ? 1 : 0}"/>`;
  });
  return docxOf(body, { ...parts, comments: stored.join(''), commentsExtended: extended.join('') });
}
