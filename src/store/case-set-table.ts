import { createHash } from 'node:crypto';
import type { Run } from '../model/run.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/**
 * Saves a set of case versions, once however many runs saw it, and returns its hash.
 * @throws Error when a case version is not saved
 */
export function saveCaseSet(store: Store, cases: Run['cases']): string {
  const numbers = cases.map(({ caseId, version }) => {
    const number = versionNumber(store, caseId, version);
    if (number === null) throw new Error(`a run saw ${caseId} in a version that is not saved`);
    return number;
  });
  const versions = JSON.stringify([...new Set(numbers)].sort((a, b) => a - b));
  const hash = createHash('sha256').update(versions).digest('hex');
  store.run('INSERT INTO case_set VALUES (?, ?) ON CONFLICT DO NOTHING', hash, versions);
  return hash;
}

/** The case versions of a set, in code point order of case and version. */
export function readCaseSet(store: Store, hash: string): Run['cases'] {
  return store.all(
    `SELECT project_case.id AS caseId, version
     FROM case_set, json_each(case_set.versions)
       JOIN case_version ON version_no = value JOIN project_case USING (case_no)
     WHERE hash = ? ORDER BY project_case.id, version`,
    hash,
  );
}
