import type { TokenCount } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import { type AssignedKeyword, kindOf } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import type { FrequencyRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { quantise } from '../../text/quantise.js';

/**
 * The keyword frequency table: every core keyword with at least one count, the most assigned first, then
 * the most referred to: open codes, codes above them that people merged keywords into, and core keywords that
 * people made outside the codebook. The last have no code id and, since no terms stand for them, neither
 * references nor tokens.
 */
export function tabulateFrequencies(
  framework: Framework | null,
  mappings: readonly AssignedKeyword[],
  referenceCounts: readonly ReferenceCount[],
  tokens: readonly Omit<TokenCount, 'caseId'>[],
): FrequencyRow[] {
  const byCode = new Map<string, Tally>();
  const outside = new Map<string, Tally>();
  for (const { label, id } of framework?.open ?? []) byCode.set(id, newTally(label.zh, id));
  for (const { coreKeyword, codeId, word, caseId } of mappings) {
    if (coreKeyword === null) continue;
    const [tallies, key] = codeId === null ? [outside, coreKeyword] : [byCode, codeId];
    const tally = tallies.get(key) ?? newTally(coreKeyword, codeId);
    tallies.set(key, tally);
    tally.assignments += 1;
    if (kindOf(word, coreKeyword) === 'controlled') tally.controlled += 1;
    tally.raw.add(word);
    tally.cases.add(caseId);
  }
  for (const { codeId, caseId, references } of referenceCounts) {
    const tally = byCode.get(codeId);
    if (!tally || references === 0) continue;
    tally.references += references;
    tally.cases.add(caseId);
  }
  for (const { codeId, tokens: count } of tokens) {
    const tally = byCode.get(codeId);
    if (tally) tally.tokens += count;
  }
  const tallies = [...byCode.values(), ...outside.values()];
  const all = tallies.reduce((sum, { assignments }) => sum + assignments, 0);
  return tallies
    .map((tally) => ({
      coreKeyword: tally.coreKeyword,
      codeId: tally.codeId,
      assignments: tally.assignments,
      share: all === 0 ? 0 : quantise(tally.assignments / all),
      controlled: tally.controlled,
      free: tally.assignments - tally.controlled,
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
        compareByCodePoint(a.coreKeyword, b.coreKeyword) ||
        compareByCodePoint(a.codeId ?? '', b.codeId ?? ''),
    );
}

interface Tally {
  readonly coreKeyword: string;
  readonly codeId: string | null;
  readonly raw: Set<string>;
  readonly cases: Set<string>;
  assignments: number;
  controlled: number;
  references: number;
  tokens: number;
}

const newTally = (coreKeyword: string, codeId: string | null): Tally => ({
  coreKeyword,
  codeId,
  raw: new Set(),
  cases: new Set(),
  assignments: 0,
  controlled: 0,
  references: 0,
  tokens: 0,
});

/** The row under the frequency table: sums, but of keywords and cases the different ones. */
export function totalFrequencies(
  rows: readonly FrequencyRow[],
  mappings: readonly AssignedKeyword[],
  referenceCounts: readonly ReferenceCount[],
): Pick<FrequencyRow, Exclude<keyof FrequencyRow, 'coreKeyword' | 'codeId'>> {
  const codes = new Set(rows.map(({ codeId }) => codeId));
  const assigned = mappings.filter(({ coreKeyword }) => coreKeyword !== null);
  const referring = referenceCounts.filter(({ codeId, references }) => references > 0 && codes.has(codeId));
  const sum = (field: 'assignments' | 'controlled' | 'free' | 'references' | 'tokens') =>
    rows.reduce((total, row) => total + row[field], 0);
  return {
    assignments: sum('assignments'),
    share: sum('assignments') === 0 ? 0 : 1,
    controlled: sum('controlled'),
    free: sum('free'),
    distinctRaw: new Set(assigned.map(({ word }) => word)).size,
    cases: new Set([...assigned, ...referring].map(({ caseId }) => caseId)).size,
    references: sum('references'),
    tokens: sum('tokens'),
  };
}
