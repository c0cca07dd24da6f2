import { describe, expect, it } from 'vitest';
import { readSheetCsv } from '../../src/formats/csv.js';
import { decodeText } from '../../src/formats/decode-text.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { encodeText } from './encode-text.js';
import { sheetPackage } from './office-zip.js';

const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  types: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const row = (line: number, ...cells: readonly string[]) => `<row r="${line}">${cells.join('')}</row>`;
const inline = (at: string, xml: string) => `<c r="${at}" t="inlineStr"><is>${xml}</is></c>`;
const HEAD = row(1, inline('A1', '<t>编号</t>'), inline('B1', '<t>编码</t>'));

/** The rows of a workbook that was written by hand, as texts, and what is doubtful in them. */
async function read(rows: string, names: Partial<typeof STRICT> = {}, prefix = '') {
  const bytes = sheetPackage(HEAD + rows, names, prefix);
  const [table] = await readXlsx('a.xlsx', bytes, DEFAULT_LIMITS);
  return {
    texts: table?.rows.map(({ values }) => Object.values(values)),
    doubts: table?.rows.flatMap(({ line, doubts = {} }) =>
      Object.entries(doubts).map(([column, { kind }]) => [line, column, kind]),
    ),
  };
}

describe('a workbook that was not written by Excel', () => {
  // As WPS writes them; none was at hand.
  const rows =
    row(
      2,
      inline('A2', '<t xml:space="preserve"> 01 </t>'),
      inline('B2', '<r><t>脱</t></r><r><t>贫</t></r>'),
    ) +
    row(
      3,
      inline('A3', '<t>词</t><rPh sb="0" eb="1"><t>ci</t></rPh>'),
      inline('B3', '<t>甲_x000D_\n乙</t>'),
    ) +
    row(4, '<c r="A4"><f t="shared" ref="A4:A5" si="0">B9</f><v>7</v></c>') +
    row(5, '<c r="A5"><f t="shared" si="0"/><v>8</v></c>', '<c r="B5" t="str"><f>A1</f><v>编号</v></c>');
  const texts = [
    [' 01 ', '脱贫'],
    ['词', '甲\n乙'],
    ['7', ''],
    ['8', '编号'],
  ];

  it.each([
    ['inline and rich texts, phonetic signs, shared formulas', {}, ''],
    ['strict OOXML', STRICT, ''],
    ['names with a prefix', {}, 'x'],
  ])('is read whole: %s', async (_, names, prefix) => {
    expect(await read(rows, names, prefix)).toEqual({ texts, doubts: [] });
  });
});

it('is read with characters that are written as numbers, beyond 16 bits too', async () => {
  const cell = inline('A2', '<t>&#134071;&#x91ce;家 &lt;&#38;amp; <![CDATA[&#134071;]]></t>');
  expect((await read(row(2, cell))).texts).toEqual([['𠮷野家 <&amp; &#134071;', '']]);
});

describe('a cell that may not hold what people wrote', () => {
  it.each([
    ['an error', '<c r="A2" t="e"><v>#N/A</v></c>', 'error'],
    ['an error of a formula', '<c r="A2" t="e"><f>X</f><v>#REF!</v></c>', 'error'],
    ['a formula that nothing has computed', '<c r="A2"><f>B2</f></c>', 'no-value'],
    [
      'a formula with an empty value',
      '<c r="A2"><f>B2</f><v></v></c><c r="C2" t="str"><f>""</f><v></v></c>',
      'no-value',
    ],
    [
      'a picture of WPS',
      '<c r="A2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
      'picture',
    ],
    ['an id longer than a number is exact', '<c r="A2"><v>123456789012345678</v></c>', 'digits'],
  ])('is told: %s', async (_, cell, kind) => {
    const { doubts } = await read(row(2, cell, inline('B2', '<t>甲</t>')));
    expect(doubts).toEqual([[2, '编号', kind]]);
  });

  it('is not a formula that gives nothing, nor a number of fifteen digits', async () => {
    const cells = ['<c r="A2" t="str"><f>""</f><v></v></c>', '<c r="B2"><v>123456789012345</v></c>'];
    expect(await read(row(2, ...cells))).toEqual({ texts: [['', '123456789012345']], doubts: [] });
  });

  it('is told in CSV by how it is written', () => {
    const cells = ['1.23457E+17', '#N/A', '1月2日', '2-Jan', 'Jan-02', '01', '1-2', 'E+1'];
    const { rows } = readSheetCsv(`编号\n${cells.join('\n')}`, 'a.csv');
    expect(rows.map(({ doubts }) => doubts?.['编号']?.kind)).toEqual([
      'digits',
      'error',
      'date',
      'date',
      'date',
      ...[undefined, undefined, undefined],
    ]);
  });
});

it.each([
  ['gb18030', ','],
  ['utf-16le', '\t'],
])('a text file of a spreadsheet is read in %s', (encoding, by) => {
  const text = [
    ['编号', '开放式编码'],
    ['01', '收益分红，土地流转'],
  ]
    .map((cells) => cells.join(by))
    .join('\r\n');
  const bom = encoding === 'utf-16le' ? [0xff, 0xfe] : [];
  const bytes = Uint8Array.from([...bom, ...encodeText(text, encoding)]);
  const { rows } = readSheetCsv(decodeText(bytes, 'a.txt').text, 'a.txt');
  expect(rows).toEqual([{ line: 2, values: { 编号: '01', 开放式编码: '收益分红，土地流转' } }]);
});
