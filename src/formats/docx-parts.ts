import { UserError } from '../errors.js';
import { decodeText } from './decode-text.js';
import { type LeftOut, type MarkedLine, NOTHING_LEFT_OUT } from './document-text.js';
import { readHtml } from './html.js';
import type { Limits } from './limits.js';
import { readMhtml } from './mhtml.js';
import { isRtf, readRtfLines } from './rtf.js';
import { readXml } from './xml-events.js';
import type { DocumentPart } from './zip.js';

/** A part that was read: its lines, and what of it is none of its text. */
export interface ReadPart {
  readonly lines: readonly MarkedLine[];
  readonly leftOut?: LeftOut | undefined;
}

/**
 * The lines of a part that a Word document shows in its text: a web page, text or Rich Text that a program put in, or the words of a
 * SmartArt diagram, or with `readDocument` another Word document; undefined for what cannot be read.
 */
export async function readDocxPart(
  path: string,
  { name, bytes }: DocumentPart,
  limits: Limits,
  readDocument?: (bytes: Uint8Array) => Promise<ReadPart>,
): Promise<ReadPart | undefined> {
  try {
    if (/\.docx$/i.test(name)) return await readDocument?.(bytes);
    if (/\.x?html?$/i.test(name)) return linesOf((await readHtml(path, bytes, limits)).text);
    if (/\.mht(?:ml)?$/i.test(name)) return linesOf((await readMhtml(path, bytes, limits)).text);
    if (isRtf(bytes)) return readRtfPart(path, bytes);
    if (/\.txt$/i.test(name)) return linesOf(decodeText(bytes, path).text);
    if (/diagrams\/[^/]+\.xml$/i.test(name)) return { lines: await readDiagram(path, bytes, limits) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  return undefined;
}

function readRtfPart(path: string, bytes: Uint8Array): ReadPart {
  const { lines, hidden } = readRtfLines(path, bytes);
  return { lines, leftOut: { ...NOTHING_LEFT_OUT, hidden } };
}

const linesOf = (text: string): ReadPart => ({
  lines: text.split(/\r\n|\r|\n/).map((line) => ({ text: line })),
});

/** The words of a diagram, one point a line, in the order of its data. */
async function readDiagram(path: string, bytes: Uint8Array, limits: Limits): Promise<MarkedLine[]> {
  const lines: MarkedLine[] = [];
  let words = '';
  let texts = 0;
  await readXml(
    decodeText(bytes, path).text,
    { path, format: 'Word', limits },
    {
      open: (name) => {
        if (name === 't') texts += 1;
      },
      text: (text) => {
        if (texts > 0) words += text;
      },
      close: (name) => {
        if (name === 't') texts -= 1;
        if (name !== 'p' && name !== 'pt') return;
        if (words.trim() !== '') lines.push({ text: words.replaceAll(/\s+/g, ' ').trim() });
        words = '';
      },
    },
  );
  return lines;
}
