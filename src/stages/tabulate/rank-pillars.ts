import type { Code } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import { PILLAR_SCORE } from '../../model/pillar-score.js';
import type { PlacedCount } from '../../model/reference-count.js';
import type { PillarRow } from '../../model/table-rows.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';
import { type CodeCount, countCodes, rollUpCounts } from './count-codes.js';

/**
 * Ranks the codes of the top level (the pillars) within every group of cases. The score of a pillar is
 * Σ weight · level · n^growth · (1 + opening) over itself and all codes under it that have n assignments and
 * references, divided by (number of its codes)^prior. `weight` is the codebook's, `level` falls evenly from
 * `topLevel` to 1 at the lowest, `opening` is the share of the code's cases that speak of it in their opening.
 * `share` is the score's part of the group's total; `margin` = (score − next score) / score, and below
 * `twoCandidates` two pillars are candidates. Equal scores share a rank, a pillar without evidence has none, and a
 * group without evidence has one row without a pillar.
 */
export function rankPillars(
  framework: Framework,
  groups: ReadonlyMap<string, readonly string[]>,
  mappings: readonly AssignedKeyword[],
  references: readonly PlacedCount[],
): PillarRow[] {
  const groupOf = new Map([...groups].flatMap(([group, cases]) => cases.map((id) => [id, group] as const)));
  const mapped = groupBy(mappings, ({ caseId }) => groupOf.get(caseId));
  const coded = groupBy(references, ({ caseId }) => groupOf.get(caseId));
  const scorer = pillarScorer(framework);
  return [...groups.keys()].flatMap((group) => {
    const counts = countCodes(mapped.get(group) ?? [], coded.get(group) ?? []);
    return rankGroup(group, framework.top, rollUpCounts(framework, counts), (pillar) =>
      scorer(pillar, counts),
    );
  });
}

function rankGroup(
  group: string,
  pillars: readonly Code[],
  sums: ReadonlyMap<string, CodeCount>,
  scoreOf: (pillar: Code) => number,
): PillarRow[] {
  if (pillars.length === 0) return [];
  const scored = pillars
    .map((pillar) => ({ pillar, score: scoreOf(pillar), sum: sums.get(pillar.id) }))
    .sort((a, b) => b.score - a.score);
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  if (total === 0) return [{ group, pillar: null, rank: null, score: 0, ...NO_EVIDENCE }];
  return scored.map(({ pillar, score, sum }, index) => {
    const next = scored[index + 1]?.score ?? 0;
    return {
      group,
      pillar: pillar.label.zh,
      rank: score > 0 ? 1 + scored.findIndex((other) => other.score === score) : null,
      score,
      margin: score > 0 ? quantise((score - next) / score) : 0,
      assignments: sum?.assignments ?? 0,
      references: sum?.references ?? 0,
      cases: sum?.cases.size ?? 0,
      share: quantise(score / total),
    };
  });
}

const NO_EVIDENCE = { margin: 0, assignments: 0, references: 0, cases: 0, share: 0 };

/** A scorer of the pillars of one framework, over the counts of its codes in a group. */
function pillarScorer({ codebook, paths }: Framework) {
  const levels = new Map(
    codebook.levels.map(({ id }, depth) => [id, levelWeight(depth, codebook.levels.length)]),
  );
  const codesOf = groupBy(codebook.codes, ({ id }) => paths.get(id)?.[0]);
  const evidenceOf = ({ level, weight }: Code, count: CodeCount | undefined): number => {
    if (!count) return 0;
    const n = count.assignments + count.references;
    const opening = count.cases.size === 0 ? 0 : count.opened.size / count.cases.size;
    return weight * (levels.get(level) ?? 1) * n ** PILLAR_SCORE.growth * (1 + opening);
  };
  return (pillar: Code, counts: ReadonlyMap<string, CodeCount>): number => {
    const own = codesOf.get(pillar) ?? [];
    const sum = own.reduce((total, code) => total + evidenceOf(code, counts.get(code.id)), 0);
    return quantise(sum / own.length ** PILLAR_SCORE.prior);
  };
}

function levelWeight(depth: number, levels: number): number {
  const { topLevel } = PILLAR_SCORE;
  return levels === 1 ? 1 : topLevel - ((topLevel - 1) * depth) / (levels - 1);
}
