import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import type { CrosstabRow } from '../../model/table-rows.js';
import { quantise, quantiseProbability } from '../../text/quantise.js';
import { countCodes, rollUpCounts } from './count-codes.js';
import { adjustHolm } from './statistics/adjust-holm.js';
import { expectedIn, type Resampling, residualOf, testGroups } from './statistics/test-groups.js';

/** Ids of the cases of each group. */
export type CaseGroups = ReadonlyMap<string, readonly string[]>;

/**
 * Code × group of cases, in the order of the codebook: how many cases of each group have a code (or one under it), and whether
 * that differs between the groups. Codes that no case of these groups has are left out.
 * @param level 1 is the top; without it the lowest
 */
export function tabulateCrosstab(
  framework: Framework,
  counted: {
    readonly assigned: readonly AssignedKeyword[];
    readonly references: readonly ReferenceCount[];
  },
  groups: CaseGroups,
  { level, ...resampling }: Resampling & { readonly level?: number | undefined },
): CrosstabRow[] {
  const { codes, levels } = framework.codebook;
  const wanted = levels[Math.min(level ?? levels.length, levels.length) - 1]?.id;
  const counts = rollUpCounts(framework, countCodes(counted.assigned, counted.references));
  const tables = codes
    .filter((code) => code.level === wanted)
    .flatMap((code) => {
      const having = counts.get(code.id)?.cases ?? new Set();
      const cells = [...groups].map(([group, ids]) => ({
        group,
        cases: ids.length,
        having: ids.filter((id) => having.has(id)).length,
      }));
      const whole = { cases: total(cells, 'cases'), having: total(cells, 'having') };
      return whole.having === 0 ? [] : [{ code, cells, whole, tested: testGroups(cells, resampling) }];
    });
  const adjusted = adjustHolm(tables.map(({ tested }) => tested.p));
  return tables.flatMap(({ code, cells, whole, tested }, at) =>
    cells.map((cell) => ({
      code: code.label.zh,
      level: code.level,
      codeId: code.id,
      group: cell.group,
      cases: cell.having,
      groupCases: cell.cases,
      share: quantise(cell.having / cell.cases),
      expected: quantise(expectedIn(cell, whole.having / whole.cases)),
      residual: tested.test === 'none' ? null : round(residualOf(cell, whole), quantise),
      chiSquare: round(tested.chiSquare, quantise),
      df: tested.df,
      test: tested.test,
      p: round(tested.p, quantiseProbability),
      adjustedP: round(adjusted[at] ?? null, quantiseProbability),
      cramersV: round(tested.cramersV, quantise),
    })),
  );
}

const total = (
  cells: readonly { readonly cases: number; readonly having: number }[],
  of: 'cases' | 'having',
) => cells.reduce((sum, cell) => sum + cell[of], 0);

const round = (value: number | null, by: (value: number) => number) => (value === null ? null : by(value));
