import type { PDFPageProxy } from 'pdfjs-dist';
import { UserError } from '../errors.js';
import type { Mark } from '../model/mark.js';
import type { Problem } from '../model/problem.js';
import type { UnreadablePage } from '../model/unreadable-page.js';
import { codePointLength } from '../text/code-points.js';
import { type LeftOut, NOTHING_LEFT_OUT } from './document-text.js';
import type { Limits } from './limits.js';
import { annotationTexts, type PdfAnnotation, unreadAnnotations } from './pdf-layout/annotation-texts.js';
import { readBookmarks } from './pdf-layout/bookmarks.js';
import type { PlacedText } from './pdf-layout/fragment.js';
import { fragmentsByDirection } from './pdf-layout/fragments.js';
import type { Bookmark } from './pdf-layout/line-kinds.js';
import { readRules } from './pdf-layout/page-rules.js';
import { textOfPages } from './pdf-layout/page-text.js';
import { linesInOrder } from './pdf-layout/reading-order.js';
import { findRuledTables, type RuledTable } from './pdf-layout/ruled-tables.js';
import { multiply } from './pdf-layout/transform.js';

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
  readonly unreadable: readonly UnreadablePage[];
  readonly leftOut?: LeftOut;
}

/** Beyond this share of characters that cannot be read a document has no text. */
const MOST_UNREADABLE = 0.5;
const UNREADABLE = /[\p{Co}\p{Cn}\ufffd]|(?![\n\t\f])\p{Cc}/gu;

/**
 * The text of a PDF in reading order, with its line ends and page ends.
 * @throws UserError import/corrupt-file, import/encrypted-file, import/needs-ocr, import/unreadable-text, import/over-limit
 */
export async function readPdf(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  resources: PdfResources,
): Promise<PdfText> {
  refuseTruncated(path, bytes);
  const { placed, bookmarks } = await readPages(path, bytes, limits, resources);
  const fragments = fragmentsByDirection(placed);
  const gutters = new Set<number>();
  const readLines = () => fragments.map((page) => page.flatMap((one) => linesInOrder(one, gutters)));
  // Where a page has columns, a short one is read by what all pages say.
  const found = readLines();
  const pages = gutters.size > 0 ? readLines() : found;
  const { text, marks } = textOfPages(pages, bookmarks);
  if (text.trim() === '') throw new UserError('import/needs-ocr', { path });
  const counts = text.split('\f').map(countCharacters);
  const total = (kind: keyof ReturnType<typeof countCharacters>) =>
    counts.reduce((sum, count) => sum + count[kind], 0);
  const [unreadable, characters] = [total('unreadable'), total('characters')];
  if (unreadable > MOST_UNREADABLE * characters) {
    throw new UserError('import/unreadable-text', { path, unreadable, characters });
  }
  return {
    text,
    marks,
    pagesWithoutText: pages.flatMap((lines, at) => (lines.length === 0 ? [at + 1] : [])),
    unreadable: counts.flatMap((count, at) => (count.unreadable > 0 ? [{ page: at + 1, ...count }] : [])),
    ...leftOutOf(placed),
  };
}

function leftOutOf(pages: readonly PlacedPage[]): Pick<PdfText, 'leftOut'> {
  const sum = (kind: keyof PlacedPage['unread']) => pages.reduce((all, { unread }) => all + unread[kind], 0);
  const [comments, stamps] = [sum('comments'), sum('stamps')];
  return comments + stamps === 0 ? {} : { leftOut: { ...NOTHING_LEFT_OUT, comments, stamps } };
}

function countCharacters(text: string): { readonly unreadable: number; readonly characters: number } {
  const characters = codePointLength(text.replaceAll(/\s+/gu, ''));
  return { unreadable: text.match(UNREADABLE)?.length ?? 0, characters };
}

/** pdf.js repairs a file that was cut off by leaving out the pages it cannot find; we would rather know. */
function refuseTruncated(path: string, bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 1024).includes('%PDF-')) throw corrupt(path, { kind: 'no-header', header: '%PDF-' });
  if (file.lastIndexOf('startxref') < file.lastIndexOf('endobj')) throw corrupt(path, { kind: 'cut-off' });
}

interface PlacedPage {
  readonly texts: readonly PlacedText[];
  readonly tables: readonly RuledTable[];
  readonly unread: ReturnType<typeof unreadAnnotations>;
}

async function readPages(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  { cMaps, standardFonts }: PdfResources,
): Promise<{ readonly placed: readonly PlacedPage[]; readonly bookmarks: readonly Bookmark[] }> {
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
    const placed: PlacedPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const annotations: PdfAnnotation[] = await page.getAnnotations();
      const texts = await placedTexts(page, annotations);
      // Pages of pictures draw no tables, and drawing them takes long.
      const rules = texts.length > 0 ? await readRules(page) : [];
      placed.push({ texts, tables: findRuledTables(rules), unread: unreadAnnotations(annotations) });
      page.cleanup();
    }
    return { placed, bookmarks: await readBookmarks(document) };
  } catch (error) {
    throw asUserError(path, error);
  } finally {
    await task.destroy();
  }
}

async function placedTexts(page: PDFPageProxy, annotations: readonly PdfAnnotation[]): Promise<PlacedText[]> {
  const view = page.getViewport({ scale: 1 }).transform as number[];
  const { items, styles } = await page.getTextContent();
  const printed = items.flatMap((item): PlacedText[] => {
    if (!('str' in item)) return [];
    const isVertical = styles[item.fontName]?.vertical ?? false;
    const length = isVertical ? item.height : item.width;
    return [{ text: item.str, transform: item.transform as number[], length, isVertical }];
  });
  // Forms that people filled in, and what they wrote over the page, are no part of its own text.
  const filledIn = annotations.flatMap(annotationTexts);
  return [...printed, ...filledIn].map((one) => ({ ...one, transform: multiply(view, one.transform) }));
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
