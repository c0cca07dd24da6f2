import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { line, makePdf } from './make-pdf.js';
import { CHROMIUM, pageOf, printWithChromium } from './print-pdf.js';
import { readTestPdf } from './read-pdf.js';
import { rejectionOf } from './rejection.js';

const readPage = (content: string) => readTestPdf(makePdf([{ content }]));
const linesOf = (text: string) => text.split('\n').filter((one) => one.trim() !== '');

const STORY = '村里办起扶贫车间，妇女就近上工。';
/** Draws a frame of lines around cells, from the left top corner. */
function grid(columns: readonly number[], rows: readonly number[]): string {
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  return [
    ...columns.map((x) => `${x} ${top} m ${x} ${bottom} l S\n`),
    ...rows.map((y) => `${left} ${y} m ${right} ${y} l S\n`),
  ].join('');
}

describe('vertical text', () => {
  const columns = ['扶贫车间记', '村里办起扶贫车间', '妇女就近上工挣钱'];
  const letters = columns.flatMap((column, x) =>
    [...column].map((letter, y) => ({ letter, x: 400 - 24 * x, y: 700 - 13 * y })),
  );

  it('is read from top to bottom and from right to left, in whatever order its letters are drawn', async () => {
    const across = [...letters].sort((a, b) => b.y - a.y || a.x - b.x);
    for (const drawn of [letters, across]) {
      const { text } = await readPage(drawn.map(({ letter, x, y }) => line(letter, x, y)).join(''));
      expect(linesOf(text)).toEqual(columns);
    }
  });

  it('is not what is set letter by letter from left to right', async () => {
    const drawn = letters.map(({ letter, x, y }) => line(letter, 60 + (700 - y), 300 + x)).join('');
    expect(linesOf((await readPage(drawn)).text)).toEqual(columns);
  });
});

describe('a table that lines part', () => {
  it('has a row on a line, whatever its cells wrap to', async () => {
    const page =
      grid([60, 210, 300, 420], [700, 660, 600]) +
      line('主要做法', 64, 680) +
      line('户数', 214, 680) +
      line('村干部', 304, 680) +
      line('村里办起扶贫车间，妇女', 64, 640) +
      line('就近上工，也照看老人。', 64, 624) +
      line('12户', 214, 632) +
      line('张三', 304, 640) +
      line('李四', 304, 624);
    const { text, marks } = await readPage(page);
    const rows = ['主要做法\t户数\t村干部', '村里办起扶贫车间，妇女就近上工，也照看老人。\t12户\t张三\t李四'];
    expect(linesOf(text)).toEqual(rows);
    expect(marks.map(({ kind }) => kind)).toEqual(['table', 'table']);
  });

  it('keeps the paragraphs of a cell, and merged cells where they begin', async () => {
    const page =
      '60 700 m 400 700 l S 60 660 m 400 660 l S 60 600 m 400 600 l S 60 700 m 60 600 l S 400 700 m 400 600 l S 150 700 m 150 660 l S\n' +
      line('企业名称', 64, 680) +
      line('青段合作社', 154, 680) +
      line('一、办起车间。', 64, 640) +
      line('二、照看老人。', 64, 620);
    expect(linesOf((await readPage(page)).text)).toEqual([
      '企业名称\t青段合作社',
      '一、办起车间。',
      '二、照看老人。',
    ]);
  });

  it('has whole the row that the end of a page parts, below the head that is printed again', async () => {
    const columns = [60, 200, 320];
    const head = (y: number) => line('做法', 64, y) + line('成效', 204, y);
    const first =
      grid(columns, [700, 660, 620]) +
      head(680) +
      line('村里办起扶贫车间，妇女', 64, 640) +
      line('每户一年就增收了，', 204, 640);
    const next = grid(columns, [800, 760, 720, 680]) + head(780);
    const rest = line('就近上工。', 64, 740) + line('共三千元。', 204, 740) + line('搬迁。', 64, 700);
    const pages = [
      first,
      next + rest,
      grid(columns, [800, 760]) + line('种茶。', 64, 780) + line('好。', 204, 780),
    ];
    const { text } = await readTestPdf(makePdf(pages.map((content) => ({ content }))));
    expect(text.split('\f').map(linesOf)).toEqual([
      ['做法\t成效', '村里办起扶贫车间，妇女就近上工。\t每户一年就增收了，共三千元。'],
      ['做法\t成效', '搬迁。'],
      ['种茶。\t好。'],
    ]);
  });

  it('is none where lines frame or underline text', async () => {
    const text = [STORY, STORY, STORY].map((one, at) => line(one, 64, 680 - 20 * at)).join('');
    const { marks } = await readPage(grid([60, 400], [700, 600]) + text);
    expect(marks).toEqual([]);
  });
});

describe('a table without lines', () => {
  it('is read row by row, also where its first column is as long as lines of prose', async () => {
    const names = [
      '建档立卡户人均纯收入',
      '村集体经营性收入合计',
      '脱贫劳动力务工总人数',
      '易地搬迁安置点就业率',
    ];
    const cells = names.flatMap((name, at) => [
      line(name, 60, 700 - 20 * at),
      line(`比上年增长百分之${at}点五`, 260, 700 - 20 * at),
    ]);
    const { text } = await readPage(cells.join(''));
    expect(linesOf(text)).toEqual(names.map((name, at) => `${name}\t比上年增长百分之${at}点五`));
  });
});

describe('columns', () => {
  const prose = (x: number, count: number, name: string) =>
    Array.from({ length: count }, (_, at) =>
      line(`${STORY.slice(0, -1)}${name}${at}`, x, 700 - 18 * at),
    ).join('');

  it('have the notes below them behind them all, so that no sentence is parted', async () => {
    const notes = line('¹ 据年报。', 60, 590, 'U', 9) + line('口径见附表。', 60, 578, 'U', 9);
    const { text, marks } = await readPage(prose(60, 5, '甲') + notes + prose(320, 8, '乙'));
    const lines = linesOf(text);
    expect(lines.slice(4, 6).map((one) => one.slice(-2))).toEqual(['甲4', '乙0']);
    expect(lines.slice(-2)).toEqual(['¹ 据年报。', '口径见附表。']);
    expect(marks.map(({ kind }) => kind)).toEqual(['note', 'note']);
  });

  it('are those of a table where at the same heights all of them begin a cell', async () => {
    const cell = (name: string, x: number, y: number) =>
      line(`${name}村里办起扶贫车间，妇女`, x, y) + line('就近上工，也照看老人。', x, y - 15);
    const rows = [0, 1, 2, 3].map(
      (at) => cell(`做法${at}`, 60, 700 - 50 * at) + cell(`成效${at}`, 320, 700 - 50 * at),
    );
    const { text, marks } = await readPage(rows.join(''));
    expect(linesOf(text)).toEqual(
      [0, 1, 2, 3].map((at) =>
        ['做法', '成效'].map((one) => `${one}${at}村里办起扶贫车间，妇女就近上工，也照看老人。`).join('\t'),
      ),
    );
    expect(marks.map(({ kind }) => kind)).toContain('table');
  });
});

it.each([
  ['each fifth line', 5, true],
  ['each line', 1, true],
  ['items of a list', 1, false],
])('numbers in the margin are no text where they count lines: %s', async (_, step, isFull) => {
  const drawn = Array.from({ length: 16 }, (_, at) => {
    const text = `${STORY}${isFull ? STORY : ''}`.slice(0, isFull || at % 3 === 0 ? 40 : 9);
    const number = (at + 1) % step === 0 ? line(String(at + 1), 40, 700 - 18 * at) : '';
    return number + line(text, 70, 700 - 18 * at);
  });
  const { text } = await readPage(drawn.join(''));
  expect(/\d/.test(text)).toBe(!isFull);
});

it('the number of a note that is small and raised is no part of the text', async () => {
  const page = line('村里办起车间', 60, 700) + line('12', 132, 704, 'U', 7) + line('，妇女上工。', 139, 700);
  expect((await readPage(page)).text).toBe('村里办起车间¹²，妇女上工。');
});

it('a note below the page has its number raised as its mark is, so that it is taken out of a sentence', async () => {
  const page =
    line('村里办起车间', 60, 700) +
    line('1', 132, 704, 'U', 7) +
    line('，妇女就近上工。', 136, 700) +
    line('1', 60, 80, 'U', 9) +
    line('据年报。', 78, 80, 'U', 9);
  expect(linesOf((await readPage(page)).text).at(-1)).toMatch(/^¹\s据年报。$/);
});

it('a short page of columns is read as the columns of the other pages are', async () => {
  const column = (x: number, lines: number) =>
    Array.from({ length: lines }, (_, at) => line(`${STORY}第${at}`, x, 700 - 18 * at)).join('');
  const pages = [column(60, 5) + column(320, 5), column(60, 2) + column(320, 2)];
  const { text } = await readTestPdf(makePdf(pages.map((content) => ({ content }))));
  expect(text.split('\f').map(linesOf)).toEqual(
    [5, 2].map((count) => [0, 1].flatMap(() => Array.from({ length: count }, (_, at) => `${STORY}第${at}`))),
  );
});

describe('characters that no font explains', () => {
  const broken = (text: string) => line(text.replaceAll('？', '\ue123'), 60, 700);

  it('are counted page by page, and stay', async () => {
    const bytes = makePdf(['扶贫车间', '扶贫？间办在？口', STORY].map((text) => ({ content: broken(text) })));
    const { text, unreadable } = await readTestPdf(bytes);
    expect(unreadable).toEqual([{ page: 2, unreadable: 2, characters: 8 }]);
    expect(text.split('\f')[1]).toBe('扶贫\ue123间办在\ue123口');
  });

  it('are a reason to refuse a document of which they are the most', async () => {
    const bytes = makePdf([{ content: broken('？？？？？车间') }]);
    expect(await rejectionOf(readTestPdf(bytes))).toMatchObject({
      code: 'import/unreadable-text',
      params: { unreadable: 5, characters: 7 },
    });
  });
});

describe.skipIf(!CHROMIUM)(
  `PDF printed by chromium${CHROMIUM ? '' : ' (skipped: it is not installed)'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhagen-pdf-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const text = async (name: string, body: string, style: string) => {
      const page = pageOf('村里的车间', [], style).replace('<div>', `<div>${body}`);
      return linesOf((await readTestPdf(printWithChromium(folder, name, page), DEFAULT_LIMITS)).text);
    };

    it('has vertical text with numbers and Latin letters in their places', async () => {
      const lines = await text(
        'vertical',
        '<p>全县办起车间48个，ABC公司参与。</p>',
        'body{writing-mode:vertical-rl}',
      );
      expect(lines.at(-1)?.replaceAll(/\s/g, '')).toMatch(/^全县办起[車⻋车]间48个[，︐]ABC公司参与[。︒]$/u);
    }, 60_000);

    it('has tables row by row', async () => {
      const row = '<tr><td>村里办起扶贫车间，妇女就近上工，每月挣两千元。</td><td>十二户</td></tr>';
      const lines = await text(
        'table',
        `<table border="1">${row}${row}</table>`,
        'td:first-child{width:8em}',
      );
      const [first = '', second = ''] = lines.slice(-2);
      expect(first).toBe(second);
      expect(first.split('\t')).toHaveLength(2);
    }, 60_000);
  },
);
