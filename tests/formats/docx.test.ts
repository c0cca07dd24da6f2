import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readDoc, readDocx } from '../../src/formats/docx.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { docxOf, paragraph, zipOf } from './office-zip.js';
import { rejectionOf } from './rejection.js';

const read = async (bytes: Uint8Array) => (await readDocx('a.docx', bytes, DEFAULT_LIMITS)).text;
const problem = (bytes: Uint8Array, limits = DEFAULT_LIMITS) =>
  rejectionOf(readDocx('a.docx', bytes, limits));
const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
const numbered = (level: number, id = 1) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

/** A document as a program writes it. */
async function written(): Promise<Uint8Array> {
  const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const cells = (...texts: string[]) =>
    new TableRow({ children: texts.map((text) => new TableCell({ children: [plain(text)] })) });
  const document = new Document({
    footnotes: { 1: { children: [plain('据县乡村振兴局统计。')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: '潜丘县扶贫车间调查', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: '一、基本情况', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('全县建成扶贫'),
              new TextRun({ text: '车间', bold: true }),
              new TextRun('48个'),
              new FootnoteReferenceRun(1),
              new TextRun('。'),
              new TextRun({ text: '第二行', break: 1 }),
            ],
          }),
          new Table({ rows: [cells('乡镇', '车间（个）'), cells('白荡镇', '12')] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('readDocx', () => {
  it('keeps numbers raised, unless brackets are around them', async () => {
    const run = (text: string, isRaised = false) =>
      `<w:r>${isRaised ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}<w:t>${text}</w:t></w:r>`;
    const body = [run('12km'), run('2', true), run('，外流'), run('[', true), run('1', true), run(']', true)];
    const bytes = docxOf(`<w:p>${[...body, run('，加深'), run('3', true), run('。')].join('')}</w:p>`);
    expect(await read(bytes)).toBe('12km²，外流[1]，加深³。');
  });

  it('marks what styles, tables, notes and tables of contents are', async () => {
    const styled = (style: string, text: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`);
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const contents = `<w:p>${field('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${field('separate')}
      <w:r><w:t>一、做法 2</w:t></w:r></w:p><w:p><w:r><w:t>二、成效 3</w:t></w:r>${field('end')}</w:p>`;
    const body = `${contents}${styled('a1', '一、做法')}${paragraph('村里办起车间。')}${styled('Caption', '表1 户数')}
      <w:tbl>${row(cell('南片'))}${row(cell('桃园村'), cell('12'))}</w:tbl>${paragraph('村民参与。')}`;
    const styles = `<w:style w:styleId="a1"><w:name w:val="我的样式"/><w:basedOn w:val="b"/></w:style>
      <w:style w:styleId="b"><w:name w:val="heading 2"/></w:style>`;
    const { text, marks = [] } = await readDocx('a.docx', docxOf(body, { styles }), DEFAULT_LIMITS);
    expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['contents', '一、做法 2\n二、成效 3'],
      ['heading', '一、做法'],
      ['caption', '表1 户数'],
      ['table', '南片\n桃园村\t12'],
    ]);
  });

  it('reads headings, runs, line breaks, tables and footnotes of a written document', async () => {
    expect(await read(await written())).toBe(
      [
        '潜丘县扶贫车间调查',
        '一、基本情况',
        '全县建成扶贫车间48个[1]。',
        '第二行',
        '乡镇\t车间（个）',
        '白荡镇\t12',
        '[1] 据县乡村振兴局统计。',
      ].join('\n'),
    );
  });

  it('accepts tracked changes and leaves comments out', async () => {
    const deleted = '<w:del><w:r><w:delText>原有的</w:delText><w:t>字</w:t></w:r></w:del>';
    const inserted = '<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:commentRangeStart w:id="0"/>';
    const body = `<w:p><w:r><w:t>文字</w:t></w:r>${deleted}${inserted}</w:p>`;
    const merged = `${paragraph('断开的', '<w:rPr><w:del w:id="1"/></w:rPr>')}${paragraph('段落')}`;
    expect(await read(docxOf(body + merged, { comments: paragraph('批注') }))).toBe('文字新增\n断开的段落');
  });

  it('puts text boxes after the paragraph they hang on, once each', async () => {
    const word = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('框一')}</w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:textbox>${box('框一')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const plain = `<w:drawing><wps:txbx>${box('框二')}</wps:txbx></w:drawing>`;
    const old = `<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:pict>${box('框三')}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const anchored = [word, plain, old].map((drawing) => `<w:r>${drawing}</w:r>`).join('');
    const body = `<w:p><w:r><w:t>前</w:t></w:r>${anchored}<w:r><w:t>后</w:t></w:r></w:p>${paragraph('下段')}`;
    expect(await read(docxOf(body))).toBe('前后\n框一\n框二\n框三\n下段');
  });

  it('shows the numbers that Word sets before paragraphs', async () => {
    const level = (at: number, format: string, text: string, style = '') =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="7">
      ${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', '·')}
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>`;
    const styles = `<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>`;
    const body = [
      paragraph('概况', '<w:pStyle w:val="H1"/>'),
      paragraph('甲', numbered(1)),
      paragraph('乙', numbered(1)),
      paragraph('点', numbered(2)),
      paragraph('做法', '<w:pStyle w:val="H1b"/>'),
      paragraph('丙', numbered(1)),
      paragraph('无号', `<w:pStyle w:val="H1"/>${numbered(0, 0)}`),
      paragraph('另起', numbered(0, 2)),
    ].join('');
    expect((await read(docxOf(body, { numbering, styles }))).split('\n')).toEqual([
      '一、概况',
      '一.1 甲',
      '一.2 乙',
      '点',
      '二、做法',
      '二.1 丙',
      '无号',
      '十一、另起',
    ]);
  });

  it('keeps a table row on one line, and the paragraphs of a table used for layout on their own', async () => {
    const sentence = '车间吸纳周边村民就业。';
    const table = `<w:tbl>${row(cell('项目'), cell('产业扶贫', '教育扶贫'), cell(''))}${row(cell('主', '要', '做', '法'), cell('无'))}
      ${row(cell('说明'), cell(sentence, sentence))}${row(cell(''), cell(''))}</w:tbl>`;
    const nested = `<w:tbl><w:tr><w:tc><w:tbl>${row(cell('一'), cell('二'))}</w:tbl>${paragraph('三')}</w:tc></w:tr></w:tbl>`;
    expect(await read(docxOf(table + nested))).toBe(
      ['项目\t产业扶贫\t教育扶贫', '主要做法\t无', '说明', sentence, sentence, '一\t二', '三'].join('\n'),
    );
  });

  it('marks footnotes and endnotes in the order of their references and keeps them at the end', async () => {
    const refer = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body = `<w:p>${refer('endnote', 2)}${refer('footnote', 2)}</w:p>`;
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(text)}</w:${kind}>`;
    const parts = {
      footnotes: note('footnote', 0, '分隔') + note('footnote', 2, '脚注'),
      endnotes: note('endnote', 2, '尾注'),
    };
    expect(await read(docxOf(body, parts))).toBe('[1][2]\n[1] 尾注\n[2] 脚注');
  });

  it('reads tabs in text but no tab stops, glosses or field codes', async () => {
    const ruby =
      '<w:ruby><w:rt><w:r><w:t>fú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>扶</w:t></w:r></w:rubyBase></w:ruby>';
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r>${ruby}</w:r><w:r><w:tab/><w:t>贫 &amp; &#x4e2d;</w:t>
      <w:instrText>PAGE</w:instrText></w:r></w:p>`;
    expect(await read(docxOf(body))).toBe('扶\t贫 & 中');
  });

  it('finds a body that is not named document.xml', async () => {
    const rels =
      '<Relationships><Relationship Target="/word/document2.xml" Type="x/officeDocument"/></Relationships>';
    const body = `<w:document>${paragraph('文')}</w:document>`;
    expect(await read(zipOf({ '_rels/.rels': rels, 'word/document2.xml': body }))).toBe('文');
  });

  it('refuses what is cut off, damaged or no Word document', async () => {
    const whole = await written();
    const corrupt = { code: 'import/corrupt-file', params: { path: 'a.docx' } };
    expect(await problem(whole.subarray(0, whole.length / 2))).toMatchObject(corrupt);
    expect(await problem(new Uint8Array())).toMatchObject(corrupt);
    expect(await problem(zipOf({ 'xl/workbook.xml': '<a/>' }))).toMatchObject(corrupt);
    expect(await problem(zipOf({ 'word/document.xml': '<w:document><w:p>' }))).toMatchObject(corrupt);
    const at = Buffer.from(whole).indexOf('word/document.xml') + 60;
    expect(await problem(whole.with(at, (whole[at] ?? 0) ^ 0x55))).toMatchObject(corrupt);
  });

  it('refuses a document that declares entities', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>${paragraph('&b;')}</w:document>`;
    expect(await problem(zipOf({ 'word/document.xml': bomb }))).toMatchObject({
      code: 'import/corrupt-file',
    });
  });

  it('refuses parts that unpack beyond the limit, and elements nested beyond it', async () => {
    const limits = { ...DEFAULT_LIMITS, documentBytes: 100_000, nesting: 100 };
    expect(await problem(docxOf(paragraph('扶'.repeat(50_000))), limits)).toEqual({
      code: 'import/over-limit',
      params: { path: 'a.docx', limit: 'documentBytes', allowed: 100_000 },
    });
    expect(await problem(docxOf(`${'<w:sdt>'.repeat(100)}${'</w:sdt>'.repeat(100)}`), limits)).toMatchObject({
      params: { limit: 'nesting' },
    });
  });

  it('refuses a part that unpacks to more than it says', async () => {
    const lying = docxOf(paragraph('扶'.repeat(50_000)));
    const directory = Buffer.from(lying).lastIndexOf('word/document.xml') - 46;
    lying.set([1, 0, 0, 0], directory + 24);
    expect(await problem(lying)).toMatchObject({ code: 'import/corrupt-file' });
  });

  it('tells how to convert old and encrypted documents', async () => {
    const ole = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array<number>(504).fill(0),
    ]);
    const encrypted = Uint8Array.from([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await problem(ole)).toEqual({ code: 'import/old-word', params: { path: 'a.docx' } });
    expect((await problem(encrypted)).code).toBe('import/encrypted-file');
    const doc = (bytes: Uint8Array) => readDoc('a.doc', bytes, DEFAULT_LIMITS);
    expect((await rejectionOf(doc(ole))).code).toBe('import/old-word');
    expect((await doc(Buffer.from('{\\rtf1 A}'))).text).toBe('A');
    expect((await doc(docxOf(paragraph('文')))).text).toBe('文');
  });
});
