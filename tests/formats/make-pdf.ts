import { encodeText } from './encode-text.js';

/** A page of a PDF made by hand: what it draws, and how it is turned. */
export interface PageSource {
  readonly content: string;
  readonly rotate?: number;
  /** What lies on it: fields of forms, notes, stamps; each as the entries of its dictionary. */
  readonly annotations?: readonly string[];
}

/** Fonts by name: /G in GBK-EUC-H, /U in UniGB-UCS2-H, /H the Latin Helvetica. */
const FONTS = [
  ...cidFont('STSong-Light', 'GBK-EUC-H'),
  ...cidFont('STSong-Light', 'UniGB-UCS2-H'),
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
];
const RESOURCES = '<</Font<</G 3 0 R/U 5 0 R/H 7 0 R>>>>';
const FIRST_PAGE = 3 + FONTS.length;

/** The bytes of a PDF with its cross references. `trailer` is added to the trailer dictionary. */
export function makePdf(pages: readonly PageSource[], trailer = ''): Uint8Array {
  const kids = pages.map((_, at) => `${FIRST_PAGE + 2 * at} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    ...FONTS,
    ...pages.flatMap(({ content, rotate = 0, annotations = [] }, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}/Resources ${RESOURCES}/Annots[${annotations.map((one) => `<</Type/Annot${one}>>`).join('')}]/Contents ${FIRST_PAGE + 2 * at + 1} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const tail = `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${xref}${tail}`, 'latin1');
}

/** Draws a line of Chinese at a place (points from the lower left). */
export function line(text: string, x: number, y: number, font: 'G' | 'U' = 'U', size = 12): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text, font)}> Tj ET\n`;
}

/** Draws a text along another direction. */
export function turnedLine(text: string, matrix: string): string {
  return `BT /U 12 Tf ${matrix} Tm <${hex(text, 'U')}> Tj ET\n`;
}

/** A text as a value in a dictionary. */
export function pdfText(text: string): string {
  return `<feff${hex(text, 'U')}>`;
}

function hex(text: string, font: 'G' | 'U'): string {
  const bytes = encodeText(text, font === 'G' ? 'gb18030' : 'utf-16be');
  return Buffer.from(bytes).toString('hex');
}

function cidFont(name: string, map: string): string[] {
  const next = map === 'GBK-EUC-H' ? 4 : 6;
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/${name}-${map}/Encoding/${map}/DescendantFonts[${next} 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>`,
  ];
}
