import type { CaseFile } from '../model/case-file.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** Saves the file that a case version was first read from; the same text from another file changes nothing. */
export function saveCaseFile(store: Store, caseId: string, version: string, file: CaseFile): void {
  store.run(
    'INSERT INTO case_file VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    versionNumber(store, caseId, version),
    file.sha256,
    file.format,
    file.encoding,
  );
}

/** The file of a case version; none for what was imported before files were recorded. */
export function readCaseFile(store: Store, caseId: string, version: string): CaseFile | undefined {
  return store.get<CaseFile>(
    'SELECT sha256, format, encoding FROM case_file WHERE version_no = ?',
    versionNumber(store, caseId, version),
  );
}
