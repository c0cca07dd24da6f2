import { UserError } from '../errors.js';
import { joinLines, splitLine, trimLine } from './anchored-lines.js';
import { type DocumentText, joinMarkedLines, type MarkedLine } from './document-text.js';
import { docxBodyListener, type MarkNote } from './docx-body.js';
import { numberingListener, numberParagraphs } from './docx-numbering.js';
import { stylesListener } from './docx-styles.js';
import type { Limits } from './limits.js';
import { isEncrypted, isOle, openPackage } from './office-package.js';
import { readXml, type XmlListener } from './xml-events.js';

const FORMAT = 'Word';
const ZIP = [0x50, 0x4b];

/**
 * The text of a Word document: paragraphs, headings and table rows one a line, cells separated by tabs, text
 * boxes after the paragraph they are anchored in, numbers as Word shows them; foot- and endnotes at the end,
 * marked [1], [2] … in the order of their references. Tracked changes are accepted, comments left out.
 * @throws UserError import/old-word, import/encrypted-file, import/corrupt-file, import/over-limit
 */
export async function readDocx(path: string, bytes: Uint8Array, limits: Limits): Promise<DocumentText> {
  return joinMarkedLines((await readDocxLines(path, bytes, limits)).lines);
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
  const text = docxBodyListener(number, mark, styles.kindOf);
  await readXml(body, file, text);
  text.end();

  const notes = new Map<string, readonly MarkedLine[]>();
  for (const kind of ['footnote', 'endnote']) {
    const listener = docxBodyListener(number, () => '', styles.kindOf);
    await readPart(`${kind}s`, listener);
    for (const [id, lines] of listener.body.notes) notes.set(`${kind} ${id}`, lines);
  }
  const noteLines = references.flatMap((key, at) => {
    const note = trimLine(joinLines(notes.get(key) ?? [], '\n'));
    return splitLine({ ...joinLines([{ text: `[${at + 1}]` }, note], ' '), kind: 'note' });
  });
  return { lines: [...text.body.lines, ...noteLines], readPart };
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
