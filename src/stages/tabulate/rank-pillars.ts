import type { Assignment } from '../../model/assignment.js';
import type { Framework } from '../../model/framework.js';
import type { Mapping } from '../../model/mapping.js';
import type { PillarRow } from '../../model/table-rows.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';
import { type CodeCount, countCodes } from './count-codes.js';

/**
 * Ranks the codes of the top level (the pillars) within every group of cases. The score of a pillar is
 * Σ ln(1 + assignments + references) over the pillar itself and all codes under it, so that many codes with
 * some evidence weigh more than one code with much. `share` is the score's part of the group's total;
 * `margin` = (score − next score) / score. Equal scores keep the codebook's order, so ranks are unique.
 */
export function rankPillars(
  framework: Framework,
  groups: ReadonlyMap<string, readonly string[]>,
  mappings: readonly Mapping[],
  assignments: readonly Assignment[],
): PillarRow[] {
  const groupOf = new Map([...groups].flatMap(([group, cases]) => cases.map((id) => [id, group] as const)));
  const mapped = groupBy(mappings, ({ caseId }) => groupOf.get(caseId));
  const assigned = groupBy(assignments, ({ caseId }) => groupOf.get(caseId));
  return [...groups.keys()].flatMap((group) =>
    rankGroup(group, framework, countCodes(mapped.get(group) ?? [], assigned.get(group) ?? [])),
  );
}

function rankGroup(
  group: string,
  { top, codes, paths }: Framework,
  counts: ReadonlyMap<string, CodeCount>,
): PillarRow[] {
  const scored = top.map((pillar) => {
    const own = [...codes.keys()].filter((id) => paths.get(id)?.[0] === pillar);
    const received = own.flatMap((id) => counts.get(id) ?? []);
    const sum = (value: (count: CodeCount) => number) =>
      received.reduce((total, count) => total + value(count), 0);
    return {
      pillar: pillar.label.zh,
      score: quantise(sum((count) => Math.log1p(count.assignments + count.references))),
      assignments: sum((count) => count.assignments),
      references: sum((count) => count.references),
      cases: new Set(received.flatMap(({ cases }) => [...cases])).size,
    };
  });
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  const ranked = scored.sort((a, b) => b.score - a.score);
  return ranked.map(({ pillar, score, assignments, references, cases }, index) => {
    const next = ranked[index + 1]?.score ?? 0;
    return {
      group,
      pillar,
      rank: index + 1,
      score,
      margin: score > 0 ? quantise((score - next) / score) : 0,
      assignments,
      references,
      cases,
      share: total > 0 ? quantise(score / total) : 0,
    };
  });
}
