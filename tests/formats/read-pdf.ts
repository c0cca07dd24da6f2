import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { type PdfText, readPdf } from '../../src/formats/pdf.js';

const PDF_JS = 'node_modules/pdfjs-dist';

/** Reads a PDF with the maps and fonts of the installed pdf.js. */
export function readTestPdf(bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<PdfText> {
  return readPdf('报告.pdf', bytes, limits, {
    cMaps: `${PDF_JS}/cmaps/`,
    standardFonts: `${PDF_JS}/standard_fonts/`,
  });
}
