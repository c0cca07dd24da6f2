import { createRequire } from 'node:module';
import { UserError } from '../errors.js';
import type { AttributeTable, TableRow } from '../model/case-record.js';
import type { Problem } from '../model/problem.js';
import { doubtOfText } from './cell-text.js';
import { filledColumns, nameColumns, withSingleColumns } from './name-columns.js';

type Cell = string | number | boolean | null;

// Loaded when a file is read or written: most commands do neither.
const require = createRequire(import.meta.url);
const loadReader = () => require('csv-parse/sync') as typeof import('csv-parse/sync');
const loadWriter = () => require('csv-stringify/sync') as typeof import('csv-stringify/sync');

/** What a spreadsheet would take for a formula, and what our own escaping makes of it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const ESCAPED = /^''*[=+\-@\t\r＝＋－＠]/u;

/**
 * The rows of a CSV text with a header row, formula escaping taken off again. Columns are parted by what a first line
 * `sep=;` says, in a .tsv by tabs, else by what the header has most of: commas, tabs or semicolons. Rows without any text are
 * left out. Quotes that are not doubled, and blanks around quoted cells, are read as they are meant where that is clear.
 * @throws UserError import/bad-csv, import/doubled-column
 */
export function readCsv(text: string, path: string): AttributeTable {
  return withSingleColumns(readSheetCsv(text, path));
}

/**
 * The rows of a CSV text as `readCsv`, for a table that people keep: columns of the same name are told apart.
 * @throws UserError import/bad-csv
 */
export function readSheetCsv(text: string, path: string): AttributeTable {
  const fail = (line: number, problem: Problem) => new UserError('import/bad-csv', { path, line, problem });
  const { delimiter, before, rest } = separatorOf(text, path);
  let linesBefore = before;
  const records = parseRecords(rest, delimiter, (line, problem) => fail(line + before, problem)).map(
    ({ record, raw }) => {
      const line = 1 + linesBefore + countLineEnds(/^[\r\n]*/.exec(raw)?.[0] ?? '');
      linesBefore += countLineEnds(raw);
      return { record, line };
    },
  );
  const [header, ...rows] = records;
  const width = header?.record.length ?? 0;
  const body = rows.filter(({ record, line }) => {
    const isOther = record.length < width || record.slice(width).some((cell) => cell.trim() !== '');
    const isFilled = record.some((cell) => cell.trim() !== '');
    if (isOther && isFilled) throw fail(line, { kind: 'other-cells', cells: record.length, columns: width });
    return isFilled;
  });
  const filled = filledColumns(body.map(({ record }) => record));
  const { columns, doubled } = nameColumns(header?.record ?? [], filled, header?.line ?? 1);
  return {
    path,
    columns: [...columns.values()],
    ...(doubled.length > 0 ? { doubled } : {}),
    rows: body.map(({ record, line }): TableRow => {
      const doubts = [...columns].flatMap(([at, name]) => {
        const doubt = doubtOfText(record[at] ?? '');
        return doubt ? [[name, doubt] as const] : [];
      });
      return {
        line,
        values: Object.fromEntries([...columns].map(([at, name]) => [name, unescapeCell(record[at])])),
        ...(doubts.length > 0 && { doubts: Object.fromEntries(doubts) }),
      };
    }),
  };
}

/** A CSV text that Excel opens as UTF-8 (by its BOM) and that holds nothing a spreadsheet would run as a formula. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
): string {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
  return `\ufeff${writeCsvRows([columns, ...cells])}`;
}

/** Further rows of a CSV text that `writeCsv` began, cell by cell. */
export function writeCsvRows(rows: readonly (readonly Cell[])[]): string {
  return loadWriter().stringify(rows.map((row) => row.map(escapeCell)));
}

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

const SEPARATORS = [',', '\t', ';'] as const;

/** What parts the columns, and the text without the line that says so, as Excel takes it: `sep=;`. */
function separatorOf(
  text: string,
  path: string,
): { readonly delimiter: string; readonly before: number; readonly rest: string } {
  const [stated, delimiter] = /^\ufeff?sep=(.)(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  if (stated !== undefined && delimiter !== undefined)
    return { delimiter, before: 1, rest: text.slice(stated.length) };
  if (/\.tsv$/i.test(path)) return { delimiter: '\t', before: 0, rest: text };
  const header = (/(?:"[^"]*"|[^\r\n"])+/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (separator: string) => header.split(separator).length;
  const most = SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
  return { delimiter: most, before: 0, rest: text };
}

/** What the parser of CSV finds wrong, by its codes. */
const CSV_PROBLEMS: Readonly<Record<string, 'open-quote' | 'stray-quote'>> = {
  CSV_QUOTE_NOT_CLOSED: 'open-quote',
  CSV_INVALID_CLOSING_QUOTE: 'stray-quote',
  INVALID_OPENING_QUOTE: 'stray-quote',
};

/** How cells are read, the strict way first: then blanks around quotes are nothing, then quotes within a cell are text. */
const WAYS = [{}, { trim: true }, { relax_quotes: true }] as const;

function parseRecords(
  text: string,
  delimiter: string,
  fail: (line: number, problem: Problem) => UserError,
): RawRecord[] {
  const { CsvError, parse } = loadReader();
  const usual = { bom: true, delimiter, raw: true, skip_empty_lines: true, relax_column_count: true };
  let first: UserError | undefined;
  for (const way of WAYS) {
    try {
      return parse(text, { ...usual, ...way }) as unknown as RawRecord[];
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      first ??= fail(Number(error['lines'] ?? 1), { kind: CSV_PROBLEMS[error.code] ?? 'csv-syntax' });
    }
  }
  throw first;
}

/** Whether `writeCsv` puts a mark in front of a text, because a spreadsheet would take it for a formula. */
export const isEscapedInCsv = (text: string): boolean => FORMULA.test(text);

function escapeCell(cell: Cell): string {
  if (typeof cell === 'string' && isEscapedInCsv(cell)) return `'${cell}`;
  return cell === null ? '' : String(cell);
}

function unescapeCell(cell = ''): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
