import type { Assignment } from '../../model/assignment.js';
import type { Code } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import type { Mapping } from '../../model/mapping.js';
import type { PillarRow } from '../../model/table-rows.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';
import { type CodeCount, countCodes } from './count-codes.js';

/** What a code of the top level weighs, a lowest one being 1: a stated purpose says more than a means. */
const PURPOSE = 2;

/** The power of n by which a code's evidence grows: more of one code says more, but less than another code. */
const GROWTH = 0.7;

/** The power of a pillar's number of codes by which its score is divided, since many codes catch more. */
const PRIOR = 0.25;

/** Below this margin the first two pillars are both candidates: a reader should decide between them. */
export const TWO_CANDIDATES = 0.2;

/**
 * Ranks the codes of the top level (the pillars) within every group of cases. The score of a pillar is
 * Σ weight · level · n^0.7 · (1 + opening) over itself and all codes under it that have n assignments and
 * references, divided by (number of its codes)^0.25. `weight` is the codebook's, `level` falls evenly from 2 at
 * the top to 1 at the lowest, `opening` is the share of the code's cases that speak of it in their opening.
 * `share` is the score's part of the group's total; `margin` = (score − next score) / score, and below
 * `TWO_CANDIDATES` two pillars are candidates. Equal scores keep the codebook's order, so ranks are unique.
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
  { codebook, top, paths }: Framework,
  counts: ReadonlyMap<string, CodeCount>,
): PillarRow[] {
  const levels = new Map(
    codebook.levels.map(({ id }, depth) => [id, levelWeight(depth, codebook.levels.length)]),
  );
  const scoreOf = ({ id, level, weight }: Code): number => {
    const count = counts.get(id);
    if (!count) return 0;
    const n = count.assignments + count.references;
    const opening = count.cases.size === 0 ? 0 : count.opened.size / count.cases.size;
    return weight * (levels.get(level) ?? 1) * n ** GROWTH * (1 + opening);
  };
  const scored = top.map((pillar) => {
    const own = codebook.codes.filter(({ id }) => paths.get(id)?.[0] === pillar);
    const received = own.flatMap(({ id }) => counts.get(id) ?? []);
    const sum = (value: (count: CodeCount) => number) =>
      received.reduce((total, count) => total + value(count), 0);
    return {
      pillar: pillar.label.zh,
      score: quantise(own.reduce((total, code) => total + scoreOf(code), 0) / own.length ** PRIOR),
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

function levelWeight(depth: number, levels: number): number {
  return levels === 1 ? 1 : PURPOSE - ((PURPOSE - 1) * depth) / (levels - 1);
}
