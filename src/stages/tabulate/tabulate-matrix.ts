import type { Code } from '../../model/codebook.js';
import type { TokenCount } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import type { MatrixRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';

/** The matrix case × code in long form: every pair with a count, by case and then in the codebook's order. */
export function tabulateMatrix(
  { codes }: Framework,
  mappings: readonly AssignedKeyword[],
  referenceCounts: readonly ReferenceCount[],
  tokens: readonly TokenCount[],
): MatrixRow[] {
  const order = new Map([...codes.keys()].map((id, index) => [id, index]));
  const cases = new Map<string, Map<string, Cell>>();
  const add = (caseId: string, codeId: string, field: 'assignments' | 'references' | 'tokens', n: number) => {
    const code = codes.get(codeId);
    if (!code) return;
    const cells = cases.get(caseId) ?? new Map<string, Cell>();
    cases.set(caseId, cells);
    const cell = cells.get(codeId) ?? emptyCell(caseId, code);
    cells.set(codeId, cell);
    cell[field] += n;
  };
  for (const { caseId, codeId } of mappings) if (codeId !== null) add(caseId, codeId, 'assignments', 1);
  for (const { caseId, codeId, references } of referenceCounts) {
    if (references > 0) add(caseId, codeId, 'references', references);
  }
  for (const { caseId, codeId, tokens: count } of tokens) add(caseId, codeId, 'tokens', count);
  return [...cases]
    .sort(([one], [other]) => compareByCodePoint(one, other))
    .flatMap(([, cells]) =>
      [...cells.values()].sort(
        (one, other) => (order.get(one.codeId) as number) - (order.get(other.codeId) as number),
      ),
    );
}

type Cell = { -readonly [K in keyof MatrixRow]: MatrixRow[K] };

function emptyCell(caseId: string, { id, label, level }: Code): Cell {
  return { caseId, code: label.zh, level, codeId: id, assignments: 0, references: 0, tokens: 0 };
}
