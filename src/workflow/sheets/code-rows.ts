import type { Code } from '../../model/codebook.js';
import { codeKey } from '../../model/decisions/code-key.js';
import { type Framework, frameworkOf } from '../../model/framework.js';
import type { SheetColumnName, SheetRow } from '../../model/sheet.js';
import { verdictsOnCodes } from '../../project/project-view.js';
import type { Store } from '../../store/store.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

/** One row for each code that has none under it, with those above it: who writes another above moves the one below. */
export function codeRows(store: Store, { codebook, draw }: SheetRequest): SheetRows {
  const framework: Framework | null = codebook && frameworkOf(codebook);
  if (!framework) return { columns: ['number', 'memo'], open: ['memo'], rows: [] };
  const { codes, levels, id } = framework.codebook;
  const parents = new Set(codes.map(({ parent }) => parent));
  const decided = new Map(
    verdictsOnCodes(store).flatMap(({ aspect, word, verdict }) =>
      aspect === 'code' ? [[word, verdict.decisionId]] : [],
    ),
  );
  const names = levels.map((_, at): SheetColumnName => `level${at + 1}`).toReversed();
  const leaves = codes.filter((code) => !parents.has(code.id));
  const inOrder = codes.filter(({ parent }) => parent === null).flatMap((top) => walk(framework, top));
  const order = new Map(inOrder.map((code, at) => [code.id, at]));
  const rows = leaves
    .sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
    .map((leaf): SheetRow => {
      const path = framework.paths.get(leaf.id) ?? [leaf];
      return {
        key: {
          codes: path.toReversed().map((code) => code.id),
          decisions: path.flatMap((code) => decided.get(codeKey(id, code.id)) ?? []),
        },
        cells: Object.fromEntries(
          path.map((code) => [`level${levels.findIndex((one) => one.id === code.level) + 1}`, code.label.zh]),
        ),
      };
    });
  return {
    columns: ['number', ...names, 'memo'],
    open: [...names.slice(1), 'memo'],
    rows: draw(rows, ({ key }) => key.codes),
  };
}

/** A code and all below it, each above its own. */
function walk(framework: Framework, code: Code): Code[] {
  const below = framework.codebook.codes.filter(({ parent }) => parent === code.id);
  return [code, ...below.flatMap((one) => walk(framework, one))];
}
