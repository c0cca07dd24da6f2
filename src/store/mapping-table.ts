import { type Mapping, mappingSchema } from '../model/mapping.js';
import type { Store } from './store.js';

/** Saves where the raw keywords go under a codebook, in the place of what its last coding run said. */
export function replaceMappings(store: Store, codebookId: string, mappings: readonly Mapping[]): void {
  store.transaction(() => {
    store.run('DELETE FROM mapping WHERE codebook_id = ?', codebookId);
    for (const mapping of mappings) {
      store.run(
        'INSERT INTO mapping VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        codebookId,
        mapping.group,
        mapping.caseId,
        mapping.word,
        mapping.codeId,
        mapping.coreKeyword,
        mapping.kind,
        mapping.method,
        mapping.status,
        mapping.coder,
        mapping.decisionId,
      );
    }
  });
}

/** The mappings under a codebook, in code point order of group, case and word. */
export function readMappings(store: Store, codebookId: string): Mapping[] {
  const rows = store.all(
    `SELECT codebook_id AS codebookId, group_name AS "group", case_id AS caseId, word, code_id AS codeId,
       core_keyword AS coreKeyword, kind, method, status, coder, decision_id AS decisionId
     FROM mapping WHERE codebook_id = ? ORDER BY group_name, case_id, word`,
    codebookId,
  );
  return rows.map((row) => mappingSchema.parse(row));
}
