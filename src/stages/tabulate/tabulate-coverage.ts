import type { CoverageRow, UncodedRow } from '../../model/table-rows.js';
import { quantise } from '../../text/quantise.js';
import type { CodedSentence } from './coded-sentences.js';

/** What is counted of a case. */
interface CaseCoverage {
  readonly codes: Set<string>;
  sentences: number;
  codedSentences: number;
  characters: number;
  codedCharacters: number;
}

/** How much of each case is coded, in the order of the cases; a case without a sentence has coverage 0. */
export function tabulateCoverage(
  caseIds: readonly string[],
  sentences: Iterable<CodedSentence>,
): CoverageRow[] {
  const cases = new Map<string, CaseCoverage>(
    caseIds.map((caseId) => [
      caseId,
      { codes: new Set(), sentences: 0, codedSentences: 0, characters: 0, codedCharacters: 0 },
    ]),
  );
  for (const { caseId, characters, evidence } of sentences) {
    const own = cases.get(caseId);
    if (own === undefined) continue;
    own.sentences += 1;
    own.characters += characters;
    if (evidence.length === 0) continue;
    own.codedSentences += 1;
    own.codedCharacters += characters;
    for (const { codeId } of evidence) own.codes.add(codeId);
  }
  return Array.from(
    cases,
    ([caseId, { codes, sentences: all, codedSentences, characters, codedCharacters }]) => ({
      caseId,
      sentences: all,
      codedSentences,
      coverage: shareOf(codedSentences, all),
      characters,
      codedCharacters,
      characterCoverage: shareOf(codedCharacters, characters),
      codes: codes.size,
    }),
  );
}

const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : quantise(part / whole));

/** The sentences that no code was given to, in the order of the cases. */
export function tabulateUncoded(sentences: Iterable<CodedSentence>): UncodedRow[] {
  const rows: UncodedRow[] = [];
  for (const { caseId, start, end, quote, evidence } of sentences) {
    if (evidence.length === 0) rows.push({ caseId, start, end, quote });
  }
  return rows;
}
