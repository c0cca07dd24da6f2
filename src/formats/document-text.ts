import type { Mark } from '../model/mark.js';
import type { RegionKind } from '../model/region.js';
import { codePointLength } from '../text/code-points.js';

/** What a document says: paragraphs, headings, list items and table rows one a line. */
export interface DocumentText {
  readonly text: string;
  /** The title the document gives itself, if it does. */
  readonly title?: string;
  /** What the structure of the document says of stretches of its text, in order. */
  readonly marks?: readonly Mark[];
  readonly leftOut?: LeftOut;
}

/**
 * What of a document is no part of its text: characters of hidden text, of prompts in fields that nobody filled in and of comments
 * below a web page or on a PDF, signs and parts that cannot be read, and stamps that are drawn.
 */
export interface LeftOut {
  readonly hidden: number;
  readonly prompts: number;
  readonly comments: number;
  readonly symbols: number;
  readonly parts: number;
  readonly stamps: number;
}

/** A place within a line that a comment begins or ends at, in UTF-16 units. */
export interface LineAnchor {
  readonly name: string;
  readonly at: number;
}

/** A line of a document, and what its structure says it is. */
export interface MarkedLine {
  readonly text: string;
  readonly kind?: RegionKind | undefined;
  /** Of a heading, 1 the highest (0 a title), or of an entry of a table of contents. */
  readonly level?: number | undefined;
  readonly anchors?: readonly LineAnchor[] | undefined;
  /** The part of the document whose lines belong here, by the id of its relationship. */
  readonly part?: string | undefined;
}

/** The text of lines, with a mark for each run of lines of one kind, and for each line that has a level. */
export function joinMarkedLines(
  lines: readonly MarkedLine[],
): Required<Pick<DocumentText, 'text' | 'marks'>> {
  const marks: Mark[] = [];
  let at = 0;
  let before: RegionKind | undefined;
  for (const { text, kind, level } of lines) {
    const end = at + codePointLength(text);
    const last = marks.at(-1);
    if (kind !== undefined && end > at) {
      if (last !== undefined && level === undefined && before === kind)
        marks[marks.length - 1] = { ...last, end };
      else marks.push({ kind, start: at, end, ...(level === undefined ? {} : { level }) });
    }
    if (text !== '') before = level === undefined ? kind : undefined;
    at = end + 1;
  }
  return { text: lines.map(({ text }) => text).join('\n'), marks };
}

export const NOTHING_LEFT_OUT: LeftOut = {
  hidden: 0,
  prompts: 0,
  comments: 0,
  symbols: 0,
  parts: 0,
  stamps: 0,
};
