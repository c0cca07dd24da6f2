import { UserError } from '../errors.js';
import { writeCsv } from '../formats/csv.js';
import { type SheetToWrite, writeXlsx } from '../formats/xlsx-write.js';
import type { Codebook } from '../model/codebook.js';
import { languageSchema } from '../model/language.js';
import {
  type SheetColumnName,
  type SheetHead,
  type SheetKind,
  type SheetRow,
  sheetVerdicts,
} from '../model/sheet.js';
import { sheetHead } from '../model/sheet-head.js';
import { verdictWord } from '../model/sheet-verdict.js';
import { chooseView, type ViewRequest } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { type AgreedCounts, countAgreed } from '../project/count-agreed.js';
import { codebookToDecide } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { requireBatch } from '../project/require-batch.js';
import { requireCoder } from '../project/require-coder.js';
import { type Sample, sampleRows } from '../project/sample-rows.js';
import { hashSheet, KEY_HEADS, keyCells } from '../project/sheets/row-key.js';
import { notInList, sheetTitles, sheetWidth } from '../report/sheet-heads.js';
import { readMappings } from '../store/mapping-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { codeRows } from './sheets/code-rows.js';
import { contestedRows } from './sheets/contested-rows.js';
import { keywordRows } from './sheets/keyword-rows.js';
import { passageRows } from './sheets/passage-rows.js';
import { revisitRows } from './sheets/revisit-rows.js';
import { screeningRows } from './sheets/screening-rows.js';
import { sentenceRows } from './sheets/sentence-rows.js';
import type { SheetRequest, SheetRows } from './sheets/sheet-request.js';
import { writeNamedFile } from './write-files.js';

/** Which sheet is written, for which coder. */
export interface ExportOptions extends Sample, ViewRequest {
  readonly what: SheetKind;
  readonly coder: string;
  readonly codebook?: string | undefined;
  readonly batch?: string | undefined;
  /** uncoded: only sentences of these cases. */
  readonly cases?: readonly string[] | undefined;
  /** passages: only what this coder coded. */
  readonly of?: string | undefined;
  /** contested: letters stand in the place of names, the same ones in each sheet of the project. */
  readonly hideNames?: boolean | undefined;
}

/** A sheet as it was written. */
export interface ExportedSheet {
  readonly what: SheetKind;
  readonly coder: string;
  readonly rows: number;
  /** How many rows there are to draw from. */
  readonly of: number;
  readonly sheet: string;
  /** contested: what became of all that several coders judged. */
  readonly agreement: AgreedCounts | null;
}

/**
 * Writes what a coder is to judge as a sheet, .xlsx or .csv by its name.
 * @throws UserError sheet/bad-sample, sheet/unknown-format, decide/not-coded, sheet/hides-no-names, view/unknown, files/cannot-write
 */
export async function exportSheet(
  { store }: ReadContext,
  options: ExportOptions,
  out: string,
): Promise<ExportedSheet> {
  const format = /\.(xlsx|csv)$/i.exec(out)?.[1]?.toLowerCase();
  if (format === undefined) throw new UserError('sheet/unknown-format', { path: out });
  if (options.hideNames && options.what !== 'contested') throw new UserError('sheet/hides-no-names', options);
  const coder = requireCoder(options.coder);
  const language = languageSchema.parse(getSetting(store, 'language'));
  const codebook =
    options.what === 'screening' ? null : codebookToDecide(store, 'review', options.codebook).codebook;
  const isBlind = options.view === 'blind' || options.hideNames === true;
  let of = 0;
  const draw: SheetRequest['draw'] = (items, about) => {
    of = items.length;
    return sampleRows(items, about, options);
  };
  const request: SheetRequest = { ...options, coder, codebook, isBlind, language, draw };
  requireBatch(store, options.batch);
  const sheetRows = rowsOf(store, request, options.view);
  const { rows } = sheetRows;
  const head: SheetHead = {
    what: options.what,
    isBlind,
    coder,
    codebookId: codebook?.id ?? null,
    id: hashSheet([options.what, isBlind, coder, rows]),
  };
  const sheet = layOut(request, sheetRows, head);
  writeNamedFile(out, format === 'csv' ? csvOf(sheet) : await writeXlsx(sheet));
  const agreement = options.what === 'contested' ? countAgreed(store, codebook?.id) : null;
  return { what: options.what, coder, rows: rows.length, of, sheet: head.id, agreement };
}

function rowsOf(store: Store, request: SheetRequest, view: string | undefined): SheetRows {
  const { what, coder, codebook, isBlind } = request;
  const whose = chooseView(store, view === 'blind' ? { view, coder } : { view });
  const codebooks = [codebook?.id];
  // A blind sheet has the excerpts that all others have: only what is said of them is hidden.
  const seen = isBlind ? chooseView(store, {}) : whose;
  switch (what) {
    case 'screening':
      return inView(store, whose, { depth: 'mappings', codebooks: [undefined] }, () =>
        screeningRows(store, request),
      );
    case 'open':
      return inView(store, whose, { depth: 'mappings', codebooks }, () => {
        const mappings = readMappings(store, codebook?.id ?? '');
        return mappings.length > 0 ? keywordRows(store, request, mappings) : sentenceRows(store, request);
      });
    case 'axial':
      return codeRows(store, request);
    case 'passages':
      return inView(store, seen, { depth: 'passages', codebooks }, () => passageRows(store, request));
    case 'uncoded':
      return inView(store, seen, { depth: 'passages', codebooks }, () => sentenceRows(store, request));
    case 'contested':
      return contestedRows(store, request);
    case 'revisit':
      return revisitRows(store, request);
  }
}

/** Puts rows under their heads, with the hidden columns behind what people read. */
function layOut(
  { codebook, language, what }: SheetRequest,
  { columns, open, rows, offers = {} }: SheetRows,
  head: SheetHead,
): SheetToWrite {
  const levels = codebook?.levels ?? [];
  const lists = listsOf(codebook, what).map(({ column, values }) => ({
    column,
    name: `${column}_list`,
    values,
  }));
  const listOf = (column: SheetColumnName) => {
    const of = /^code\d?$/.test(column) ? 'code' : column;
    const list = lists.find((one) => one.column === of && one.values.length > 0);
    return open.includes(column) && list ? { list: list.name } : {};
  };
  return {
    name: sheetTitles[what][language],
    columns: [
      ...columns.map((column) => ({
        head: sheetHead(column, levels, language),
        width: sheetWidth(column),
        isOpen: open.includes(column),
        ...listOf(column),
      })),
      ...KEY_HEADS.map((key) => ({ head: key, width: 12, isHidden: true })),
    ],
    rows: rows.map((row, at) => cellsOf(row, at + 1, columns, head)),
    lists: lists.filter(({ values }) => values.length > 0).map(({ name, values }) => ({ name, values })),
    notInList: notInList[language],
  };

  function listsOf(book: Codebook | null, kind: SheetKind) {
    const labels = (level: string | undefined) =>
      (book?.codes ?? []).filter((code) => code.level === level).map(({ label }) => label.zh);
    const allowed = kind === 'screening' ? ['keep', 'drop', 'fold'] : ['confirm', 'reject'];
    return [
      { column: 'code', values: labels(book?.levels.at(-1)?.id) },
      ...(book?.levels ?? []).map(({ id }, at) => ({ column: `level${at + 1}`, values: labels(id) })),
      {
        column: 'verdict',
        values: sheetVerdicts.filter((one) => allowed.includes(one)).map((one) => verdictWord(one, language)),
      },
      ...Object.entries(offers).map(([column, values = []]) => ({ column, values })),
    ];
  }
}

function cellsOf(
  { key, cells }: SheetRow,
  number: number,
  columns: readonly SheetColumnName[],
  head: SheetHead,
): (string | number | null)[] {
  const hidden = keyCells(head, key);
  return [
    ...columns.map((column) => (column === 'number' ? number : (cells[column] ?? null))),
    ...KEY_HEADS.map((one) => hidden[one] ?? null),
  ];
}

function csvOf({ columns, rows }: SheetToWrite): string {
  const heads = columns.map(({ head }) => head);
  return writeCsv(
    heads,
    rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null]))),
  );
}
