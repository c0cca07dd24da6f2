import type { Code } from '../../model/codebook.js';
import type { Evidence } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import type { PairRow } from '../../model/table-rows.js';
import { quantise } from '../../text/quantise.js';
import type { CodedUnit } from './coded-units.js';

interface Meeting {
  readonly code: Code;
  readonly otherCode: Code;
  units: number;
  readonly cases: Set<string>;
}

/**
 * The pairs of codes that meet in at least one unit, those that meet most often first: without an `other`
 * framework every two codes of a level once, else each code with each of the other's. A coded passage counts for the
 * code of that level above it, and for none when it was coded higher up.
 * @param level 1 is the top; without it the lowest
 */
export function tabulatePairs(
  framework: Framework,
  other: Framework | undefined,
  units: Iterable<CodedUnit>,
  level: number | undefined,
): PairRow[] {
  const codesOf = codesAtLevel(framework, level);
  const othersOf = other && codesAtLevel(other, level);
  const unitsOf = new Map<Code, number>();
  const meetings = new Map<string, Meeting>();
  let total = 0;
  for (const { caseId, evidence } of units) {
    total += 1;
    const codes = codesOf(evidence);
    const others = othersOf?.(evidence);
    for (const code of [...codes, ...(others ?? [])]) unitsOf.set(code, (unitsOf.get(code) ?? 0) + 1);
    for (const [at, code] of codes.entries()) {
      for (const otherCode of others ?? codes.slice(at + 1)) {
        const key = `${code.id}\t${otherCode.id}`;
        const meeting = meetings.get(key) ?? { code, otherCode, units: 0, cases: new Set() };
        meeting.units += 1;
        meeting.cases.add(caseId);
        meetings.set(key, meeting);
      }
    }
  }
  const places = new Map(
    [framework, other].flatMap((one) => one?.codebook.codes ?? []).map((code, at) => [code, at]),
  );
  const place = (code: Code) => places.get(code) as number;
  return [...meetings.values()]
    .sort(
      (a, b) => b.units - a.units || place(a.code) - place(b.code) || place(a.otherCode) - place(b.otherCode),
    )
    .map(({ code, otherCode, units: shared, cases }) => {
      const own = unitsOf.get(code) as number;
      const otherUnits = unitsOf.get(otherCode) as number;
      return {
        code: code.label.zh,
        codeId: code.id,
        otherCode: otherCode.label.zh,
        otherCodeId: otherCode.id,
        units: own,
        otherUnits,
        sharedUnits: shared,
        sharedCases: cases.size,
        jaccard: quantise(shared / (own + otherUnits - shared)),
        lift: quantise((shared * total) / (own * otherUnits)),
      };
    });
}

/** The different codes of one level that some evidence falls under, in the codebook's order. */
export function codesAtLevel(
  { codebook, paths }: Framework,
  level = codebook.levels.length,
): (evidence: readonly Evidence[]) => readonly Code[] {
  const depth = Math.min(level, codebook.levels.length) - 1;
  const wanted = codebook.levels[depth]?.id;
  const above = new Map(
    codebook.codes.map(({ id }) => [id, paths.get(id)?.find((code) => code.level === wanted)]),
  );
  const places = new Map(codebook.codes.map((code, at) => [code, at]));
  return (evidence) => {
    const found = evidence.flatMap(
      ({ codebookId, codeId }) => (codebookId === codebook.id && above.get(codeId)) || [],
    );
    return [...new Set(found)].sort((a, b) => (places.get(a) as number) - (places.get(b) as number));
  };
}
