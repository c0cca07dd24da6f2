import type { Code } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import { ownDefinition } from '../../model/own-definition.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import type { CategoryRow } from '../../model/table-rows.js';
import { groupBy } from '../../text/group-by.js';
import { countCodes, rollUpCounts } from './count-codes.js';
import { categoryTest, numberCodes, walkCodes } from './number-codes.js';

/**
 * The categories under their main categories, what each means, and what it and all codes under it received. A main category that
 * has none has a row of its own.
 */
export function tabulateCategories(
  framework: Framework,
  mappings: readonly AssignedKeyword[],
  references: readonly ReferenceCount[],
): CategoryRow[] {
  const { codebook, paths } = framework;
  const sums = rollUpCounts(framework, countCodes(mappings, references));
  const numbers = numberCodes(framework);
  const isCategory = categoryTest(framework);
  const top = codebook.levels[0]?.id;
  const children = groupBy(codebook.codes, ({ parent }) => parent);
  const withCategories = new Set(codebook.codes.filter(isCategory).map(({ id }) => paths.get(id)?.[0]));
  const numberOf = (code: Code | undefined) => (code && numbers.get(code.id)) ?? null;
  return walkCodes(framework)
    .filter((code) => isCategory(code) || (code.level === top && !withCategories.has(code)))
    .map((code) => {
      const main = paths.get(code.id)?.find(({ level }) => level === top);
      const category = code.level === top ? undefined : code;
      const sum = sums.get(code.id);
      return {
        mainNumber: numberOf(main),
        mainCategory: main?.label.zh ?? null,
        number: numberOf(category),
        category: category?.label.zh ?? null,
        meaning: ownDefinition(code) || null,
        concepts: (children.get(code.id) ?? []).map(({ label }) => label.zh),
        codeId: code.id,
        level: code.level,
        assignments: sum?.assignments ?? 0,
        references: sum?.references ?? 0,
        cases: sum?.cases.size ?? 0,
      };
    });
}
