import type { Verdict } from '../labelled-places.js';
import { asHtml, drawHeading, drawHeads, drawRows, drawTopic, drawVerses, misread } from './insertions.js';
import { type Draw, openDraw } from './random.js';
import type { Source } from './sources.js';
import { wrap } from './wrap.js';

/** A line of a torn text, what it is, and what is printed before and behind it: blanks, the end of a page. */
export interface TornLine {
  readonly verdict: Verdict;
  readonly text: string;
  readonly before: string;
}

/** A paragraph, or what else a document has, as its author wrote it. */
interface Block {
  readonly kind: 'paragraph' | 'heading' | 'caption' | 'rows' | 'verses' | 'item';
  readonly lines: readonly string[];
}

/** How a document is printed and read again. */
export interface Layout {
  readonly name: string;
  /** Characters of a line; 0 where every paragraph is one. */
  readonly widths: readonly [number, number];
  readonly indents: boolean;
  /** What is between two lines, between two paragraphs, and at the end of a page. */
  readonly lineEnd: string;
  readonly blockEnd: string;
  readonly pageEnd: string;
  readonly heads: 'none' | 'plain' | 'misread' | 'marked';
  readonly numbers: 'none' | 'plain' | 'dashed';
  readonly headingMark: string;
  /** The share of paragraphs whose last mark is lost. */
  readonly lostStops: number;
  readonly hasPages: boolean;
}

const PDF: Layout = {
  name: 'pdf',
  widths: [20, 45],
  indents: true,
  lineEnd: '\n',
  blockEnd: '\n',
  pageEnd: '\n\f',
  heads: 'plain',
  numbers: 'dashed',
  headingMark: '',
  lostStops: 0,
  hasPages: true,
};
const OCR: Layout = {
  ...PDF,
  name: 'ocr',
  widths: [0, 0],
  indents: false,
  blockEnd: '\n\n',
  pageEnd: '\n\n',
  heads: 'marked',
  numbers: 'none',
  headingMark: '# ',
};

/** The layouts that texts are torn in. */
export const layouts: readonly Layout[] = [
  PDF,
  { ...PDF, name: 'pdf without stops', lostStops: 0.15 },
  { ...PDF, name: 'pdf, plain numbers', numbers: 'plain' },
  { ...PDF, name: 'pdf unindented', indents: false },
  { ...PDF, name: 'pdf, no heads', heads: 'none', numbers: 'none' },
  { ...PDF, name: 'pdf, blank lines', lineEnd: '\n\n', blockEnd: '\n\n', indents: true },
  { ...PDF, name: 'copied, no page ends', pageEnd: '\n' },
  { ...PDF, name: 'copied, paragraphs apart', pageEnd: '\n', blockEnd: '\n\n', indents: false },
  { ...PDF, name: 'two columns', widths: [16, 22] },
  { ...PDF, name: 'ocr of lines', heads: 'misread', pageEnd: '\n' },
  OCR,
  { ...OCR, name: 'ocr, misread heads', heads: 'misread' },
  { ...OCR, name: 'ocr, plain heads', heads: 'plain', headingMark: '' },
  { ...OCR, name: 'ocr, numbers', heads: 'plain', headingMark: '', numbers: 'plain' },
  { ...OCR, name: 'ocr without heads', heads: 'none' },
  { ...OCR, name: 'ocr without stops', lostStops: 0.15 },
  { ...OCR, name: 'whole paragraphs', hasPages: false, heads: 'none', lostStops: 0.15, headingMark: '' },
];

const LINES_A_PAGE = [18, 34] as const;
const LETTERS_A_PAGE = [500, 1100] as const;

/** A source as one layout prints it, page by page. */
export function tear(source: Source, layout: Layout): TornLine[] {
  const draw = openDraw(`${layout.name} ${source.name}`);
  const heads = drawHeads(draw, source.title);
  const column = 2 * draw.between(...layout.widths);
  const cutsNumbers = draw.happens(0.5);
  const blocks = drawBlocks(source, layout, draw);
  const printed: TornLine[] = [];
  let page = draw.between(1, 300);
  let room = 0;
  const [least, most] = column > 0 ? LINES_A_PAGE : LETTERS_A_PAGE;
  const newRoom = () => draw.between(least, most);
  room = newRoom();
  const add = (verdict: Verdict, text: string, before: string) =>
    printed.push({ verdict, text, before: printed.length === 0 ? '' : before });
  const endPage = () => {
    const head = heads[page % 2] ?? '';
    const number =
      layout.numbers === 'none' ? '' : layout.numbers === 'dashed' ? `- ${page} -` : String(page);
    const isFoot = layout.numbers !== 'none' && page % 3 !== 0;
    if (number !== '' && isFoot) add('furniture', number, layout.lineEnd);
    let before = layout.pageEnd;
    if (layout.heads !== 'none') {
      const isMisread = layout.heads !== 'plain' && draw.happens(0.3);
      add(
        'furniture',
        (layout.heads === 'plain' ? '' : layout.headingMark) + (isMisread ? misread(draw, head) : head),
        before,
      );
      before = layout.blockEnd === '\n\n' ? '\n\n' : layout.lineEnd;
    }
    if (number !== '' && !isFoot) {
      add('furniture', number, before);
      before = layout.lineEnd;
    }
    page += 1;
    room = newRoom();
    return before;
  };
  for (const block of blocks) {
    let blockEnd = layout.blockEnd;
    if (layout.hasPages && room <= 2 * Number(column > 0)) blockEnd = endPage();
    if (block.kind === 'paragraph' || block.kind === 'item' || (block.kind === 'heading' && column > 0)) {
      const [text = ''] = block.lines;
      const indent = layout.indents && block.kind === 'paragraph';
      const pieces =
        column > 0 ? wrap(text, column, indent ? 4 : 0, cutsNumbers) : cutAtPage(text, layout, room, draw);
      for (const [at, piece] of pieces.entries()) {
        let before = at === 0 ? blockEnd : layout.lineEnd;
        if (at > 0 && (column === 0 || room <= 0)) {
          before = endPage();
          if (column === 0 && draw.happens(0.2)) before = addFloat(add, layout, draw, before);
        }
        add(at === 0 ? 'begins' : 'continues', (at === 0 && indent ? '\u3000\u3000' : '') + piece, before);
        room -= column > 0 ? 1 : piece.length;
      }
      continue;
    }
    for (const [at, line] of block.lines.entries()) {
      add(
        'begins',
        (block.kind === 'heading' ? layout.headingMark : '') + line,
        at === 0 ? blockEnd : block.kind === 'verses' ? '\n' : layout.blockEnd,
      );
      room -= column > 0 ? 1 : line.length;
    }
  }
  return printed;
}

/** A figure or table within the sentence that a page end tore. */
function addFloat(
  add: (verdict: Verdict, text: string, before: string) => unknown,
  layout: Layout,
  draw: Draw,
  before: string,
): string {
  add('apart', `${layout.headingMark}表${draw.between(1, 9)} ${drawTopic(draw)}`, before);
  add('apart', asHtml(drawRows(draw)), layout.blockEnd);
  return layout.blockEnd;
}

/** The pieces of a paragraph on this page and the next ones. */
function cutAtPage(text: string, layout: Layout, room: number, draw: Draw): string[] {
  if (!layout.hasPages || text.length <= room + 20 || room < 20) return [text];
  let at = room;
  while (
    at > 10 &&
    /[，。；：、！？”’）》\d]/.test(text[at] ?? '') &&
    !(draw.happens(0.2) && /\d/.test(text[at] ?? ''))
  )
    at -= 1;
  // A page that ends where a sentence does tears nothing that a reader could tell.
  if (/[。！？；：]/.test(text[at - 1] ?? '')) at -= 2;
  return [text.slice(0, at), ...cutAtPage(text.slice(at), layout, LETTERS_A_PAGE[1], draw)];
}

/** What the author wrote, with headings, tables, songs and lists between the paragraphs. */
function drawBlocks(source: Source, layout: Layout, draw: Draw): Block[] {
  const blocks: Block[] = [{ kind: 'heading', lines: [source.title] }];
  let section = 0;
  for (const [at, paragraph] of source.paragraphs.entries()) {
    const isProse = /[。！？；：]/.test(paragraph);
    if (at % 5 === 2 && draw.happens(0.5)) {
      section = (section % 10) + 1;
      const number = draw.pick([
        `${'一二三四五六七八九十'[section - 1] ?? ''}、`,
        `${section} `,
        `${section}.${draw.between(1, 4)} `,
        `（${'一二三四五六七八九十'[section - 1] ?? ''}）`,
        '',
      ]);
      blocks.push({ kind: 'heading', lines: [number + drawHeading(draw)] });
    }
    const isLost = isProse && draw.happens(layout.lostStops);
    blocks.push({
      kind: isProse ? 'paragraph' : 'heading',
      lines: [isLost ? paragraph.replace(/[。；]$/, '') : paragraph],
    });
    const kind = draw.between(1, 60);
    if (kind === 1)
      blocks.push({
        kind: 'caption',
        lines: [
          `${draw.pick(['图', '表'])}${draw.between(1, 9)}${draw.pick([' ', '　', ''])}${drawTopic(draw)}`,
        ],
      });
    if (kind === 2 && layout.widths[0] === 0)
      blocks.push({
        kind: 'rows',
        lines: [`表${draw.between(1, 9)} ${drawTopic(draw)}`, asHtml(drawRows(draw))],
      });
    if (kind === 2 && layout.widths[0] > 0)
      blocks.push({ kind: 'rows', lines: [`表${draw.between(1, 9)} ${drawTopic(draw)}`, ...drawRows(draw)] });
    if (kind === 3) blocks.push({ kind: 'verses', lines: drawVerses(draw) });
    if (kind === 4) {
      const marks = draw.pick([
        ['1.', '2.', '3.'],
        ['（1）', '（2）', '（3）'],
        ['一是', '二是', '三是'],
        ['- ', '- ', '- '],
      ]);
      for (const mark of marks)
        blocks.push({ kind: 'item', lines: [mark + drawTopic(draw) + draw.pick(['；', '', '。'])] });
    }
  }
  return blocks;
}
