import type { CaseRecord } from '../../model/case-record.js';
import type { RegionKind } from '../../model/region.js';
import { offsetMap } from '../../text/code-points.js';
import { findContents } from '../../text/contents.js';

/** A line of a document that is not blank. */
export interface DocumentLine {
  /** Without the blanks around it and the # of a Markdown heading. */
  readonly text: string;
  /** Where it begins and ends in the document (code points), blanks included. */
  readonly start: number;
  readonly end: number;
  /** Its number in the document, and on its page, from 1, blank lines counted. */
  readonly number: number;
  readonly page: number;
  readonly numberOnPage: number;
  readonly kind: RegionKind | undefined;
  /** Of a heading, or of an entry of a table of contents. */
  readonly level: number | undefined;
}

const LINE = /([^\n\r\f]*)(\r\n|[\n\r\f]|$)/g;
const MARKDOWN = /^(#{1,6})[ \t]+(?=\S)/;
const FENCE = /^(?:```|~~~)/;

/** The lines of a document, with what its structure or Markdown says of them, and its tables of contents. */
export function documentLines({ text, marks = [] }: Pick<CaseRecord, 'text' | 'marks'>): DocumentLine[] {
  const offsets = offsetMap(text);
  const lines: DocumentLine[] = [];
  let [number, page, numberOnPage, mark, isCode] = [0, 1, 0, 0, false];
  for (const { 1: raw = '', 2: end = '', index } of text.matchAll(LINE)) {
    number += 1;
    numberOnPage += 1;
    const trimmed = raw.trim();
    if (FENCE.test(trimmed)) isCode = !isCode;
    if (trimmed !== '') {
      const [start, stop] = [offsets.toCodePoint(index), offsets.toCodePoint(index + raw.length)];
      while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= start) mark += 1;
      const own = (marks[mark]?.start ?? Number.POSITIVE_INFINITY) < stop ? marks[mark] : undefined;
      const signs = isCode || own ? undefined : MARKDOWN.exec(trimmed);
      lines.push({
        text: signs ? trimmed.slice(signs[0].length).replace(/[ \t]+#+$/, '') : trimmed,
        start,
        end: stop,
        number,
        page,
        numberOnPage,
        kind: signs ? 'heading' : own?.kind,
        level: signs ? signs[1]?.length : own?.level,
      });
    }
    if (end === '\f') [page, numberOnPage] = [page + 1, 0];
    if (end === '') break;
  }
  return withContents(lines);
}

/** Where no structure says what the contents are, lines that look like them are. */
function withContents(lines: DocumentLine[]): DocumentLine[] {
  if (lines.some(({ kind }) => kind === 'contents')) return lines;
  const inContents = new Set<number>();
  for (const { start, end } of findContents(lines.map(({ text }) => text)))
    for (let at = start; at < end; at += 1) inContents.add(at);
  return lines.map((line, at) =>
    inContents.has(at) ? { ...line, kind: 'contents', level: undefined } : line,
  );
}
