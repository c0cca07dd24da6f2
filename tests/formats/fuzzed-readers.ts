import { strFromU8, unzipSync } from 'fflate';
import { readCsv } from '../../src/formats/csv.js';
import { decodeText } from '../../src/formats/decode-text.js';
import { readDocx } from '../../src/formats/docx.js';
import { readHtml } from '../../src/formats/html.js';
import { streamJsonlCases } from '../../src/formats/jsonl-cases.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readMhtml } from '../../src/formats/mhtml.js';
import { readRtf } from '../../src/formats/rtf.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { encodeText } from './encode-text.js';
import { findHarm } from './fuzz.js';
import { SPLIT_READERS } from './fuzzed-splits.js';
import { TABLE_READERS } from './fuzzed-tables.js';
import { docxOf, paragraph, zipOf } from './office-zip.js';
import { readTestPdf } from './read-pdf.js';
import { readZip } from './read-zip.js';
import { SAMPLE_FILES, SAMPLE_SHEET, withSheet } from './sample-files.js';
import { GOVERNMENT, mhtmlOf, WECHAT } from './web-pages.js';

/** A reader under test, and the files that its mutations begin with. */
interface FuzzedReader {
  readonly name: string;
  readonly read: (bytes: Uint8Array) => Promise<unknown>;
  readonly seeds: readonly Uint8Array[];
}

const DOCX = docxOf(
  `${paragraph('脱贫攻坚', '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}
   <w:tbl><w:tr><w:tc>${paragraph('乡村')}</w:tc><w:tc>${paragraph('振兴')}</w:tc></w:tr></w:tbl>
   <w:p><w:del><w:r><w:t>删</w:t></w:r></w:del><w:r><w:footnoteReference w:id="2"/><w:br/><w:tab/>
   <mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>`,
  {
    numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
      <w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    styles: '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>',
    footnotes: `<w:footnote w:id="2">${paragraph('脚注')}</w:footnote>`,
  },
);

/** All readers of this room that take files as they come. */
export const READERS: readonly FuzzedReader[] = [
  {
    name: 'text',
    read: async (bytes) => decodeText(bytes, 'a.txt'),
    seeds: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'].map((encoding) =>
      encodeText('產業扶貧，鄉村振興。2020年\r\n', encoding),
    ),
  },
  { name: 'docx', read: (bytes) => readDocx('a.docx', bytes, DEFAULT_LIMITS), seeds: [DOCX] },
  {
    name: 'docx, its XML',
    read: (bytes) => readDocx('a.docx', repack(bytes), DEFAULT_LIMITS),
    seeds: [Buffer.from(JSON.stringify(partsOf(DOCX)))],
  },
  {
    name: 'html',
    read: (bytes) => readHtml('a.html', bytes, DEFAULT_LIMITS),
    seeds: [encodeText(WECHAT, 'utf-8'), encodeText(GOVERNMENT, 'gb18030')],
  },
  {
    name: 'mhtml',
    read: (bytes) => readMhtml('a.mhtml', bytes, DEFAULT_LIMITS),
    seeds: [Buffer.from(mhtmlOf(WECHAT, 'quoted-printable')), Buffer.from(mhtmlOf(GOVERNMENT, 'base64'))],
  },
  {
    name: 'csv',
    read: async (bytes) => readCsv(decodeText(bytes, 'a.csv').text, 'a.csv'),
    seeds: ['utf-8', 'gb18030'].map((encoding) =>
      encodeText('编号,正文\r\n1,"产业，""扶贫""\r\n"\r\n', encoding),
    ),
  },
  {
    name: 'jsonl',
    read: (bytes) => allOf(streamJsonlCases('a.jsonl', chunksOf(bytes), DEFAULT_LIMITS)),
    seeds: [encodeText('{"id":"一","text":"产业扶贫😀","省":null}\n\n{"id":2,"text":"\\u4ea7业"}', 'utf-8')],
  },
  {
    name: 'rtf',
    read: async (bytes) => readRtf('a.rtf', bytes),
    seeds: [
      String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 a;}}\f0\pard\outlinelevel0 \'b7\'f6\'c6\'b6\par{\footnote \u-10178?\u-8265?}{\*\x a}{\v b}\trowd\pard\intbl a\cell b\cell\row\bin2 {{\par}`,
    ].map((text) => Buffer.from(text, 'latin1')),
  },
  { name: 'pdf', read: readTestPdf, seeds: SAMPLE_FILES.pdf },
  { name: 'xlsx', read: (bytes) => readXlsx('a.xlsx', bytes, DEFAULT_LIMITS), seeds: SAMPLE_FILES.xlsx },
  {
    name: 'xlsx, its XML',
    read: (sheet) => readXlsx('a.xlsx', withSheet(sheet), DEFAULT_LIMITS),
    seeds: [Buffer.from(SAMPLE_SHEET)],
  },
  {
    name: 'zip',
    read: async (bytes) => readZip('a.zip', bytes, DEFAULT_LIMITS),
    seeds: SAMPLE_FILES.zip,
  },
  ...TABLE_READERS,
  ...SPLIT_READERS,
];

/** What a reader does against its promise when it reads so many broken files; null for nothing. */
export function harmOf({ read, seeds }: FuzzedReader, numRuns: number): Promise<string | null> {
  const readWhole = async (bytes: Uint8Array) => {
    const answer = await read(bytes);
    const text = answer !== null && typeof answer === 'object' && 'text' in answer ? answer.text : '';
    if (!String(text).isWellFormed()) throw new Error('half of a character in the text');
  };
  return findHarm(readWhole, seeds, numRuns);
}

/** The parts of a mutated listing, zipped again with right sums, so that the mutations reach the XML. */
function repack(bytes: Uint8Array): Uint8Array {
  const listing = new TextDecoder().decode(bytes);
  const parts = [...listing.matchAll(/"([^"\\]+)":"((?:[^"\\]|\\.)*)"?/g)].map(([, name = '', xml = '']) => [
    name,
    xml.replaceAll(/\\(.)/g, '$1'),
  ]);
  return zipOf(Object.fromEntries(parts));
}

function partsOf(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, part]) => [name, strFromU8(part)]));
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
