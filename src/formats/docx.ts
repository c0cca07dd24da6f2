import { UserError } from '../errors.js';
import { joinLines, splitLine, trimLine } from './anchored-lines.js';
import { type DocumentText, joinMarkedLines, type LeftOut, type MarkedLine } from './document-text.js';
import { docxBodyListener, type MarkNote } from './docx-body.js';
import { numberingListener, numberParagraphs } from './docx-numbering.js';
import { readDocxPart } from './docx-parts.js';
import { stylesListener } from './docx-styles.js';
import type { Limits } from './limits.js';
import { isEncrypted, isOle, openPackage } from './office-package.js';
import { readXml, type XmlListener } from './xml-events.js';

const FORMAT = 'Word';
const ZIP = [0x50, 0x4b];

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
    return part && readDocxPart(path, part, limits);
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
  const { hidden, symbols } = text.body.leftOut;
  const leftOut = { hidden, symbols, parts: whole.unread + text.body.leftOut.parts };
  const isAll = hidden + symbols + leftOut.parts === 0;
  return { lines: [...whole.lines, ...noteLines], leftOut: isAll ? undefined : leftOut, readPart };
}

/** Lines with those of the parts that belong between them, and how many parts could not be read. */
async function withParts(
  lines: readonly MarkedLine[],
  read: (id: string) => Promise<readonly MarkedLine[] | undefined>,
): Promise<{ readonly lines: readonly MarkedLine[]; readonly unread: number }> {
  if (!lines.some(({ part }) => part !== undefined)) return { lines, unread: 0 };
  let unread = 0;
  const whole: MarkedLine[] = [];
  for (const line of lines) {
    const own = line.part === undefined ? [line] : await read(line.part);
    if (own === undefined) unread += 1;
    whole.push(...(own ?? []));
  }
  return { lines: whole, unread };
}

/**
 * The text of a file named .doc: programs give this name to .docx files too, and they can be read.
 * @throws UserError import/old-word for all others, and what `readDocx` throws
 */
export async function readDoc(path: string, bytes: Uint8Array, limits: Limits): Promise<DocumentText> {
  const isDocx = ZIP.every((byte, at) => bytes[at] === byte) || (isOle(bytes) && isEncrypted(bytes));
  if (!isDocx) throw new UserError('import/old-word', { path });
  return readDocx(path, bytes, limits);
}
