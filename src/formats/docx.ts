import { UserError } from '../errors.js';
import { pushAll } from '../text/many.js';
import { joinLines, splitLine, trimLine } from './anchored-lines.js';
import {
  type DocumentText,
  joinMarkedLines,
  type LeftOut,
  type MarkedLine,
  NOTHING_LEFT_OUT,
} from './document-text.js';
import { docxBodyListener, type MarkNote } from './docx-body.js';
import { numberingListener, numberParagraphs } from './docx-numbering.js';
import { type ReadPart, readDocxPart } from './docx-parts.js';
import { stylesListener } from './docx-styles.js';
import type { Limits } from './limits.js';
import { isEncrypted, isOle, openPackage } from './office-package.js';
import { isRtf, readRtf } from './rtf.js';
import { readXml, type XmlListener } from './xml-events.js';

const FORMAT = 'Word';
const ZIP = [0x50, 0x4b];
/** Documents within documents are read so deep. */
const DEEPEST_DOCUMENT = 3;

/**
 * The text of a Word document: paragraphs, headings and table rows one a line, cells separated by tabs, text
 * boxes after the paragraph they are anchored in, numbers as Word shows them; foot- and endnotes at the end,
 * marked [1], [2] … in the order of their references. Tracked changes are accepted, hidden text and comments left out.
 * @throws UserError import/old-word, import/encrypted-file, import/corrupt-file, import/over-limit
 */
export async function readDocx(path: string, bytes: Uint8Array, limits: Limits): Promise<DocumentText> {
  const { lines, leftOut } = await readDocxLines(path, bytes, limits);
  return { ...joinMarkedLines(lines), ...(leftOut && { leftOut }) };
}

/**
 * The lines of a Word document, with where comments begin and end in them, and its other parts by their types.
 * @throws UserError as `readDocx`
 */
export async function readDocxLines(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  depth = DEEPEST_DOCUMENT,
): Promise<{
  readonly lines: readonly MarkedLine[];
  readonly leftOut: LeftOut | undefined;
  readonly readPart: (type: string, listener: XmlListener) => Promise<void>;
}> {
  if (isOle(bytes))
    throw new UserError(isEncrypted(bytes) ? 'import/encrypted-file' : 'import/old-word', { path });
  const parts = openPackage(path, bytes, limits);
  const file = { path, format: FORMAT, limits };
  const main = parts.related('').get('officeDocument') ?? 'word/document.xml';
  const body = parts.read(main);
  if (body === undefined) {
    throw new UserError('import/corrupt-file', {
      path,
      format: FORMAT,
      problem: { kind: 'missing-part', part: main },
    });
  }
  const [related, properties] = [parts.related(main), parts.related('')];
  const readPart = async (type: string, listener: XmlListener) => {
    const xml = parts.read(related.get(type) ?? properties.get(type) ?? '');
    if (xml !== undefined) await readXml(xml, file, listener);
  };

  const lists = numberingListener();
  await readPart('numbering', lists);
  await readPart('styles', lists);
  const styles = stylesListener();
  await readPart('styles', styles);
  const number = numberParagraphs(lists.numbering);
  const references: string[] = [];
  const mark: MarkNote = (kind, id) => `[${references.push(`${kind} ${id}`)}]`;
  const text = docxBodyListener(number, mark, styles);
  await readXml(body, file, text);
  text.end();
  const whole = await withParts(text.body.lines, async (id) => {
    const part = parts.referred(main, id);
    const readNested = (bytes: Uint8Array) => readDocxLines(path, bytes, limits, depth - 1);
    return part && readDocxPart(path, part, limits, depth > 0 ? readNested : undefined);
  });

  const notes = new Map<string, readonly MarkedLine[]>();
  for (const kind of ['footnote', 'endnote']) {
    const listener = docxBodyListener(number, () => '', styles);
    await readPart(`${kind}s`, listener);
    for (const [id, lines] of listener.body.notes) notes.set(`${kind} ${id}`, lines);
  }
  const noteLines = references.flatMap((key, at) => {
    const note = trimLine(joinLines(notes.get(key) ?? [], '\n'));
    return splitLine({ ...joinLines([{ text: `[${at + 1}]` }, note], ' '), kind: 'note' });
  });
  const leftOut = addLeftOut([text.body.leftOut, ...whole.leftOut]);
  const isAll = Object.values(leftOut).every((count) => count === 0);
  return { lines: [...whole.lines, ...noteLines], leftOut: isAll ? undefined : leftOut, readPart };
}

/** Lines with those of the parts that belong between them, and what of these is left out. */
async function withParts(
  lines: readonly MarkedLine[],
  read: (id: string) => Promise<ReadPart | undefined>,
): Promise<{ readonly lines: readonly MarkedLine[]; readonly leftOut: readonly LeftOut[] }> {
  if (!lines.some(({ part }) => part !== undefined)) return { lines, leftOut: [] };
  const whole: MarkedLine[] = [];
  const leftOut: LeftOut[] = [];
  for (const line of lines) {
    const part = line.part === undefined ? { lines: [line] } : await read(line.part);
    pushAll(whole, part?.lines ?? []);
    if (part === undefined) leftOut.push({ ...NOTHING_LEFT_OUT, parts: 1 });
    else if (part.leftOut) leftOut.push(part.leftOut);
  }
  return { lines: whole, leftOut };
}

function addLeftOut(all: readonly LeftOut[]): LeftOut {
  const kinds = Object.keys(NOTHING_LEFT_OUT) as (keyof LeftOut)[];
  const sums = kinds.map((kind) => [kind, all.reduce((sum, one) => sum + one[kind], 0)]);
  return Object.fromEntries(sums) as LeftOut;
}

/**
 * The text of a file named .doc: programs give this name to .docx files and Rich Text too, and these can be read.
 * @throws UserError import/old-word for all others, and what `readDocx` and `readRtf` throw
 */
export async function readDoc(path: string, bytes: Uint8Array, limits: Limits): Promise<DocumentText> {
  if (isRtf(bytes)) return readRtf(path, bytes);
  const isDocx = ZIP.every((byte, at) => bytes[at] === byte) || (isOle(bytes) && isEncrypted(bytes));
  if (!isDocx) throw new UserError('import/old-word', { path });
  return readDocx(path, bytes, limits);
}
