import type { CoverageRow, UncodedRow } from '../../model/table-rows.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';
import type { CodedSentence } from './coded-sentences.js';

/** How much of each case is coded, in the order of the cases; a case without a sentence has coverage 0. */
export function tabulateCoverage(
  caseIds: readonly string[],
  sentences: Iterable<CodedSentence>,
): CoverageRow[] {
  const sentencesOf = groupBy(sentences, ({ caseId }) => caseId);
  return caseIds.map((caseId) => {
    const all = sentencesOf.get(caseId) ?? [];
    const coded = all.filter(({ assignments }) => assignments.length > 0);
    const characters = lengthOf(all);
    const codedCharacters = lengthOf(coded);
    return {
      caseId,
      sentences: all.length,
      codedSentences: coded.length,
      characters,
      codedCharacters,
      coverage: characters === 0 ? 0 : quantise(codedCharacters / characters),
      codes: new Set(coded.flatMap(({ assignments }) => assignments.map(({ codeId }) => codeId))).size,
    };
  });
}

/** The sentences that no code was given to, in the order of the cases. */
export function tabulateUncoded(sentences: Iterable<CodedSentence>): UncodedRow[] {
  const rows: UncodedRow[] = [];
  for (const { caseId, start, end, quote, assignments } of sentences) {
    if (assignments.length === 0) rows.push({ caseId, start, end, quote });
  }
  return rows;
}

function lengthOf(sentences: readonly CodedSentence[]): number {
  return sentences.reduce((total, { characters }) => total + characters, 0);
}
