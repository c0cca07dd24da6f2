import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/formats/docx.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { docxOf, paragraph, withPart } from './office-zip.js';

const read = (bytes: Uint8Array) => readDocx('a.docx', bytes, DEFAULT_LIMITS);
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const field = (data: string, result = '') =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>
   <w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}
   <w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('what Word shows of a document', () => {
  it('has no hidden text, which is counted', async () => {
    const styles = `<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:styleId="h2"><w:basedOn w:val="h"/></w:style>`;
    const body = [
      `<w:p>${run('妇女上工。')}${run('待核实勿外传。', '<w:vanish/>')}${run('车间', '<w:vanish w:val="0"/>')}</w:p>`,
      paragraph('段落样式', '<w:pStyle w:val="h2"/>'),
      `<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr>${run('仍显示', '<w:vanish w:val="false"/>')}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('字符', '<w:rStyle w:val="h"/>')}${run('样式')}</w:p>`,
    ];
    const { text, leftOut } = await read(docxOf(body.join(''), { styles }));
    expect(text.split('\n').filter(Boolean)).toEqual(['妇女上工。车间', '仍显示', '样式']);
    expect(leftOut).toEqual({ hidden: 7 + 4 + 2, prompts: 0, comments: 0, symbols: 0, parts: 0, stamps: 0 });
  });

  it.each([
    [
      'the second entry of a list',
      field(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="因学"/><w:listEntry w:val="因病"/></w:ddList>',
      ),
      '因病',
    ],
    [
      'the first entry of a list nobody touched',
      field('<w:ddList><w:listEntry w:val="因学"/></w:ddList>'),
      '因学',
    ],
    ['a ticked box', field('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), '☒'],
    ['an empty box', field('<w:checkBox><w:default w:val="0"/></w:checkBox>'), '☐'],
    ['what was typed', field('<w:textInput><w:default w:val="填写"/></w:textInput>', run('低保')), '低保'],
    ['a number in a circle', '<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>', '❶'],
    ['a Greek letter', '<w:r><w:sym w:font="Symbol" w:char="F065"/></w:r>', 'ε'],
    ['a sign', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['a sign of another font', '<w:r><w:sym w:font="Wingdings 2" w:char="0052"/></w:r>', '☑'],
    ['a character of a font of letters', '<w:r><w:sym w:font="宋体" w:char="2611"/></w:r>', '☑'],
  ])('has %s', async (_, xml, shown) => {
    const { text, leftOut } = await read(docxOf(`<w:p>${run('原因：')}${xml}${run('，已落实。')}</w:p>`));
    expect(text).toBe(`原因：${shown}，已落实。`);
    expect(leftOut).toBeUndefined();
  });

  it('has signs that nobody knows, which are counted', async () => {
    const { text, leftOut } = await read(
      docxOf(`<w:p>${run('甲')}<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r></w:p>`),
    );
    expect([text, leftOut?.symbols]).toEqual(['甲', 1]);
  });

  it('has a drop cap with its word', async () => {
    const cap = paragraph('扶', '<w:framePr w:dropCap="drop" w:lines="3"/>');
    expect((await read(docxOf(cap + paragraph('贫车间办起来了。')))).text).toBe('扶贫车间办起来了。');
  });

  it('has the page and the diagram that are embedded in it, where they stand', async () => {
    const body = `${paragraph('前言。')}<w:altChunk r:id="page"/>
      <w:p>${run('图')}<w:r><w:drawing><dgm:relIds r:dm="data"/></w:drawing></w:r></w:p>${paragraph('结尾。')}`;
    const page = '<html><body><p>村里办起扶贫车间，妇女就近上工。</p></body></html>';
    const diagram = `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>发现</a:t></a:r></a:p></dgm:t></dgm:pt>
      <dgm:pt><dgm:t><a:p><a:r><a:t>帮扶</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`;
    const whole = withPart(withPart(docxOf(body), { id: 'page', name: 'chunk1.html', text: page }), {
      id: 'data',
      name: 'diagrams/data1.xml',
      text: diagram,
    });
    const { text, leftOut } = await read(whole);
    expect(text.split('\n').filter(Boolean)).toEqual([
      '前言。',
      '村里办起扶贫车间，妇女就近上工。',
      '图',
      '发现',
      '帮扶',
      '结尾。',
    ]);
    expect(leftOut).toBeUndefined();
  });

  it('has no text of a hidden style that paragraphs have without naming it', async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="s"><w:basedOn w:val="n"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>`;
    const body = paragraph('待核实') + paragraph('妇女上工。', '<w:pStyle w:val="s"/>');
    const { text, leftOut } = await read(docxOf(body, { styles }));
    expect([text.trim(), leftOut?.hidden]).toEqual(['妇女上工。', 3]);
  });

  it('has no prompts of fields that nobody filled in, which are counted', async () => {
    const control = (properties: string, text: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
    const body = `<w:p>${run('姓名：')}${control('<w:showingPlcHdr/>', '单击此处输入文字')}${run('，村：')}${control('<w:text/>', '青段村')}</w:p>`;
    const { text, leftOut } = await read(docxOf(body));
    expect([text, leftOut?.prompts]).toEqual(['姓名：，村：青段村', 8]);
  });

  it('has the words of drawn letters, and counts objects of other programs', async () => {
    const drawn = '<w:r><w:pict><v:shape><v:textpath string="脱贫攻坚"/></v:shape></w:pict></w:r>';
    const object = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>';
    const { text, leftOut } = await read(docxOf(`<w:p>${run('标题')}${drawn}${object}</w:p>`));
    expect([text, leftOut?.parts]).toEqual(['标题\n脱贫攻坚', 1]);
  });

  it('has a Word document that is embedded in it, and says what of that is left out', async () => {
    const inner = docxOf(`<w:p>${run('车间办起来了。')}${run('勿外传', '<w:vanish/>')}</w:p>`);
    const parts = unzipSync(docxOf(`${paragraph('前言。')}<w:altChunk r:id="word"/>${paragraph('结尾。')}`));
    const links =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="word" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="part.docx"/></Relationships>';
    const whole = zipSync({
      ...parts,
      'word/_rels/document.xml.rels': strToU8(links),
      'word/part.docx': inner,
    });
    const { text, leftOut } = await read(whole);
    expect([text, leftOut?.hidden]).toEqual(['前言。\n车间办起来了。\n结尾。', 3]);
  });

  it('has Rich Text that is embedded in it, and says what of that is hidden', async () => {
    const body = `${paragraph('前言。')}<w:altChunk r:id="rtf"/>${paragraph('结尾。')}`;
    const rich = '{\\rtf1 \\u36710?\\u38388?{\\v\\u26087?}\\par}';
    const { text, leftOut } = await read(withPart(docxOf(body), { id: 'rtf', name: 'a.rtf', text: rich }));
    expect([text, leftOut?.hidden]).toEqual(['前言。\n车间\n结尾。', 1]);
  });

  it('has parts that cannot be read, which are counted', async () => {
    const body = `${paragraph('前言。')}<w:altChunk r:id="rtf"/><w:altChunk r:id="none"/>
      <w:tbl><w:tr><w:tc><w:altChunk r:id="rtf"/>${paragraph('格')}</w:tc></w:tr></w:tbl>`;
    const { text, leftOut } = await read(withPart(docxOf(body), { id: 'rtf', name: 'a.bin', text: '甲' }));
    expect(text).toBe('前言。\n格');
    expect(leftOut).toEqual({ hidden: 0, prompts: 0, comments: 0, symbols: 0, parts: 3, stamps: 0 });
  });
});
