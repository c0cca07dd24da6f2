import { createHash } from 'node:crypto';
import { UserError } from '../errors.js';
import { codePointLength } from '../text/code-points.js';
import { readParts } from './read-parts.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** Writes the text of a case version, one part after the other. */
export function openTextParts(store: Store, caseId: string, version: string): (text: string) => void {
  const versionNo = versionNumber(store, caseId, version);
  let partNo = 0;
  return (text) => {
    store.run('INSERT INTO text_part VALUES (?, ?, ?)', versionNo, partNo, text);
    partNo += 1;
  };
}

/**
 * The text of a case version, one part after the other; none when there is no such version.
 * @throws UserError store/changed-text behind the last part, when all of them are not the text that was imported
 */
export function* readTextParts(store: Store, caseId: string, version: string): Generator<string> {
  const sql = 'SELECT text FROM text_part WHERE version_no = ? AND part_no = ?';
  const versionNo = versionNumber(store, caseId, version);
  const hash = createHash('sha256');
  for (const { text } of readParts<{ text: string }>(store, sql, versionNo)) {
    hash.update(text, 'utf8');
    yield text;
  }
  const isChanged = versionNo !== null && hash.digest('hex') !== version;
  if (isChanged) throw new UserError('store/changed-text', { path: store.path, caseId });
}

/** The code points of a text that comes in parts. */
export function lengthOfParts(parts: Iterable<string>): number {
  let length = 0;
  for (const part of parts) length += codePointLength(part);
  return length;
}
