import { write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { line, makePdf } from './make-pdf.js';

const TEXT = '该县坚持党建引领，选派驻村第一书记';

/** Small sound files of a format, to be damaged. */
export const SAMPLE_FILES: Readonly<Record<'pdf' | 'xlsx' | 'zip', readonly Uint8Array[]>> = {
  pdf: [
    makePdf([
      { content: line(TEXT, 60, 700) + line(TEXT, 60, 682, 'G') },
      { content: line(TEXT, 60, 700), rotate: 90 },
    ]),
  ],
  xlsx: [...(['xlsx', 'biff8', 'html', 'xlml'] as const)].map((bookType) => workbook(bookType)),
  zip: [
    zipSync(
      { 县: { 'a.txt': strToU8(TEXT.repeat(20)), 'b.txt': [strToU8(TEXT), { level: 0 }] } },
      { mtime: '2020-01-01' },
    ),
  ],
};

const SHEET_PART = 'xl/worksheets/sheet1.xml';

/** The markup of a sheet with a date, a merged cell and texts within. */
export const SAMPLE_SHEET = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>编号</t></r></is></c><c r="B1" t="str"><v>正文</v></c></row><row r="2"><c r="A2"><v>44197.5</v></c><c r="B2" t="str"><f>A1&amp;B1</f><v>${TEXT}</v></c><c r="C2" t="e"><v>#N/A</v></c></row><row r="3"><c r="B3" t="b"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`;

/** A sound workbook with the given bytes for its sheet. */
export function withSheet(sheet: Uint8Array): Uint8Array {
  return zipSync({ ...unzipSync(workbook('xlsx')), [SHEET_PART]: sheet });
}

function workbook(bookType: 'xlsx' | 'biff8' | 'html' | 'xlml'): Uint8Array {
  const sheet = {
    '!ref': 'A1:B2',
    A1: { t: 's', v: '编号' } as const,
    B1: { t: 's', v: '正文' } as const,
    A2: { t: 'n', v: 12, z: '00000' } as const,
    B2: { t: 's', v: TEXT } as const,
  };
  return Buffer.from(write({ SheetNames: ['一'], Sheets: { 一: sheet } }, { type: 'buffer', bookType }));
}
