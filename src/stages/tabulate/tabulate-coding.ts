import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import type { CodingRow } from '../../model/table-rows.js';
import { countCodes, rollUpCounts } from './count-codes.js';

/**
 * The coding table (Table 3 of the model study): every code of the framework in its order, of whatever level, under
 * the codes above it, also those that no case has. Levels without any code are left out.
 */
export function tabulateCoding(
  framework: Framework,
  mappings: readonly AssignedKeyword[],
  references: readonly ReferenceCount[],
): CodingRow[] {
  const own = countCodes(mappings, references);
  const sums = rollUpCounts(framework, own);
  const { codebook, paths } = framework;
  const levels = usedLevels(framework);
  return codebook.codes.map(({ id, label, level: codeLevel }) => ({
    ...Object.fromEntries(
      levels.map(({ column, level }) => [
        column,
        paths.get(id)?.find((code) => code.level === level)?.label.zh ?? null,
      ]),
    ),
    code: label.zh,
    level: codeLevel,
    codeId: id,
    assignments: sums.get(id)?.assignments ?? 0,
    ownAssignments: own.get(id)?.assignments ?? 0,
    cases: sums.get(id)?.cases.size ?? 0,
    references: sums.get(id)?.references ?? 0,
    ownReferences: own.get(id)?.references ?? 0,
  }));
}

/** The levels of a framework that have codes, from the top down, with the columns of the coding table they fill. */
export function usedLevels({ codebook: { levels, codes } }: Framework): readonly {
  readonly column: `level${number}`;
  readonly level: string;
}[] {
  const used = new Set(codes.map(({ level }) => level));
  return levels.flatMap(({ id }, index) =>
    used.has(id) ? [{ column: `level${index + 1}` as const, level: id }] : [],
  );
}
