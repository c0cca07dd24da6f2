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
  const cells = new Map<string, { -readonly [K in keyof MatrixRow]: MatrixRow[K] }>();
  const add = (caseId: string, codeId: string, field: 'assignments' | 'references' | 'tokens', n: number) => {
    const code = codes.get(codeId);
    if (!code) return;
    const key = `${caseId}\t${codeId}`;
    const cell = cells.get(key) ?? {
      caseId,
      code: code.label.zh,
      level: code.level,
      codeId,
      assignments: 0,
      references: 0,
      tokens: 0,
    };
    cell[field] += n;
    cells.set(key, cell);
  };
  for (const { caseId, codeId } of mappings) if (codeId !== null) add(caseId, codeId, 'assignments', 1);
  for (const { caseId, codeId, references } of referenceCounts) {
    if (references > 0) add(caseId, codeId, 'references', references);
  }
  for (const { caseId, codeId, tokens: count } of tokens) add(caseId, codeId, 'tokens', count);
  return [...cells.values()].sort(
    (a, b) =>
      compareByCodePoint(a.caseId, b.caseId) ||
      (order.get(a.codeId) as number) - (order.get(b.codeId) as number),
  );
}
