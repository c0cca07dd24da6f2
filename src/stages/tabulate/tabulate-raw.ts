import type { CaseKeyword } from '../../model/case-keyword.js';
import type { Framework } from '../../model/framework.js';
import { kindOf, type Mapping } from '../../model/mapping.js';
import type { RawRow } from '../../model/table-rows.js';

/**
 * How the raw keywords became core keywords: every keyword that was considered in every case where it
 * stands, kept or not and why, with the core keyword it (or what it was folded into) was merged into.
 * `reason` is a screening reason, followed by `: ` and what exactly acted where there is more to say.
 */
export function tabulateRaw(
  framework: Framework | null,
  placed: readonly CaseKeyword[],
  mappings: readonly Mapping[],
): RawRow[] {
  const mapped = new Map(mappings.map((mapping) => [`${mapping.caseId}\t${mapping.word}`, mapping]));
  return placed.map(({ caseId, keyword }) => {
    const { word, source, kept, reason, detail, countsFor, decisionId } = keyword;
    const mapping = mapped.get(`${caseId}\t${countsFor}`);
    const said = countsFor === word ? detail : [countsFor, detail].filter(Boolean).join(' · ');
    return {
      caseId,
      rawKeyword: word,
      source,
      kind: kept || countsFor !== word ? kindOf(word, mapping?.coreKeyword ?? countsFor) : null,
      inCodebook: framework?.termOwners.has(word) ?? false,
      kept,
      reason: said ? `${reason}: ${said}` : reason,
      coreKeyword: mapping?.coreKeyword ?? null,
      decisionId: kept ? (mapping?.decisionId ?? decisionId) : decisionId,
    };
  });
}
