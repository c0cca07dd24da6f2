import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Limits } from '../formats/limits.js';

const PDF_JS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
// pdf.js wants a slash at the end on Windows as well.
const PDF_RESOURCES = {
  cMaps: `${join(PDF_JS, 'cmaps')}/`,
  standardFonts: `${join(PDF_JS, 'standard_fonts')}/`,
};

type SlowReader<T> = (path: string, bytes: Uint8Array, limits: Limits, encoding?: string) => Promise<T>;

/** The readers of formats whose files may hang or exhaust them; each is loaded when first used. */
export const SLOW_READERS = {
  doc: async (path, bytes, limits) => (await import('../formats/docx.js')).readDoc(path, bytes, limits),
  docx: async (path, bytes, limits) => (await import('../formats/docx.js')).readDocx(path, bytes, limits),
  'docx-comments': async (path, bytes, limits) =>
    (await import('../formats/docx-comments.js')).readCommentedDocx(path, bytes, limits),
  html: async (path, bytes, limits, encoding) =>
    (await import('../formats/html.js')).readHtml(path, bytes, limits, encoding),
  mhtml: async (path, bytes, limits, encoding) =>
    (await import('../formats/mhtml.js')).readMhtml(path, bytes, limits, encoding),
  pdf: async (path, bytes, limits) =>
    (await import('../formats/pdf.js')).readPdf(path, bytes, limits, PDF_RESOURCES),
  rtf: async (path, bytes) => (await import('../formats/rtf.js')).readRtf(path, bytes),
  xlsx: async (path, bytes, limits, encoding) =>
    (await import('../formats/xlsx.js')).readXlsx(path, bytes, limits, encoding),
} satisfies Readonly<Record<string, SlowReader<unknown>>>;

/** What a slow reader is called by. */
export type SlowFormat = keyof typeof SLOW_READERS;

/** What a slow reader makes of a file. */
export type SlowResult<F extends SlowFormat> = Awaited<ReturnType<(typeof SLOW_READERS)[F]>>;
