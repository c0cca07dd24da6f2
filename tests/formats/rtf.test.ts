import { describe, expect, it } from 'vitest';
import { readRtf } from '../../src/formats/rtf.js';
import { encodeText } from './encode-text.js';
import { problemOf } from './user-problem.js';

const hex = (text: string, encoding = 'gb18030') =>
  [...encodeText(text, encoding)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
const unicode = (text: string) =>
  Array.from({ length: text.length }, (_, at) => `\\u${(text.charCodeAt(at) << 16) >> 16}?`).join('');
const read = (body: string, head = '\\ansi\\ansicpg936') =>
  readRtf('a.rtf', Buffer.from(`{\\rtf1${head}${body}}`, 'latin1'));

describe('a document in Rich Text Format', () => {
  it('is read in the code page of the file, of its fonts, and in Unicode', () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset136 MingLiU;}}';
    const { text } = read(
      `${fonts}\\f0 ${hex('扶贫车间')} 2019\\par\\f1 ${hex('產業', 'big5')}\\par\\f0 ${unicode('𠮷村')}\\par{\\uc2\\u-28247${hex('搬')}}`,
    );
    expect(text).toBe('扶贫车间 2019\n產業\n𠮷村\n醩');
  });

  it('has headings, table rows, notes and what fields show', () => {
    const cell = (text: string) => `${hex(text)}\\cell `;
    const { text, marks } = read(
      `{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}\\pard\\s1{\\listtext\\pard ${hex('一、')}\\tab}${hex('做法')}\\par\\pard ${hex('第一步')}{\\super\\chftn{\\footnote\\pard {\\chftn} ${hex('见县志。')}\\par}}${hex('摸底。')}\\par
       \\trowd\\cellx1000\\cellx2000\\pard\\intbl ${cell('车间')}${cell('八十人')}\\row\\pard
       {\\field{\\*\\fldinst REF b}{\\fldrslt ${hex('甲村')}}}${hex('如下')}\\ldblquote ${hex('好')}\\rdblquote\\par`,
    );
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '一、做法',
      '第一步[1]摸底。',
      '车间\t八十人',
      '甲村如下“好”',
      '[1] 见县志。',
    ]);
    expect(marks?.map(({ kind }) => kind)).toEqual(['heading', 'table', 'note']);
  });

  it('leaves out heads of pages, pictures, comments, styles and binary data, and counts what is hidden', () => {
    const { text, leftOut } = read(
      `{\\stylesheet{\\s1 ${hex('标题')};}}{\\header ${hex('页眉')}\\par}{\\pict\\wmetafile8 0102}{\\*\\annotation ${hex('批注')}}{\\*\\unknown x}{\\bin3 {{{}${hex('正文')}{\\v ${hex('勿外传')}}{\\deleted ${hex('旧')}}${hex('完')}\\par`,
    );
    expect([text.trim(), leftOut?.hidden]).toEqual(['正文完', 3]);
  });

  it('is refused where it is none', () => {
    expect(problemOf(() => readRtf('a.rtf', Buffer.from('村里')))).toMatchObject({
      code: 'import/corrupt-file',
    });
  });
});
