import { UserError } from '../../errors.js';
import { labelAttribute } from '../../model/derived-attribute.js';
import type { CrosstabRow } from '../../model/table-rows.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import { describeSource } from '../../report/caption-table.js';
import { drawHeatMap, MOST_ROWS } from '../../report/figures/heat-map.js';
import { figureWords } from '../../report/figures/words.js';
import { labelledTable } from '../format-table.js';
import { makeTable } from '../make-table.js';
import { codeLabels } from './code-labels.js';
import type { DrawFigure } from './figure-request.js';
import { filterOf } from './figure-source.js';

/** What the shades of a share mean. */
const STEPS = ['0', '1–20%', '21–40%', '41–60%', '61–80%', '81–100%'];

/** `crosstab`: in which share of the cases with a value of an attribute each code occurs. */
export const crosstabFigure: DrawFigure = ({ store, request, language, width }) => {
  const { name, by, level, group, rows: asked } = request;
  const table = makeTable({ store }, { ...filterOf(request), name: 'crosstab', by, level, group });
  const label = codeLabels(codebookInForce(store, request.codebook)?.codebook.codes ?? [], language);
  const rows = (table.rows as readonly CrosstabRow[]).map((row) => ({
    ...row,
    code: label(row.codeId, row.code),
  }));
  if (rows.length === 0) throw new UserError('figure/nothing-to-draw', { figure: name });
  const groups = [...new Map(rows.map(({ group, groupCases }) => [group, groupCases]))];
  const cases = new Map<string, number>();
  for (const row of rows) cases.set(row.codeId, (cases.get(row.codeId) ?? 0) + row.cases);
  const most = Math.min(asked ?? MOST_ROWS, MOST_ROWS);
  const chosen = new Set(
    [...cases]
      .map(([id, count], at) => ({ id, count, at }))
      .sort((a, b) => b.count - a.count || a.at - b.at)
      .slice(0, most)
      .map(({ id }) => id),
  );
  const drawn = rows.filter(({ codeId }) => chosen.has(codeId));
  const ids = [...new Set(drawn.map(({ codeId }) => codeId))];
  const cells = new Map(drawn.map((row) => [JSON.stringify([row.codeId, row.group]), row]));
  const words = figureWords(language);
  const labelled = labelledTable({ ...table, rows: drawn }, language);
  const groupAt = table.columns.indexOf('group');
  const groupLabels = new Map(drawn.map(({ group }, at) => [group, labelled.cells[at]?.[groupAt] ?? group]));
  const map = {
    rows: ids.map((id) => label(id, id)),
    columns: groups.map(([group, count]) => ({
      text: groupLabels.get(group) ?? group,
      number: words.cases(count),
    })),
    cells: ids.map((id) =>
      groups.map(([group]) => {
        const cell = cells.get(JSON.stringify([id, group]));
        return cell && { shade: cell.share, text: String(Math.round(100 * cell.share)) };
      }),
    ),
    steps: STEPS,
    legend: words.share,
  };
  const { drawing, hasNumbers } = drawHeatMap(map, width);
  return {
    drawing,
    table: labelled,
    caption: [
      words.crosstab(labelAttribute(by ?? '', language), { codes: ids.length, of: cases.size, hasNumbers }),
      describeSource({ ...table.source, runIds: [] }, language),
    ],
  };
};
