import { UserError } from '../../errors.js';
import type { CodingRow, FrequencyRow } from '../../model/table-rows.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import { describeSource } from '../../report/caption-table.js';
import { drawBars } from '../../report/figures/bars.js';
import { figureWords } from '../../report/figures/words.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { labelledTable } from '../format-table.js';
import { makeTable } from '../make-table.js';
import type { Table } from '../table.js';
import { chooseCount } from './choose-count.js';
import { codeLabels } from './code-labels.js';
import type { DrawFigure, FigureInput } from './figure-request.js';
import { filterOf } from './figure-source.js';

/** `bars`: how often each code was given, the most frequent first. */
export const barsFigure: DrawFigure = (input) => {
  const { request, language, width } = input;
  const { table, rows } = countedCodes(input);
  const counted = chooseCount(rows, request.count);
  const bars = rows
    .map((row) => ({ row, label: row.label, value: row[counted] }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || compareByCodePoint(a.label, b.label));
  if (bars.length === 0) throw new UserError('figure/nothing-to-draw', { figure: request.name });
  const { drawing, drawn } = drawBars(bars.slice(0, request.rows), width);
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  return {
    drawing,
    table: labelledTable(
      { ...table, rows: bars.slice(0, drawn).map(({ row: { label: _, ...row } }) => row) },
      language,
    ),
    caption: [
      figureWords(language).bars(counted, { codes: drawn, of: bars.length, total }),
      describeSource({ ...table.source, runIds: [] }, language),
    ],
  };
};

/** The codes of a level with their counts and the labels they are drawn under. */
function countedCodes({ store, request, language }: FigureInput) {
  const { level, codebook } = request;
  const filter = filterOf(request);
  const label = codeLabels(codebookInForce(store, codebook)?.codebook.codes ?? [], language);
  if (level === undefined) {
    const table = makeTable({ store }, { ...filter, name: 'frequency' });
    const rows = (table.rows as readonly FrequencyRow[]).map((row) => {
      const named = label(row.codeId, row.coreKeyword);
      return { ...row, coreKeyword: named, label: named };
    });
    return { table, rows };
  }
  const table = makeTable({ store }, { ...filter, name: 'coding' });
  const id = levelOf(table, level);
  const rows = (table.rows as readonly CodingRow[])
    .filter((row) => row.level === id)
    .map((row) => ({ ...row, code: label(row.codeId, row.code), label: label(row.codeId, row.code) }));
  return { table: { ...table, columns: ['code', 'codeId', 'assignments', 'cases', 'references'] }, rows };
}

/** The id of a level by its number. */
function levelOf({ source: { codebooks } }: Table, level: number): string {
  const levels = codebooks[0]?.levels ?? [];
  const found = levels[level - 1];
  if (!found) throw new UserError('agree/no-such-level', { level, levels: levels.length });
  return found.id;
}
