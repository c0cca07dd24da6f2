import {
  AlignmentType,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Run,
} from 'docx';
import type { DocumentBlock } from '../../model/document.js';
import { askedWidths } from '../../text/share-width.js';

/** Twentieths of a point: A4 and its margins. */
const PAGE = { width: 11906, height: 16838, margin: 1417 };
/** A half-width character of a table, in the same. */
const CHARACTER = 90;

/** The room of a line. */
export const LINE = {
  upright: PAGE.width - 2 * PAGE.margin,
  sideways: PAGE.height - 2 * PAGE.margin,
} as const;

export type Orientation = keyof typeof LINE;

/** Blocks that stand on pages of one orientation. */
export interface Pages {
  readonly orientation: Orientation;
  readonly blocks: readonly DocumentBlock[];
}

/** The widths that the columns of a table ask for, in twentieths of a point. */
export const widthsOnPaper = (table: Parameters<typeof askedWidths>[0]): number[] =>
  askedWidths(table).map((width) => width * CHARACTER);

/** Puts wide tables, with the headings right above them, on pages of their own that lie sideways. */
export function intoPages(blocks: readonly DocumentBlock[]): Pages[] {
  const pages: { orientation: Orientation; blocks: DocumentBlock[] }[] = [];
  for (const block of blocks) {
    const orientation = orientationOf(block);
    const last = pages.at(-1);
    if (last?.orientation === orientation) last.blocks.push(block);
    else pages.push({ orientation, blocks: [...takeHeadings(last?.blocks ?? []), block] });
  }
  return pages.filter(({ blocks: own }) => own.length > 0);
}

/** Takes the headings away that blocks end with: what they are of stands on the next page. */
function takeHeadings(blocks: DocumentBlock[]): DocumentBlock[] {
  let at = blocks.length;
  while (blocks[at - 1]?.kind === 'heading') at--;
  return blocks.splice(at);
}

/** How much wider than a line a table may ask to be: its longest texts are broken into lines. */
const TOLERANCE = 1.35;

function orientationOf(block: DocumentBlock): Orientation {
  if (block.kind !== 'table') return 'upright';
  const asked = widthsOnPaper(block).reduce((sum, width) => sum + width, 0);
  return asked > TOLERANCE * LINE.upright ? 'sideways' : 'upright';
}

/** A section of Word with page numbers. */
export function sectionOf(orientation: Orientation, children: ISectionOptions['children']): ISectionOptions {
  const { width, height, margin } = PAGE;
  return {
    properties: {
      page: {
        size: {
          width,
          height,
          orientation: orientation === 'upright' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new Run({ size: 18, children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    children,
  };
}
