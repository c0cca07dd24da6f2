import type { CaseRecord } from '../../model/case-record.js';

const EXTENSION = /(?<=[^/])\.[^./#]+(?=(?:#\d+)?$)/;

/** The id of a case: the given one, else its path without extension (and `#line` for the row of a table). */
export function caseId({ id, source }: Pick<CaseRecord, 'id' | 'source'>): string {
  return id?.trim().normalize('NFC') || wholePath(source).replace(EXTENSION, '');
}

/** The path of a source as ids have it. */
export function wholePath(source: string): string {
  return source.replaceAll('\\', '/').normalize('NFC');
}
