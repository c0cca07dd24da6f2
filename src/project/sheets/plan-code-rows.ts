import { UserError } from '../../errors.js';
import { codeKey } from '../../model/decisions/code-key.js';
import type { SheetColumnName } from '../../model/sheet.js';
import { toTextForm } from '../../text/text-form.js';
import { planChange } from '../plan-code-change.js';
import { verdictsOnCodes } from '../project-view.js';
import type { HandedRow, HandedSheet } from './handed-sheet.js';
import { type PlannedRows, planRows, type RowPlan, requireUnchanged, type SheetState } from './sheet-plan.js';

/** A code above another, as a row says, and the codes of which it is founded. */
export type ParentOf = ReadonlyMap<string, { readonly parent: string; readonly line: number }>;

/** Plans what rows say about which code is above which; rows that say otherwise of one code contradict each other. */
export function planCodeRows(
  state: SheetState,
  { rows }: HandedSheet,
): PlannedRows & { readonly parents: ParentOf } {
  const { store, base, codebook, codes } = state;
  const verdicts = verdictsOnCodes(store);
  const byId = new Map(codebook.codes.map((code) => [code.id, code]));
  const parents = new Map<string, { readonly parent: string; readonly line: number }>();
  const planned = planRows(rows, planRow);
  return { ...planned, parents };

  function planRow(row: HandedRow): RowPlan {
    const levels = codebook.levels
      .map(({ id }, at) => ({ id, column: `level${at + 1}` as SheetColumnName }))
      .toReversed();
    const shown = new Map(
      (row.key?.codes ?? []).flatMap((id) => {
        const code = byId.get(id);
        return code ? [[code.level, code] as const] : [];
      }),
    );
    const words: NonNullable<RowPlan['words']>[number][] = [];
    let below: string | undefined;
    for (const { id: level, column } of levels) {
      const cell = row.cells[column] ?? '';
      const was = shown.get(level);
      const isSame = was !== undefined && (cell === '' || toTextForm(cell) === toTextForm(was.label.zh));
      const [now] = isSame ? [was.id] : codes.read(cell, level);
      if (below !== undefined && now !== undefined && !isSame) words.push(...move(row, below, now));
      if (below === undefined && was !== undefined && !isSame) throw new UserError('sheet/words-differ', {});
      below = now ?? below;
    }
    return { words };
  }

  function move(row: HandedRow, child: string, parent: string) {
    const before = parents.get(child);
    if (before && before.parent !== parent) throw new UserError('sheet/contradicts', { line: before.line });
    if (before) return [];
    parents.set(child, { parent, line: row.line });
    const code = byId.get(child);
    if (!code || code.parent === parent) return [];
    const key = codeKey(codebook.id, child);
    const said = verdicts.find(({ aspect, word }) => aspect === 'code' && word === key)?.verdict;
    requireUnchanged(state, row, said);
    const named = { id: child, name: code.label.zh, level: code.level, code };
    const changes = planChange(
      { base: base ?? codebook, codebook, verdicts },
      named,
      { parent },
      codes.labelOf(parent),
    );
    return changes.map((one) => ({ kind: 'move', planned: one, memo: row.cells.memo ?? '' }) as const);
  }
}
