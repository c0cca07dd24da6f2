import { Document, type FileChild, HeadingLevel, ImageRun, Paragraph } from 'docx';
import { type Zippable, zipSync } from 'fflate';
import type { DocumentBlock, FigureBlock, ReportDocument, TableBlock } from '../model/document.js';
import { plainCharacters } from '../text/plain-characters.js';
import { docxParts, fixedTime } from './docx-pack.js';
import { putSideBySide } from './docx-report/put-side-by-side.js';
import { intoPages, LINE, type Orientation, sectionOf, widthsOnPaper } from './docx-report/sections.js';
import { reportStyles } from './docx-report/styles.js';
import { threeRuleTable } from './docx-report/table.js';
import { textRuns } from './docx-report/text-runs.js';

/** The words of the frame of a document. */
export interface DocxFrame {
  /** Before the notes of a table or figure. */
  readonly notes: string;
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Writes a report as a Word document. Same report, same bytes. */
export async function writeDocxReport(report: ReportDocument, frame: DocxFrame): Promise<Uint8Array> {
  const { language, title, subtitle, blocks } = report;
  const pages = intoPages(blocks);
  const opening = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(title) }),
    styled('Subtitle', subtitle),
  ];
  const document = new Document({
    creator: 'zhagen',
    lastModifiedBy: 'zhagen',
    title: plainCharacters(title),
    styles: reportStyles(language),
    sections: pages.map(({ orientation, blocks: own }, at) =>
      sectionOf(orientation, [
        ...(at === 0 ? opening : []),
        ...own.flatMap((block) => childrenOf(block, orientation, frame)),
      ]),
    ),
  });
  const parts: Zippable = {};
  const mtime = fixedTime();
  for (const [name, bytes] of await docxParts(document)) {
    parts[name] = [bytes, { mtime, level: 6 }];
  }
  return zipSync(parts);
}

const styled = (style: string, text: string) => new Paragraph({ style, children: textRuns(text) });

function childrenOf(block: DocumentBlock, orientation: Orientation, frame: DocxFrame): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: textRuns(block.text) })];
    case 'paragraph': {
      const children = block.runs.flatMap(({ text, style }) => textRuns(text, style));
      return [new Paragraph({ style: 'BodyText', children })];
    }
    case 'lead':
      return [styled('QuotesLead', block.text)];
    case 'note':
      return [styled('Remark', block.text)];
    case 'quote':
      return [
        new Paragraph({
          style: 'QuotedText',
          children: [...textRuns('“'), ...textRuns(block.text), ...textRuns(`”${block.place}`)],
        }),
      ];
    case 'table':
      return tableChildren(block, orientation, frame);
    case 'figure':
      return figureChildren(block, frame);
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function tableChildren(block: TableBlock, orientation: Orientation, { notes }: DocxFrame): FileChild[] {
  const table = putSideBySide(block);
  const title = [table.number, table.title].filter(Boolean).join('　');
  return [
    ...(title === '' ? [] : [styled('TableTitle', title)]),
    threeRuleTable({ ...table, asked: widthsOnPaper(table), width: LINE[orientation] }),
    styled('TableNote', table.notes.length > 0 ? `${notes}${table.notes.join('')}` : ''),
  ];
}

/** Pixels of the library are a 96th of an inch. */
const PIXELS_PER_MM = 96 / 25.4;

/** A figure; where no font for its pixels was found, the numbers that it draws. */
function figureChildren(figure: FigureBlock, frame: DocxFrame): FileChild[] {
  const { svg, png, width, height, number, title, notes, data } = figure;
  const transformation = {
    width: Math.round(width * PIXELS_PER_MM),
    height: Math.round(height * PIXELS_PER_MM),
  };
  const altText = { name: number, title: plainCharacters(title), description: plainCharacters(title) };
  const image =
    png === null
      ? null
      : new ImageRun({
          type: 'svg',
          data: Buffer.from(svg, 'utf8'),
          fallback: { type: 'png', data: png },
          transformation,
          altText,
        });
  return [
    ...(image === null
      ? [threeRuleTable({ ...data, hasTotal: false, asked: widthsOnPaper(data), width: LINE.upright })]
      : [new Paragraph({ style: 'Picture', keepNext: true, children: [image] })]),
    styled('FigureTitle', `${number}　${title}`),
    ...(notes.length > 0 ? [styled('TableNote', `${frame.notes}${notes.join('')}`)] : []),
  ];
}
