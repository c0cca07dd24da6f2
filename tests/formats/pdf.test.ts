import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { line, makePdf, pdfText, turnedLine } from './make-pdf.js';
import { readTestPdf } from './read-pdf.js';
import { rejectionOf } from './rejection.js';

const LEFT = ['该县坚持党建引领，选派驻村', '第一书记，建立了防止返贫的', '监测机制，成果得到巩固。'];
const RIGHT = ['产业扶贫方面，该县发展茶叶', '和中药材，带动贫困户就近就', '业，实现稳定增收。'];

const textOf = async (...contents: string[]) =>
  (await readTestPdf(makePdf(contents.map((content) => ({ content }))))).text;

function columnOf(lines: readonly string[], x: number, top: number): string[] {
  return lines.map((text, at) => line(text, x, top - 18 * at));
}

describe('readPdf', () => {
  it('reads fonts without Unicode maps by their GBK and UniGB encodings', async () => {
    expect(await textOf(line('脱贫攻坚', 60, 700, 'G') + line('乡村振兴', 60, 682, 'U'))).toBe(
      '脱贫攻坚\n乡村振兴',
    );
  });

  it('puts the replacement character where a font has half a surrogate pair', async () => {
    const half = 'BT /G 12 Tf 1 0 0 1 60 682 Tm <dc1e> Tj ET\n';
    expect(await textOf(line('脱贫攻坚', 60, 700) + half)).toBe('脱贫攻坚\n\ufffd');
  });

  it('reads two columns one after the other, whatever order they were drawn in', async () => {
    const [left, right] = [columnOf(LEFT, 60, 640), columnOf(RIGHT, 300, 640)];
    const title = line('脱贫攻坚的县域经验：以一个山区县的产业和搬迁为例的研究报告', 60, 700);
    const rowWise = left.map((text, at) => text + right[at]).join('');
    const expected = `脱贫攻坚的县域经验：以一个山区县的产业和搬迁为例的研究报告\n\n${[...LEFT, ...RIGHT].join('\n')}`;
    expect(await textOf(title + rowWise)).toBe(expected);
    expect(await textOf([...right, ...left].join('') + title)).toBe(expected);
  });

  it('marks headings by their size and notes by size, place and mark, and leaves small tables alone', async () => {
    const page = [
      line('二、产业园的做法', 60, 740, 'U', 16),
      ...columnOf([...LEFT, ...RIGHT], 60, 700),
      line('① 数字见该县统计公报。', 60, 80, 'U', 9),
      line('②　同上。', 60, 68, 'U', 9),
      line('12', 290, 40, 'U', 9),
    ].join('');
    const table = [...columnOf([...LEFT, ...RIGHT], 60, 700), line('贫困村三十个', 60, 80, 'U', 9)].join('');
    const { text, marks } = await readTestPdf(makePdf([{ content: page }, { content: table }]));
    const letters = [...text];
    const marked = marks.map(({ kind, start, end }) => [kind, letters.slice(start, end).join('')]);
    expect(marked).toEqual([
      ['heading', '二、产业园的做法'],
      ['note', '① 数字见该县统计公报。'],
      ['note', '②　同上。'],
    ]);
  });

  it('keeps the rows of a table', async () => {
    const rows = [
      ['指标', '二〇一五年', '二〇二〇年'],
      ['贫困人口', '一万人', '无'],
      ['贫困村', '三十个', '无'],
    ];
    const cells = rows.flatMap((row, at) =>
      row.map((text, column) => line(text, 60 + 150 * column, 700 - 20 * at)),
    );
    expect(await textOf(cells.join(''))).toBe(rows.map((row) => row.join('\t')).join('\n'));
  });

  it('shows paragraphs by an indent or a blank line', async () => {
    const [first = '', second = '', third = ''] = LEFT;
    const indented = [
      line(first, 84, 700),
      line(second, 60, 682),
      line(third, 60, 664),
      line(RIGHT[0] ?? '', 84, 646),
    ];
    expect(await textOf(indented.join(''))).toBe(`　　${first}\n${second}\n${third}\n　　${RIGHT[0]}`);
    const apart = [...columnOf(LEFT, 60, 700), ...columnOf(RIGHT, 60, 620)];
    expect(await textOf(apart.join(''))).toBe(`${LEFT.join('\n')}\n\n${RIGHT.join('\n')}`);
  });

  it('parts pages by form feeds and names the pages without text', async () => {
    const pdf = makePdf(
      [line('第一页', 60, 700), '', line('第三页', 60, 700)].map((content) => ({ content })),
    );
    expect(await readTestPdf(pdf)).toEqual({
      text: '第一页\f\f第三页',
      marks: [],
      pagesWithoutText: [2],
      unreadable: [],
    });
  });

  it.each([0, 90, 180, 270])('reads a page turned by %i degrees as it is shown', async (rotate) => {
    const matrix = { 0: '1 0 0 1', 90: '0 1 -1 0', 180: '-1 0 0 -1', 270: '0 -1 1 0' }[rotate];
    const step = { 0: [0, -18], 90: [18, 0], 180: [0, 18], 270: [-18, 0] }[rotate] ?? [];
    const content = LEFT.map((text, at) =>
      turnedLine(text, `${matrix} ${300 + at * (step[0] ?? 0)} ${400 + at * (step[1] ?? 0)}`),
    ).join('');
    expect((await readTestPdf(makePdf([{ content, rotate }]))).text).toBe(LEFT.join('\n'));
    // The same lines stand across on a page that was not turned: still lines.
    expect((await readTestPdf(makePdf([{ content }]))).text).toBe(LEFT.join('\n'));
  });

  it('reads words once that were printed twice to look bold', async () => {
    expect(
      await textOf(line('脱贫攻坚', 60, 700) + line('脱贫攻坚', 60.3, 700) + line('乡村振兴', 60, 682)),
    ).toBe('脱贫攻坚\n乡村振兴');
  });

  it('reads words once that were printed again and again, piece by piece', async () => {
    const again = [0, 0.3, 0.6, 0.9].map((shift) =>
      ['2012', '年', '3', '月', '27', '日']
        .map((piece, at) => line(piece, 72 + 40 * at + shift, 770, 'U', 16))
        .join(''),
    );
    const text = await textOf(again.join('') + line('合作社把车间办到村口。', 72, 700));
    expect(text.replaceAll(/\s/g, '')).toBe('2012年3月27日合作社把车间办到村口。');
  });

  it('reads what was filled into a form and written over a page, where it stands', async () => {
    const field = (y: number, entries: string) =>
      `/Subtype/Widget/Rect[160 ${y} 400 ${y + 20}]/F 4${entries}`;
    const bytes = makePdf([
      {
        content:
          line('村名：', 72, 768) +
          line('致贫原因：', 72, 728) +
          line('低保：', 72, 688) +
          line('残疾：', 72, 648),
        annotations: [
          field(762, `/FT/Tx/V ${pdfText('青段村')}`),
          field(722, `/FT/Ch/Ff 131072/Opt[[(a) ${pdfText('因学')}][(b) ${pdfText('因病')}]]/V (b)`),
          field(682, '/FT/Btn/V /Yes/AS /Yes/AP<</N<</Yes null/Off null>>>>'),
          field(642, '/FT/Btn/V /Off/AS /Off/AP<</N<</Yes null/Off null>>>>'),
          `/Subtype/FreeText/Rect[72 560 400 620]/F 4/DA(/Helv 12 Tf)/Contents ${pdfText('已核实')}`,
          `/Subtype/Text/Rect[10 10 20 20]/F 4/Contents ${pdfText('批注不是正文')}`,
          `/Subtype/FreeText/Rect[72 500 400 520]/F 2/Contents ${pdfText('隐藏的')}`,
        ],
      },
    ]);
    const lines = (await readTestPdf(bytes)).text.split('\n').filter(Boolean);
    expect(lines.map((one) => one.replaceAll(/\s/g, ''))).toEqual([
      '村名：青段村',
      '致贫原因：因病',
      '低保：☒',
      '残疾：☐',
      '已核实',
    ]);
  });

  it('counts the comments and the stamps that it does not read', async () => {
    const annotations = [
      `/Subtype/Text/Rect[10 10 20 20]/F 4/Contents ${pdfText('批注不是正文')}`,
      `/Subtype/Highlight/Rect[72 760 200 780]/QuadPoints[72 780 200 780 72 760 200 760]/F 4/Contents ${pdfText('再查')}`,
      '/Subtype/Stamp/Rect[300 600 400 640]/F 4/Name/Approved',
      `/Subtype/Stamp/Rect[72 600 160 640]/F 4/Contents ${pdfText('已核实')}`,
      '/Subtype/Link/Rect[72 500 160 520]/F 4',
    ];
    const { text, leftOut } = await readTestPdf(makePdf([{ content: line('村名：', 72, 768), annotations }]));
    expect(text).toContain('已核实');
    expect(leftOut).toMatchObject({ comments: 8, stamps: 1, hidden: 0 });
    const plain = await readTestPdf(makePdf([{ content: line('村名：', 72, 768) }]));
    expect(plain.leftOut).toBeUndefined();
  });

  it('reads the lines of a field, and which button of several was chosen', async () => {
    const button = (x: number, name: string) =>
      `/Subtype/Widget/Rect[${x} 640 ${x + 12} 652]/F 4/FT/Btn/Ff 49152/V /Yes/AS /${name}/AP<</N<</${name} null/Off null>>>>`;
    const text = `/Subtype/Widget/Rect[72 680 400 760]/F 4/FT/Tx/Ff 4096/V ${pdfText('一、办车间\n二、看老人')}`;
    const content = line('做法：', 72, 766) + line('是', 90, 640) + line('否', 150, 640);
    const bytes = makePdf([{ content, annotations: [text, button(72, 'Yes'), button(132, 'No')] }]);
    const lines = (await readTestPdf(bytes)).text.split('\n').filter(Boolean);
    expect(lines.map((one) => one.replaceAll(/\s/g, ''))).toEqual([
      '做法：',
      '一、办车间',
      '二、看老人',
      '☒是☐否',
    ]);
  });

  it('asks for a copy without password', async () => {
    const encrypt = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`;
    const pdf = makePdf([{ content: line('密', 60, 700) }], encrypt);
    expect(await rejectionOf(readTestPdf(pdf))).toMatchObject({ code: 'import/encrypted-file' });
  });

  it('asks for text recognition when no page has text', async () => {
    const image = 'q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    expect(await rejectionOf(readTestPdf(makePdf([{ content: image }])))).toMatchObject({
      code: 'import/needs-ocr',
    });
  });

  it('refuses what is no PDF and what was cut off', async () => {
    const pdf = makePdf([{ content: line('脱贫', 60, 700) }, { content: line('攻坚', 60, 700) }]);
    for (const bytes of [Buffer.from('脱贫攻坚'), new Uint8Array(0), pdf.subarray(0, pdf.length / 2)]) {
      expect(await rejectionOf(readTestPdf(bytes))).toMatchObject({ code: 'import/corrupt-file' });
    }
  });

  it('refuses more pages than the limit', async () => {
    const pdf = makePdf([{ content: line('一', 60, 700) }, { content: line('二', 60, 700) }]);
    expect(await rejectionOf(readTestPdf(pdf, { ...DEFAULT_LIMITS, pdfPages: 1 }))).toEqual({
      code: 'import/over-limit',
      params: { path: '报告.pdf', limit: 'pdfPages', allowed: 1 },
    });
  });
});
