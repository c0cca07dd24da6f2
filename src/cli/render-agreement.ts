import { type AgreementTable, describeAgreement } from '../messages/agreement-tables.js';
import type { AgreementWords } from '../messages/agreement-words.js';
import type { AgreementReport } from '../workflow/agree.js';
import { renderTable } from './render-table.js';

/** Rows of a long list that the terminal shows. */
const SHOWN = 20;

/** Lists that may be long: the JSON has all of them. */
const LONG: readonly AgreementTable['name'][] = ['confusion', 'disagreements'];

/** Lays out how coders agree as the lines and tables of a terminal. */
export function renderAgreement(
  report: AgreementReport,
  words: AgreementWords,
  { all, columns }: { readonly all: boolean; readonly columns: number | undefined },
): string {
  const { title, about, tables, remarks, leftOut } = describeAgreement(report, words, all);
  const [pooled, ...others] = tables;
  return [
    [title, ...about].join('\n'),
    ...(pooled ? [draw(pooled)] : []),
    [...remarks, ...(all ? [] : [words.others])].join('\n'),
    ...others.map((one) => `${one.title}\n${draw(one)}`),
    ...(leftOut.lines.length > 0
      ? [`${leftOut.title}\n${leftOut.lines.map((line) => `  ${line}`).join('\n')}`]
      : []),
  ].join('\n\n');

  function draw({ name, header, cells, texts }: AgreementTable): string {
    const rows = LONG.includes(name) ? cells.slice(0, SHOWN) : cells;
    const rest = cells.length > rows.length ? `\n${words.more(cells.length - rows.length)}` : '';
    return `${renderTable({ header, cells: rows, numeric: header.map((_, at) => at >= texts) }, columns)}${rest}`;
  }
}
