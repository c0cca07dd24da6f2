import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Span } from '../model/span.js';
import type { ExportedMark } from '../model/word-comment.js';
import { offsetMap } from '../text/code-points.js';
import { MARKS } from './docx-comments.js';

/** A comment that is written: on words, or at the beginning of the text. */
export interface CommentToWrite {
  readonly author: string;
  readonly lines: readonly string[];
  readonly span: Span | null;
}

/** A text with comments; each of its lines is a paragraph. */
export interface DocumentToWrite {
  readonly text: string;
  /** Places (code points) in lines that are headings. */
  readonly headings: readonly number[];
  readonly comments: readonly CommentToWrite[];
  readonly mark: ExportedMark;
}

const BODY = 'word/document.xml';
const COMMENTS = 'word/comments.xml';
const PROPERTIES = 'docProps/custom.xml';
const CORE = 'docProps/core.xml';
/** Parts that programs do not miss. */
const LEFT_OUT = /\/$|numbering|footnotes|endnotes|fontTable/;
/** How hard the texts are packed: more takes twice as long and saves little; the small parts of the frame are not. */
const PACKING = 3;
/** Characters that XML has no way to write, and line ends within a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/**
 * Makes what writes Word documents with comments: the library writes the frame once, of which only the texts change, since it
 * takes some fifteen milliseconds for each. Same document, same bytes.
 */
export async function openDocxWriter(): Promise<(document: DocumentToWrite) => Uint8Array> {
  const frame = await makeFrame();
  const around = (part: string, [from, to]: readonly [string, string]) => {
    const xml = frame.get(part) ?? '';
    return [xml.slice(0, xml.indexOf(from)), xml.slice(xml.indexOf(to))] as const;
  };
  const body = around(BODY, ['<w:p>', '<w:sectPr']);
  const comments = around(COMMENTS, ['<w:comment ', '</w:comments>']);
  // What packs them in the library depends on the version of Node, and so would the bytes.
  const mtime = new Date(1980, 0, 1);
  const pack = (xml: string): Zippable[string] => [strToU8(xml), { mtime, level: PACKING }];
  const keep = (xml: string): Zippable[string] => [strToU8(xml), { mtime, level: 0 }];
  const same = [...frame].filter(([part]) => ![BODY, COMMENTS, PROPERTIES].includes(part));
  const parts: Zippable = Object.fromEntries(same.map(([part, xml]) => [part, keep(xml)]));
  return (document) =>
    zipSync({
      ...parts,
      [PROPERTIES]: keep(propertiesOf(frame.get(PROPERTIES) ?? '', document.mark)),
      [COMMENTS]: pack(filled(comments, document.comments.map(commentXml).join(''))),
      [BODY]: pack(filled(body, bodyXml(document))),
    });
}

const filled = ([before, behind]: readonly [string, string], xml: string) => `${before}${xml}${behind}`;

/** The parts of a document with a paragraph, a comment and the properties, as the library writes them. */
async function makeFrame(): Promise<Map<string, string>> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
  const document = new Document({
    creator: 'zhagen',
    lastModifiedBy: 'zhagen',
    comments: { children: [{ id: 0, author: '-', date: new Date(0), children: [new Paragraph('-')] }] },
    customProperties: Object.values(MARKS).map((name) => ({ name, value: name })),
    styles: {
      default: {
        document: { run: { font, size: 24 }, paragraph: { spacing: { line: 360 } } },
        heading2: {
          run: { font, size: 28, bold: true },
          paragraph: { spacing: { before: 120, after: 120 } },
        },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('-')] }),
          new Paragraph({ heading: HeadingLevel.HEADING_2 }),
        ],
      },
    ],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const texts = Object.entries(parts).flatMap(([part, bytes]) =>
    LEFT_OUT.test(part) ? [] : [[part, strFromU8(bytes)] as const],
  );
  return new Map(texts.map(([part, xml]) => [part, withoutChance(part, xml)]));
}

/** A part without the time at which it was written, and without what refers to parts that are left out. */
function withoutChance(part: string, xml: string): string {
  if (part === CORE) return xml.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1970-01-01T00:00:00Z');
  if (/\.rels$|Content_Types/.test(part)) {
    return xml.replaceAll(
      /<(?:Relationship|Override) [^<>]*(?:numbering|footnotes|endnotes|fontTable)[^<>]*>/g,
      '',
    );
  }
  return xml;
}

function propertiesOf(xml: string, mark: ExportedMark): string {
  const values = Object.entries(MARKS).map(([key, name]) => [name, mark[key as keyof ExportedMark]] as const);
  return values.reduce(
    (text, [name, value]) => text.replace(`<vt:lpwstr>${name}<`, () => `<vt:lpwstr>${escapeXml(value)}<`),
    xml,
  );
}

function commentXml({ author, lines }: CommentToWrite, id: number): string {
  const name = escapeXml(author);
  const paragraphs = lines.map((line) => `<w:p>${runXml(line)}</w:p>`);
  return `<w:comment w:id="${id}" w:author="${name}" w:initials="${name}">${paragraphs.join('')}</w:comment>`;
}

/** A place in the text (UTF-16 units) where a comment begins or ends. */
interface Edge {
  readonly at: number;
  readonly xml: string;
}

/** The paragraphs of a text, with the edges of comments where they are. */
function bodyXml({ text, headings, comments }: DocumentToWrite): string {
  const offsets = offsetMap(text);
  const edges = comments.flatMap(({ span }, id): (Edge & { readonly isEnd: boolean })[] => {
    const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`;
    if (span === null) return [{ at: 0, isEnd: false, xml: reference }];
    return [
      { at: offsets.toUtf16(span.start), isEnd: false, xml: `<w:commentRangeStart w:id="${id}"/>` },
      { at: offsets.toUtf16(span.end), isEnd: true, xml: `<w:commentRangeEnd w:id="${id}"/>${reference}` },
    ];
  });
  edges.sort((a, b) => a.at - b.at || Number(b.isEnd) - Number(a.isEnd));
  const titles = headings.map((place) => offsets.toUtf16(place));
  const paragraphs: string[] = [];
  let start = 0;
  let next = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const isHeading = titles.some((place) => place >= start && place < end);
    let xml = isHeading ? '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>' : '';
    let from = start;
    for (let edge = edges[next]; edge && edge.at <= end; edge = edges[++next]) {
      xml += runXml(text.slice(from, edge.at)) + edge.xml;
      from = edge.at;
    }
    paragraphs.push(`<w:p>${xml}${runXml(text.slice(from, end))}</w:p>`);
    start = end + 1;
  }
  return paragraphs.join('');
}

function runXml(text: string): string {
  if (text === '') return '';
  const pieces = text.split('\t').map((piece) => {
    const written = escapeXml(piece);
    return written === '' ? '' : `<w:t xml:space="preserve">${written}</w:t>`;
  });
  return `<w:r>${pieces.join('<w:tab/>')}</w:r>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NOT_IN_XML, '')
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
