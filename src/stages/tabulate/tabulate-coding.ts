import type { Assignment } from '../../model/assignment.js';
import type { Framework } from '../../model/framework.js';
import type { Mapping } from '../../model/mapping.js';
import type { CodingRow } from '../../model/table-rows.js';
import { countCodes } from './count-codes.js';

/**
 * The coding table (Table 3 of the model study): every open code of the framework in its order, with the
 * levels above it, also those that no case has. A framework of fewer than three levels leaves the middle
 * (two levels) or both upper columns (one level) empty.
 */
export function tabulateCoding(
  { codebook: { levels }, open, paths }: Framework,
  mappings: readonly Mapping[],
  assignments: readonly Assignment[],
): CodingRow[] {
  const counts = countCodes(mappings, assignments);
  return open.map((code) => {
    const above = levels.slice(0, -1).map(({ id }) => paths.get(code.id)?.find(({ level }) => level === id));
    const count = counts.get(code.id);
    return {
      pillar: above[0]?.label.zh ?? '',
      axial: above[1]?.label.zh ?? '',
      code: code.label.zh,
      codeId: code.id,
      assignments: count?.assignments ?? 0,
      cases: count?.cases.size ?? 0,
      references: count?.references ?? 0,
    };
  });
}
