import type { PDFPageProxy } from 'pdfjs-dist';
import { UserError } from '../errors.js';
import type { Mark } from '../model/mark.js';
import type { Problem } from '../model/problem.js';
import type { Limits } from './limits.js';
import { annotationTexts, type PdfAnnotation } from './pdf-layout/annotation-texts.js';
import { readBookmarks } from './pdf-layout/bookmarks.js';
import { fragmentsByDirection, type PlacedText } from './pdf-layout/fragments.js';
import type { Bookmark } from './pdf-layout/line-kinds.js';
import { textOfPages } from './pdf-layout/page-text.js';
import { linesInOrder } from './pdf-layout/reading-order.js';

/** Folders of pdf.js (each ending in `/`): what its predefined maps and fonts say of characters. */
export interface PdfResources {
  readonly cMaps: string;
  readonly standardFonts: string;
}

/** The text of a PDF, pages parted by form feeds, and the pages (from 1) that have none: blank or images only. */
export interface PdfText {
  readonly text: string;
  /** What the sizes and places of its lines say of them. */
  readonly marks: readonly Mark[];
  readonly pagesWithoutText: readonly number[];
}

/** Beyond this share of private or control characters the fonts do not say what they print. */
const MOST_UNREADABLE = 0.2;
const UNREADABLE = /[\p{Co}\p{Cn}\ufffd]|(?![\n\t\f])\p{Cc}/gu;

/**
 * The text of a PDF in reading order, with its line ends and page ends.
 * @throws UserError import/corrupt-file, import/encrypted-file, import/needs-ocr, import/over-limit
 */
export async function readPdf(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  resources: PdfResources,
): Promise<PdfText> {
  refuseTruncated(path, bytes);
  const { placed, bookmarks } = await readPages(path, bytes, limits, resources);
  const pages = placed.map((texts) =>
    fragmentsByDirection(texts).flatMap((fragments) => linesInOrder(fragments)),
  );
  const { text, marks } = textOfPages(pages, bookmarks);
  const unreadable = text.match(UNREADABLE)?.length ?? 0;
  if (text.trim() === '' || unreadable > MOST_UNREADABLE * text.length) {
    throw new UserError('import/needs-ocr', { path });
  }
  return {
    text,
    marks,
    pagesWithoutText: pages.flatMap((lines, at) => (lines.length === 0 ? [at + 1] : [])),
  };
}

/** pdf.js repairs a file that was cut off by leaving out the pages it cannot find; we would rather know. */
function refuseTruncated(path: string, bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 1024).includes('%PDF-')) throw corrupt(path, { kind: 'no-header', header: '%PDF-' });
  if (file.lastIndexOf('startxref') < file.lastIndexOf('endobj')) throw corrupt(path, { kind: 'cut-off' });
}

async function readPages(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  { cMaps, standardFonts }: PdfResources,
): Promise<{ readonly placed: readonly PlacedText[][]; readonly bookmarks: readonly Bookmark[] }> {
  const { getDocument } = await loadPdfJs();
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: cMaps,
    cMapPacked: true,
    standardFontDataUrl: standardFonts,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    // A page that can be read only in part is an error to it, not a shorter page.
    stopAtErrors: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.pdfPages) {
      throw new UserError('import/over-limit', { path, limit: 'pdfPages', allowed: limits.pdfPages });
    }
    const placed: PlacedText[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      placed.push(await placedTexts(page));
      page.cleanup();
    }
    return { placed, bookmarks: await readBookmarks(document) };
  } catch (error) {
    throw asUserError(path, error);
  } finally {
    await task.destroy();
  }
}

async function placedTexts(page: PDFPageProxy): Promise<PlacedText[]> {
  const view = page.getViewport({ scale: 1 }).transform as number[];
  const { items, styles } = await page.getTextContent();
  const printed = items.flatMap((item): PlacedText[] => {
    if (!('str' in item)) return [];
    const isVertical = styles[item.fontName]?.vertical ?? false;
    const length = isVertical ? item.height : item.width;
    return [{ text: item.str, transform: item.transform as number[], length, isVertical }];
  });
  // Forms that people filled in, and what they wrote over the page, are no part of its own text.
  const filledIn = ((await page.getAnnotations()) as PdfAnnotation[]).flatMap(annotationTexts);
  return [...printed, ...filledIn].map((one) => ({ ...one, transform: multiply(view, one.transform) }));
}

function multiply(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** pdf.js needs the classes of a drawing canvas to load, but not to read text. */
async function loadPdfJs() {
  const scope = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'] as const) scope[name] ??= class {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Whatever pdf.js throws while it reads is about the file. */
function asUserError(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  return error instanceof Error && error.name === 'PasswordException'
    ? new UserError('import/encrypted-file', { path })
    : corrupt(path, { kind: 'damaged-content' });
}

function corrupt(path: string, problem: Problem): UserError {
  return new UserError('import/corrupt-file', { path, format: 'PDF', problem });
}
