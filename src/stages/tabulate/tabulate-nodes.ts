import type { Evidence } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import type { NodeRow } from '../../model/table-rows.js';
import { countCodes, rollUpCounts } from './count-codes.js';

/**
 * The node table: every code below the one above it, with its cases and passages by itself and with all codes under it. A case
 * or passage of several of these counts once.
 */
export function tabulateNodes(
  framework: Framework,
  mappings: readonly AssignedKeyword[],
  referenceCounts: readonly ReferenceCount[],
  references: readonly Evidence[],
): NodeRow[] {
  const own = countCodes(mappings, referenceCounts);
  const sums = rollUpCounts(framework, own);
  const passages = passagesOfCodes(framework, references);
  return inTreeOrder(framework).map(({ id, label, level }) => ({
    code: label.zh,
    level,
    codeId: id,
    depth: framework.paths.get(id)?.length ?? 1,
    cases: sums.get(id)?.cases.size ?? 0,
    references: passages.get(id)?.size ?? 0,
    ownCases: own.get(id)?.cases.size ?? 0,
    ownReferences: own.get(id)?.references ?? 0,
  }));
}

/** The different passages of each code and all codes under it. */
function passagesOfCodes({ paths }: Framework, references: readonly Evidence[]): Map<string, Set<number>> {
  const passages = new Map<string, Set<number>>();
  const numbers = new Map<string, number>();
  for (const { caseId, start, end, codeId } of references) {
    const place = `${start} ${end} ${caseId}`;
    const passage = numbers.get(place) ?? numbers.size;
    numbers.set(place, passage);
    for (const { id } of paths.get(codeId) ?? []) {
      passages.set(id, (passages.get(id) ?? new Set()).add(passage));
    }
  }
  return passages;
}

/** Each code before those under it, in the order of the codebook. */
function inTreeOrder({ codebook: { codes } }: Framework): Framework['codebook']['codes'] {
  const under = (parent: string | null): (typeof codes)[number][] =>
    codes.filter((code) => code.parent === parent).flatMap((code) => [code, ...under(code.id)]);
  return under(null);
}
