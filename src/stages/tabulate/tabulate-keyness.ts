import type { CaseTerm } from '../../model/candidate.js';
import type { KeynessRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { quantise, quantiseProbability } from '../../text/quantise.js';
import { adjustHolm } from './statistics/adjust-holm.js';
import { logFactorials } from './statistics/hypergeometric.js';
import { measureKeyness } from './statistics/measure-keyness.js';

/** A word in the cases of both groups. */
interface WordCount {
  readonly pos: Map<string, number>;
  group: number;
  other: number;
}

/** Two groups of cases, by their ids. */
export interface ComparedGroups {
  readonly group: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
}

/**
 * The words that cases of one group have and those of another have not, the most typical of the group first and the most
 * typical of the other last. A word counts once a case, however often it occurs there.
 * @param minCases words in fewer cases of both groups together are left out
 */
export function tabulateKeyness(
  termsOfCases: Iterable<{
    readonly caseId: string;
    readonly terms: readonly Pick<CaseTerm, 'word' | 'pos'>[];
  }>,
  { group, other }: ComparedGroups,
  minCases: number,
): KeynessRow[] {
  const words = new Map<string, WordCount>();
  for (const { caseId, terms } of termsOfCases) {
    const field = group.has(caseId) ? 'group' : other.has(caseId) ? 'other' : undefined;
    if (field === undefined) continue;
    for (const { word, pos } of terms) {
      const count = words.get(word) ?? { pos: new Map(), group: 0, other: 0 };
      words.set(word, count);
      count[field] += 1;
      count.pos.set(pos, (count.pos.get(pos) ?? 0) + 1);
    }
  }
  const logs = logFactorials(group.size + other.size);
  const measured = [...words]
    .filter(([, count]) => count.group + count.other >= minCases)
    .map(([word, count]) => ({
      word,
      pos: mostFrequent(count.pos),
      cases: count.group,
      otherCases: count.other,
      ...measureKeyness(
        { cases: group.size, having: count.group },
        { cases: other.size, having: count.other },
        logs,
      ),
    }));
  const adjusted = adjustHolm(measured.map(({ p }) => p));
  return measured
    .map(({ word, pos, cases, otherCases, logRatio, keyness, test, p }, at): KeynessRow => {
      const adjustedP = adjusted[at] ?? null;
      return {
        word,
        pos,
        cases,
        groupCases: group.size,
        share: quantise(cases / group.size),
        otherCases,
        otherGroupCases: other.size,
        otherShare: quantise(otherCases / other.size),
        logRatio: quantise(logRatio),
        keyness: keyness === null ? null : quantise(keyness),
        test,
        p: p === null ? null : quantiseProbability(p),
        adjustedP: adjustedP === null ? null : quantiseProbability(adjustedP),
      };
    })
    .sort(
      (one, another) =>
        (another.keyness ?? 0) - (one.keyness ?? 0) ||
        another.logRatio - one.logRatio ||
        another.cases - one.cases ||
        compareByCodePoint(one.word, another.word),
    );
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [[pos] = ['']] = [...counts].sort(
    ([one, times], [another, others]) => others - times || compareByCodePoint(one, another),
  );
  return pos;
}
