import { UserError } from '../errors.js';
import { decodeText } from './decode-text.js';
import type { MarkedLine } from './document-text.js';
import { readHtml } from './html.js';
import type { Limits } from './limits.js';
import { readMhtml } from './mhtml.js';
import { readXml } from './xml-events.js';
import type { DocumentPart } from './zip.js';

/**
 * The lines of a part that a Word document shows in its text: a web page or text that a program put in, or the words of a
 * SmartArt diagram; undefined for what cannot be read.
 */
export async function readDocxPart(
  path: string,
  { name, bytes }: DocumentPart,
  limits: Limits,
): Promise<MarkedLine[] | undefined> {
  try {
    if (/\.x?html?$/i.test(name)) return linesOf((await readHtml(path, bytes, limits)).text);
    if (/\.mht$/i.test(name)) return linesOf((await readMhtml(path, bytes, limits)).text);
    if (/\.txt$/i.test(name)) return linesOf(decodeText(bytes, path).text);
    if (/diagrams\/[^/]+\.xml$/i.test(name)) return await readDiagram(path, bytes, limits);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  return undefined;
}

const linesOf = (text: string) => text.split(/\r\n|\r|\n/).map((line): MarkedLine => ({ text: line }));

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
