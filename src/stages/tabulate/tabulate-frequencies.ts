import type { Assignment } from '../../model/assignment.js';
import type { TokenCount } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import type { Mapping } from '../../model/mapping.js';
import type { FrequencyRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { isReference } from './count-codes.js';

/**
 * The keyword frequency table: every core keyword with at least one count, the most assigned first, then
 * the most referred to. Core keywords that people made outside the codebook have no code id and, since no
 * terms stand for them, neither references nor tokens.
 */
export function tabulateFrequencies(
  framework: Framework | null,
  mappings: readonly Mapping[],
  assignments: readonly Assignment[],
  tokens: readonly TokenCount[],
): FrequencyRow[] {
  const tallies = new Map<string, Tally>();
  for (const { label, id } of framework?.open ?? []) tallies.set(label.zh, newTally(id));
  const byCode = new Map([...tallies.values()].map((tally) => [tally.codeId, tally]));
  for (const { coreKeyword, word, caseId } of mappings) {
    if (coreKeyword === null) continue;
    const tally = tallies.get(coreKeyword) ?? newTally(null);
    tallies.set(coreKeyword, tally);
    tally.assignments += 1;
    tally.raw.add(word);
    tally.cases.add(caseId);
  }
  for (const { codeId, caseId, origin } of assignments) {
    const tally = byCode.get(codeId);
    if (!tally || !isReference(origin)) continue;
    tally.references += 1;
    tally.cases.add(caseId);
  }
  for (const { codeId, tokens: count } of tokens) {
    const tally = byCode.get(codeId);
    if (tally) tally.tokens += count;
  }
  return [...tallies]
    .map(([coreKeyword, tally]) => ({
      coreKeyword,
      codeId: tally.codeId,
      assignments: tally.assignments,
      distinctRaw: tally.raw.size,
      cases: tally.cases.size,
      references: tally.references,
      tokens: tally.tokens,
    }))
    .filter((row) => row.assignments + row.references + row.tokens > 0)
    .sort(
      (a, b) =>
        b.assignments - a.assignments ||
        b.references - a.references ||
        b.tokens - a.tokens ||
        compareByCodePoint(a.coreKeyword, b.coreKeyword),
    );
}

interface Tally {
  readonly codeId: string | null;
  readonly raw: Set<string>;
  readonly cases: Set<string>;
  assignments: number;
  references: number;
  tokens: number;
}

const newTally = (codeId: string | null): Tally => ({
  codeId,
  raw: new Set(),
  cases: new Set(),
  assignments: 0,
  references: 0,
  tokens: 0,
});
