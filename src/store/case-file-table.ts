import { z } from 'zod';
import type { CaseFile } from '../model/case-file.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

const pagesSchema = z.array(z.number().int().positive());

/** Saves the file that a case version was first read from; the same text from another file changes nothing. */
export function saveCaseFile(store: Store, caseId: string, version: string, file: CaseFile): void {
  store.run(
    'INSERT INTO case_file VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    versionNumber(store, caseId, version),
    file.sha256,
    file.format,
    file.encoding,
    file.pagesWithoutText.length === 0 ? null : JSON.stringify(file.pagesWithoutText),
  );
}

/** The file of a case version; none for what was imported before files were recorded. */
export function readCaseFile(store: Store, caseId: string, version: string): CaseFile | undefined {
  const row = store.get<Omit<CaseFile, 'pagesWithoutText'> & { pages: string | null }>(
    'SELECT sha256, format, encoding, pages_without_text AS pages FROM case_file WHERE version_no = ?',
    versionNumber(store, caseId, version),
  );
  if (row === undefined) return undefined;
  const { pages, ...file } = row;
  return { ...file, pagesWithoutText: pages === null ? [] : pagesSchema.parse(JSON.parse(pages)) };
}
