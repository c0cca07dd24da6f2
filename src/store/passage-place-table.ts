import type { Evidence } from '../model/evidence.js';
import type { Store } from './store.js';

/** A code and where the program proposes it, without what is written there. */
export type PassagePlace = Pick<
  Evidence,
  'codebookId' | 'codeId' | 'polarity' | 'caseId' | 'version' | 'start' | 'end'
>;

/** The places of the proposals of some codes in the cases that count (or in one of them), each once, in their order. */
export function readPassagePlaces(
  store: Store,
  codebookId: string,
  codeIds: Iterable<string>,
  caseId: string | null,
): PassagePlace[] {
  return store.all<PassagePlace>(
    `SELECT DISTINCT codebook_id AS codebookId, code_id AS codeId, polarity, id AS caseId, version,
       start_at AS start, end_at AS "end"
     FROM assignment JOIN counted_version USING (version_no) JOIN project_case USING (case_no)
     WHERE codebook_id = ? AND code_id IN (SELECT value FROM json_each(?)) AND id = coalesce(?, id)
     ORDER BY id, start_at, end_at, code_id, polarity`,
    codebookId,
    JSON.stringify([...codeIds]),
    caseId,
  );
}
