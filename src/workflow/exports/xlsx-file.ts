import { type PlacedSheet, writeWorkbook } from '../../formats/xlsx/write-workbook.js';
import type { TableName } from '../../model/table-name.js';
import { frameworkFor } from '../../project/select-coding.js';
import { captionTable } from '../../report/caption-table.js';
import { isPrintedApart } from '../../report/print-table.js';
import { titles } from '../../report/titles.js';
import { workbookWords } from '../../report/workbook-words.js';
import type { Table } from '../table.js';
import type { Dataset } from './dataset.js';
import type { ExportFormat } from './export-format.js';
import { contentsSheet, type ListedSheet } from './workbook/contents-sheet.js';
import { findEvidence, sortByCode } from './workbook/evidence-places.js';
import { printSheet } from './workbook/print-sheet.js';
import { openSheetNames } from './workbook/sheet-names.js';
import { type SheetContext, tableSheet } from './workbook/table-sheet.js';

/** `xlsx`: one workbook, each table a sheet. */
export const xlsxFormat: ExportFormat = {
  extension: 'xlsx',
  write: (dataset) => writeWorkbook(sheetsOf(dataset)),
};

/** The sheets of a workbook; that of the evidence is made before those that lead to it. */
function* sheetsOf({
  context: { store },
  request,
  language,
  names,
  tables,
  note,
}: Dataset): Generator<PlacedSheet> {
  const words = workbookWords[language];
  const nameSheet = openSheetNames();
  const contents = nameSheet(words.contents);
  const planned = names.flatMap((name) => {
    const title = titles[language][name];
    const plain = { name, isPrinted: false, sheet: nameSheet(title) };
    return isPrintedApart(name)
      ? [plain, { name, isPrinted: true, sheet: nameSheet(title, words.print) }]
      : [plain];
  });
  const framework = frameworkFor(store, request.codebook);
  const first = names.filter((name) => name === 'evidence');
  const order: readonly TableName[] = [...first, ...names.filter((name) => name !== 'evidence')];
  const listed: ListedSheet[] = [];
  let evidence: SheetContext['evidence'];
  for (const made of tables(order)) {
    const table = made.name === 'evidence' ? sortByCode(made, framework) : made;
    for (const [at, { name, isPrinted, sheet }] of planned.entries()) {
      if (name !== table.name) continue;
      if (name === 'evidence') evidence = { sheet, places: findEvidence(table, framework) };
      listed[at] = listSheet(table, sheet, language);
      yield {
        place: at + 1,
        sheet: isPrinted
          ? printSheet(table, sheet, language)
          : tableSheet(table, sheet, { language, note, contents, evidence }),
      };
    }
  }
  yield { place: 0, sheet: contentsSheet(listed, language) };
}

function listSheet({ name, rows, source }: Table, sheet: string, language: Dataset['language']): ListedSheet {
  return { sheet, rows: rows.length, caption: captionTable(name, source, language) };
}
