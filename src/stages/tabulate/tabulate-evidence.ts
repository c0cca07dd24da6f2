import type { Evidence } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import type { EvidenceRow } from '../../model/table-rows.js';
import { passageId } from '../../text/passage-id.js';

/** Every code given to a passage, with its quote from the raw text, in the order given. */
export function tabulateEvidence({ codes }: Framework, evidence: readonly Evidence[]): EvidenceRow[] {
  return evidence.map(
    ({
      caseId,
      codeId,
      keywords,
      rules,
      start,
      end,
      quote,
      origins,
      coders,
      status,
      decisionIds,
      ...rest
    }) => ({
      caseId,
      code: codes.get(codeId)?.label.zh ?? codeId,
      level: codes.get(codeId)?.level ?? '',
      codeId,
      keywords,
      rules,
      start,
      end,
      quote,
      origins,
      coders,
      status,
      decisionIds,
      passage: passageId({ caseId, codeId, start, end, ...rest }),
    }),
  );
}
