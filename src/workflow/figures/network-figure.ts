import { UserError } from '../../errors.js';
import type { CodingRow } from '../../model/table-rows.js';
import { describeSource } from '../../report/caption-table.js';
import { figureTable } from '../../report/figures/figure-table.js';
import { figureUnits } from '../../report/figures/figure-words.js';
import { drawNetwork, MOST_NODES } from '../../report/figures/network.js';
import { figureWords } from '../../report/figures/words.js';
import { measureNetwork } from '../../stages/tabulate/measure-network.js';
import { makeTable } from '../make-table.js';
import { codePairs } from './code-pairs.js';
import { requireFigureUnit } from './figure-options.js';
import type { DrawFigure } from './figure-request.js';
import { filterOf } from './figure-source.js';

/** As many lines as readers of such networks are used to. */
const DEFAULT_EDGES = 60;

/** `network`: the codes that meet most, and how central each of them is. */
export const networkFigure: DrawFigure = (input) => {
  const { store, request, language, width } = input;
  const unit = requireFigureUnit(request, figureUnits) ?? 'passage';
  const { table, codes, pairs } = codePairs(input, unit, MOST_NODES);
  const edges = [...pairs]
    .sort((a, b) => b.jaccard - a.jaccard || b.sharedUnits - a.sharedUnits)
    .slice(0, request.edges ?? DEFAULT_EDGES)
    .map(({ codeId, otherCodeId, sharedUnits }) => ({ from: codeId, to: otherCodeId, weight: sharedUnits }));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const drawn = codes.filter(({ id }) => joined.has(id));
  if (drawn.length === 0) throw new UserError('figure/nothing-to-draw', { figure: request.name });
  const coding = makeTable({ store }, { ...filterOf(request), name: 'coding' }).rows as readonly CodingRow[];
  const cases = new Map(coding.map((row) => [row.codeId, row.cases]));
  const central = measureNetwork(
    drawn.map(({ id }) => id),
    edges,
  );
  const rows = drawn.map(({ id, label }) => ({
    code: label,
    codeId: id,
    cases: cases.get(id) ?? 0,
    ...(central.get(id) ?? {}),
  }));
  const words = figureWords(language);
  return {
    drawing: drawNetwork(
      drawn.map(({ id, label }) => ({ id, label, size: cases.get(id) ?? 0 })),
      edges,
      words.networkLegend(
        unit,
        Math.max(...edges.map(({ weight }) => weight)),
        Math.max(...rows.map((row) => row.cases)),
      ),
      width,
    ),
    table: figureTable(
      ['code', 'codeId', 'cases', 'degree', 'weightedDegree', 'betweenness', 'closeness'],
      [...rows].sort((a, b) => Number('degree' in b ? b.degree : 0) - Number('degree' in a ? a.degree : 0)),
      language,
    ),
    caption: [
      words.network(unit, {
        codes: drawn.length,
        of: codes.length,
        edges: edges.length,
        ofEdges: pairs.length,
      }),
      describeSource({ ...table.source, runIds: [] }, language),
    ],
  };
};
