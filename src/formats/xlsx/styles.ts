import type { CellStyle } from 'hucre/xlsx';

/** Of every cell; Excel takes the East Asian font of the theme for Chinese characters. */
export const FONT = { name: 'Calibri', size: 11 } as const;
const LINE = { style: 'thin', color: { rgb: 'D0D0D0' } } as const;
const THIN = { style: 'thin', color: { rgb: '000000' } } as const;
const THICK = { style: 'medium', color: { rgb: '000000' } } as const;
const LINK = { ...FONT, color: { rgb: '0563C1' }, underline: true } as const;
const TEXT = '@';

const body: CellStyle = { font: FONT, alignment: { vertical: 'top' }, border: { bottom: LINE } };
const wrapped: CellStyle = { ...body, alignment: { vertical: 'top', wrapText: true } };
const head: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { ...LINE, style: 'medium' } },
};
const filledHead = (rgb: string): CellStyle => ({
  ...head,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
});
/** Of a printed table: no lines but those that part head, rows and foot (三线表). */
const printed: CellStyle = { font: FONT, alignment: { vertical: 'center', wrapText: true } };
const counted: CellStyle = { ...printed, alignment: { vertical: 'center', horizontal: 'right' } };

/** How numbers of each kind are shown; the cell keeps every digit. */
const NUMBERS = { count: '0', share: '0.0%', measure: '0.000', probability: '0.0000' } as const;

/** Every style that a cell of a workbook may have. */
export const STYLES = withNames({
  head: filledHead('DDE6F0'),
  openHead: filledHead('FFF2CC'),
  text: { ...body, numFmt: TEXT },
  wrapped: { ...wrapped, numFmt: TEXT },
  note: { font: { ...FONT, color: { rgb: '595959' } }, alignment: { vertical: 'top', wrapText: true } },
  title: { font: { ...FONT, bold: true, size: 13 }, alignment: { vertical: 'center', horizontal: 'center' } },
  link: { ...wrapped, font: LINK, numFmt: TEXT },
  count: { ...body, numFmt: NUMBERS.count },
  share: { ...body, numFmt: NUMBERS.share },
  measure: { ...body, numFmt: NUMBERS.measure },
  probability: { ...body, numFmt: NUMBERS.probability },
  countLink: { ...body, font: LINK, numFmt: NUMBERS.count },
  printedHead: {
    ...head,
    alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
    border: { top: THICK, bottom: THIN },
  },
  printedText: { ...printed, numFmt: TEXT },
  printedcount: { ...counted, numFmt: NUMBERS.count },
  printedshare: { ...counted, numFmt: NUMBERS.share },
  printedmeasure: { ...counted, numFmt: NUMBERS.measure },
  printedprobability: { ...counted, numFmt: NUMBERS.probability },
  printedFoot: {
    font: { ...FONT, size: 9 },
    alignment: { vertical: 'top', wrapText: true },
    border: { top: THICK },
  },
});

/** The name of a style of a cell. */
export type StyleName = keyof typeof STYLES;

function withNames<Name extends string>(
  styles: Readonly<Record<Name, CellStyle>>,
): Readonly<Record<Name, CellStyle>> {
  return styles;
}
