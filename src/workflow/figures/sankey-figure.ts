import { UserError } from '../../errors.js';
import { NO_CODEBOOK } from '../../model/codebook.js';
import type { CodingRow } from '../../model/table-rows.js';
import { frameworkInUse } from '../../project/find-code.js';
import { describeSource } from '../../report/caption-table.js';
import { figureTable } from '../../report/figures/figure-table.js';
import { drawFlow } from '../../report/figures/flow.js';
import { MOST_LEAVES } from '../../report/figures/place-flow.js';
import { figureWords } from '../../report/figures/words.js';
import { makeTable } from '../make-table.js';
import { chooseCount } from './choose-count.js';
import type { DrawFigure } from './figure-request.js';
import { filterOf } from './figure-source.js';

/** `sankey`: how codes flow into those above them, level by level. */
export const sankeyFigure: DrawFigure = ({ store, request, language, width }) => {
  const { name } = request;
  const { codebook } = frameworkInUse(store, request.codebook);
  const table = makeTable({ store }, { ...filterOf(request), name: 'coding' });
  const all = table.rows as readonly CodingRow[];
  const top = codebook.levels[0]?.id;
  const counted = chooseCount(
    all.filter(({ level }) => level === top),
    request.count,
  );
  const codes = new Map(codebook.codes.map((code) => [code.id, code]));
  const levels = codebook.levels.map(({ id }) => id);
  const filled = all.filter((row) => row[counted] > 0);
  const deepest = lowestLevel(filled, levels, request.level);
  if (filled.length === 0) throw new UserError('figure/nothing-to-draw', { figure: name });
  if (deepest < 1) throw new UserError('figure/one-level', { codebook: codebook.id || NO_CODEBOOK });
  const nodes = filled
    .map((row) => ({ row, depth: levels.indexOf(row.level) }))
    .filter(({ depth }) => depth <= deepest)
    .map(({ row, depth }) => ({
      id: row.codeId,
      parent: codes.get(row.codeId)?.parent ?? null,
      label: codes.get(row.codeId)?.label[language] ?? row.code,
      column: deepest - depth,
      value: row[counted],
      level: codebook.levels[depth]?.name[language] ?? '',
    }));
  const heads = codebook.levels.slice(0, deepest + 1).map(({ name: head }) => head[language]);
  const rows = nodes.map(({ id, label, level, parent, value }) => ({
    level,
    code: label,
    codeId: id,
    above: parent === null ? null : (codes.get(parent)?.label[language] ?? parent),
    [counted]: value,
  }));
  return {
    drawing: drawFlow(nodes, heads.reverse(), width),
    table: figureTable(['level', 'code', 'codeId', 'above', counted], rows, language),
    caption: [
      figureWords(language).sankey(counted, deepest + 1 < levels.length),
      describeSource({ ...table.source, runIds: [] }, language),
    ],
  };
};

/** The place of the lowest level that is drawn: that asked for, else the lowest whose codes can all be read. */
function lowestLevel(
  rows: readonly CodingRow[],
  levels: readonly string[],
  asked: number | undefined,
): number {
  if (asked !== undefined && asked > levels.length) {
    throw new UserError('agree/no-such-level', { level: asked, levels: levels.length });
  }
  const count = (depth: number) => rows.filter(({ level }) => level === levels[depth]).length;
  let depth = (asked ?? levels.length) - 1;
  while (depth > 0 && (count(depth) === 0 || count(depth) > MOST_LEAVES)) depth--;
  return depth;
}
