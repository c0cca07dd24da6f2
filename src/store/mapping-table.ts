import type { Status } from '../model/coded-passage.js';
import type { AssignedKeyword, Mapping } from '../model/mapping.js';
import type { Store } from './store.js';

const SELECT_MAPPING = `SELECT codebook_id AS codebookId, group_name AS "group", case_id AS caseId, word, code_id AS codeId,
  core_keyword AS coreKeyword, kind, method, status, coder, decision_id AS decisionId
  FROM mapping WHERE codebook_id = ?`;

/** Saves where the raw keywords go under a codebook, in the place of what its last coding run said. */
export function replaceMappings(store: Store, codebookId: string, mappings: readonly Mapping[]): void {
  store.transaction(() => {
    store.run('DELETE FROM mapping WHERE codebook_id = ?', codebookId);
    for (const mapping of mappings) putMapping(store, mapping);
  });
}

/** Saves where a keyword of a case goes, in the place of where it went. */
export function putMapping(store: Store, mapping: Mapping): void {
  store.run(
    `INSERT INTO mapping VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET code_id = excluded.code_id, core_keyword = excluded.core_keyword, kind = excluded.kind,
       method = excluded.method, status = excluded.status, coder = excluded.coder, decision_id = excluded.decision_id`,
    mapping.codebookId,
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

/** Removes the mapping of a word that is not a keyword of a case any more. */
export function removeMapping(store: Store, { codebookId, group, caseId, word }: MappingKey): void {
  store.run(
    'DELETE FROM mapping WHERE codebook_id = ? AND group_name = ? AND case_id = ? AND word = ?',
    codebookId,
    group,
    caseId,
    word,
  );
}

/** Where one keyword of a case goes under a codebook. */
export function readMapping(
  store: Store,
  { codebookId, group, caseId, word }: MappingKey,
): Mapping | undefined {
  return store.get<Mapping>(
    `${SELECT_MAPPING} AND group_name = ? AND case_id = ? AND word = ?`,
    codebookId,
    group,
    caseId,
    word,
  );
}

/** The mappings of a word in all groups under a codebook, in code point order of group and case. */
export function mappingsOfWord(store: Store, codebookId: string, word: string): Mapping[] {
  return store.all<Mapping>(`${SELECT_MAPPING} AND word = ? ORDER BY group_name, case_id`, codebookId, word);
}

/** The mappings of one case of a group under a codebook, in code point order of the words. */
export function mappingsOfCase(store: Store, codebookId: string, group: string, caseId: string): Mapping[] {
  const sql = `${SELECT_MAPPING} AND group_name = ? AND case_id = ? ORDER BY word`;
  return store.all<Mapping>(sql, codebookId, group, caseId);
}

/** What one mapping is about. */
export type MappingKey = Pick<Mapping, 'codebookId' | 'group' | 'caseId' | 'word'>;

/** The mappings under a codebook, in code point order of group, case and word. */
export function readMappings(store: Store, codebookId: string): Mapping[] {
  return store.all<Mapping>(`${SELECT_MAPPING} ORDER BY group_name, case_id, word`, codebookId);
}

/** Which mappings tables count: of all cases that count or of one batch, all or what people confirmed. */
export interface AssignedFilter {
  readonly batch?: string | undefined;
  readonly status?: Extract<Status, 'confirmed'> | undefined;
}

const FROM_ASSIGNED = `FROM mapping JOIN project_case ON id = case_id JOIN counted_version USING (case_no)
  WHERE codebook_id = ? AND core_keyword IS NOT NULL AND status <> 'rejected'
    AND batch = coalesce(?, batch) AND status = coalesce(?, status)`;

/** The keywords that go to a core keyword under a codebook, in code point order of group, case and word. */
export function readAssignedKeywords(
  store: Store,
  codebookId: string,
  { batch, status }: AssignedFilter,
): AssignedKeyword[] {
  return store.all<AssignedKeyword>(
    `SELECT case_id AS caseId, word, code_id AS codeId, core_keyword AS coreKeyword ${FROM_ASSIGNED}
     ORDER BY group_name, case_id, word`,
    codebookId,
    batch ?? null,
    status ?? null,
  );
}

/** How many of these keywords each coder proposed or confirmed. */
export function countAssignedKeywords(
  store: Store,
  codebookId: string,
  { batch }: Pick<AssignedFilter, 'batch'>,
): (Pick<Mapping, 'status' | 'coder'> & { readonly count: number })[] {
  return store.all(
    `SELECT status, coder, count(*) AS count ${FROM_ASSIGNED} GROUP BY status, coder`,
    codebookId,
    batch ?? null,
    null,
  );
}

/** How many of these keywords people confirmed by decisions that they made together with others. */
export function countAssignedInBulk(store: Store, codebookId: string): number {
  const row = store.get<{ count: number }>(
    `SELECT count(*) AS count ${FROM_ASSIGNED}
     AND EXISTS (SELECT 1 FROM decision WHERE decision.id = mapping.decision_id AND is_bulk = 1)`,
    codebookId,
    null,
    'confirmed',
  );
  return row?.count ?? 0;
}

/** Whether a coding under a codebook mapped any keyword. */
export function hasMappings(store: Store, codebookId: string): boolean {
  return store.get('SELECT 1 FROM mapping WHERE codebook_id = ? LIMIT 1', codebookId) !== undefined;
}
