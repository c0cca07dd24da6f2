import { UserError } from '../../errors.js';
import { writeCsv } from '../../formats/csv.js';
import { writeXlsx } from '../../formats/xlsx-write.js';
import type { TableRow } from '../../model/case-record.js';
import { type Language, languageSchema } from '../../model/language.js';
import type { FoundName, Pseudonym } from '../../model/pseudonym.js';
import {
  kindWords,
  type NameColumn,
  nameColumns,
  nameHeads,
  nameSheetTitle,
  yesAndNo,
} from '../../report/name-sheet-heads.js';
import { notInList } from '../../report/sheet-heads.js';
import { readSheet } from '../../sources/read-sheet.js';
import { toTextForm } from '../../text/text-form.js';
import { writeNamedFile } from '../write-files.js';

const WIDTHS: Readonly<Record<NameColumn, number>> = {
  name: 24,
  pseudonym: 18,
  within: 14,
  kind: 12,
  count: 12,
  cases: 10,
  withinCount: 12,
  context: 84,
};
const WRITTEN: readonly NameColumn[] = ['name', 'pseudonym', 'within'];

/**
 * Writes names as a table for a person to review, .xlsx or .csv by its name.
 * @throws UserError sheet/unknown-format, files/cannot-write
 */
export async function writeNameSheet(
  out: string,
  names: readonly FoundName[],
  language: Language,
): Promise<void> {
  const heads = nameColumns.map((column) => nameHeads[column][language]);
  const [yes, no] = yesAndNo[language];
  const rows = names.map((one) => [
    one.name,
    one.pseudonym,
    one.alsoWithinWords ? yes : no,
    kindWords[one.kind][language],
    one.count,
    one.cases,
    one.withinWords,
    one.contexts.join('\n'),
  ]);
  if (/\.csv$/i.test(out)) {
    const cells = rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null])));
    return writeNamedFile(out, writeCsv(heads, cells));
  }
  if (!/\.xlsx$/i.test(out)) throw new UserError('sheet/unknown-format', { path: out });
  const sheet = {
    name: nameSheetTitle[language],
    columns: nameColumns.map((column) => ({
      head: nameHeads[column][language],
      width: WIDTHS[column],
      ...(WRITTEN.includes(column) && { isOpen: true }),
      ...(column === 'within' && { list: 'within_list' }),
    })),
    rows,
    lists: [{ name: 'within_list', values: yesAndNo[language] }],
    notInList: notInList[language],
  };
  writeNamedFile(out, await writeXlsx(sheet));
}

/** A table of names as a person handed it in: rows without a pseudonym leave their names as they are. */
export interface NameSheet {
  readonly pseudonyms: readonly Pseudonym[];
  /** Names that nobody gave a pseudonym. */
  readonly left: readonly string[];
}

/**
 * Reads a table of names, wherever its columns and rows are now, and whoever added some.
 * @throws UserError pseudonyms/not-a-table, pseudonyms/bad-rows
 */
export async function readNameSheet(path: string): Promise<NameSheet> {
  const table = (await readSheet(path)).find(({ columns }) =>
    columns.some((head) => columnOf(head) === 'pseudonym'),
  );
  if (!table?.columns.some((head) => columnOf(head) === 'name'))
    throw new UserError('pseudonyms/not-a-table', { path });
  const problems: UserError[] = [];
  const rows = new Map<string, Pseudonym>();
  const left: string[] = [];
  for (const row of table.rows) {
    try {
      const one = readRow(row, rows);
      if (one?.pseudonym === '') left.push(one.name);
      else if (one) rows.set(one.name, one);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(new UserError('sheet/row', { line: row.line, problems: [error] }));
    }
  }
  const names = [...rows.keys()];
  for (const { name, pseudonym } of rows.values()) {
    const inside = names.find((one) => pseudonym.includes(one));
    if (inside !== undefined)
      problems.push(new UserError('pseudonyms/contains-name', { name, pseudonym, inside }));
  }
  if (problems.length > 0) throw new UserError('pseudonyms/bad-rows', { path, problems });
  return { pseudonyms: [...rows.values()], left: left.filter((name) => !rows.has(name)) };
}

/** Reads a row; undefined for one in which nothing is written. */
function readRow(
  { values, doubts = {} }: TableRow,
  before: ReadonlyMap<string, Pseudonym>,
): Pseudonym | undefined {
  const cells: Partial<Record<NameColumn, string>> = {};
  for (const [head, value] of Object.entries(values)) {
    const column = columnOf(head);
    if (!column || !WRITTEN.includes(column)) continue;
    const doubt = doubts[head];
    if (doubt) throw new UserError('sheet/doubtful-cell', { column: head, ...doubt });
    cells[column] = toTextForm(value);
  }
  const { name = '', pseudonym = '', within = '' } = cells;
  if (name === '' && pseudonym === '') return undefined;
  if (name === '') throw new UserError('pseudonyms/without-name', { pseudonym });
  if (pseudonym === '') return { name, pseudonym, alsoWithinWords: false };
  if ([...name].length < 2) throw new UserError('pseudonyms/too-short', { name });
  if (!/^[\p{L}\p{M}\p{N}（）·×○]+$/u.test(pseudonym))
    throw new UserError('pseudonyms/bad-pseudonym', { pseudonym });
  const known = before.get(name);
  if (known && known.pseudonym !== pseudonym) {
    throw new UserError('pseudonyms/twice', { name, one: known.pseudonym, other: pseudonym });
  }
  return { name, pseudonym, alsoWithinWords: readAnswer(within) };
}

function readAnswer(written: string): boolean {
  const answer = written.toLowerCase();
  if (answer === '') return false;
  for (const language of languageSchema.options) {
    const at = yesAndNo[language].indexOf(answer);
    if (at >= 0) return at === 0;
  }
  throw new UserError('pseudonyms/unknown-answer', { written });
}

function columnOf(head: string): NameColumn | undefined {
  const plain = head.normalize('NFKC').trim().toLowerCase();
  return nameColumns.find((column) =>
    languageSchema.options.some((language) => nameHeads[column][language].toLowerCase() === plain),
  );
}
