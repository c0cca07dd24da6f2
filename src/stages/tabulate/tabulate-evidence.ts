import type { Assignment } from '../../model/assignment.js';
import type { Framework } from '../../model/framework.js';
import type { EvidenceRow } from '../../model/table-rows.js';

/** Every coded passage with its quote from the raw text, in the order given. */
export function tabulateEvidence({ codes }: Framework, assignments: readonly Assignment[]): EvidenceRow[] {
  return assignments.map(
    ({ caseId, codeId, keyword, start, end, quote, origin, coder, status, decisionId }) => ({
      caseId,
      code: codes.get(codeId)?.label.zh ?? codeId,
      codeId,
      keyword,
      start,
      end,
      quote,
      origin,
      coder,
      status,
      decisionId,
    }),
  );
}
