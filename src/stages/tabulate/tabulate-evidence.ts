import type { Evidence } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import type { EvidenceRow } from '../../model/table-rows.js';
import { passageId } from '../../text/passage-id.js';

/** Every code given to a passage, with its quote from the raw text, in the order given. */
export function tabulateEvidence({ codes }: Framework, evidence: readonly Evidence[]): EvidenceRow[] {
  return evidence.map((one) => ({
    caseId: one.caseId,
    code: codes.get(one.codeId)?.label.zh ?? one.codeId,
    level: codes.get(one.codeId)?.level ?? '',
    codeId: one.codeId,
    keywords: one.keywords,
    rules: one.rules,
    start: one.start,
    end: one.end,
    quote: one.quote,
    origins: one.origins,
    coders: one.coders,
    status: one.status,
    decisionIds: one.decisionIds,
    passage: passageId(one),
  }));
}
