import { UserError } from '../../errors.js';
import type { PairRow } from '../../model/table-rows.js';
import { frameworkInUse } from '../../project/find-code.js';
import { describeSource } from '../../report/caption-table.js';
import { figureUnits } from '../../report/figures/figure-words.js';
import { drawHeatMap, MOST_ROWS } from '../../report/figures/heat-map.js';
import { figureWords } from '../../report/figures/words.js';
import { labelledTable } from '../format-table.js';
import { makeTable } from '../make-table.js';
import { codeLabels } from './code-labels.js';
import { requireFigureUnit } from './figure-options.js';
import type { DrawFigure } from './figure-request.js';
import { filterOf } from './figure-source.js';

/** `crosswalk`: how often a code of one codebook meets one of another. */
export const crosswalkFigure: DrawFigure = ({ store, request, language, width }) => {
  const { name, level = 1, codebooks = [] } = request;
  const unit = requireFigureUnit(request, figureUnits) ?? 'passage';
  const [first, second] = codebooks;
  if (first === undefined || second === undefined || codebooks.length > 2) {
    throw new UserError('tables/needs-two-codebooks', { given: codebooks.join(', '), table: name });
  }
  const asked = {
    ...filterOf(request),
    codebook: undefined,
    name: 'crosswalk',
    unit,
    level,
    codebooks,
  } as const;
  const table = makeTable({ store }, asked);
  const [one, other] = [first, second].map((id) => frameworkInUse(store, id).codebook.codes);
  const pairs = (table.rows as readonly PairRow[]).map((row) => ({
    ...row,
    code: codeLabels(one ?? [], language)(row.codeId, row.code),
    otherCode: codeLabels(other ?? [], language)(row.otherCodeId, row.otherCode),
  }));
  if (pairs.length === 0) throw new UserError('figure/nothing-to-draw', { figure: name });
  const rows = (one ?? []).filter(({ id }) => pairs.some(({ codeId }) => codeId === id));
  const columns = (other ?? []).filter(({ id }) => pairs.some(({ otherCodeId }) => otherCodeId === id));
  if (rows.length > MOST_ROWS) {
    throw new UserError('figure/too-many-codes', { figure: name, codes: rows.length, most: MOST_ROWS });
  }
  const cells = new Map(pairs.map((row) => [JSON.stringify([row.codeId, row.otherCodeId]), row]));
  const most = Math.max(...pairs.map(({ jaccard }) => jaccard));
  const words = figureWords(language);
  const map = {
    rows: rows.map(({ label }) => label[language]),
    columns: columns.map(({ label }) => ({ text: label[language] })),
    cells: rows.map(({ id }) =>
      columns.map((column) => {
        const cell = cells.get(JSON.stringify([id, column.id]));
        return { shade: cell ? cell.jaccard / most : 0, text: String(cell?.sharedUnits ?? 0) };
      }),
    ),
    steps: ['0', ...[0.2, 0.4, 0.6, 0.8, 1].map((share) => `≤${(share * most).toFixed(2)}`)],
    legend: words.crosswalkLegend,
  };
  const { drawing, hasNumbers } = drawHeatMap(map, width);
  return {
    drawing,
    table: labelledTable({ ...table, rows: pairs }, language),
    caption: [words.crosswalk(unit, hasNumbers), describeSource({ ...table.source, runIds: [] }, language)],
  };
};
