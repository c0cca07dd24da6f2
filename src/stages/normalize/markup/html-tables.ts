import type { Edit } from '../../../text/edits.js';
import { isLineEnd, isLineStart } from './line-edges.js';

/** A table written in markup: where it is (UTF-16 units), and the edits that leave its rows as lines of text. */
export interface MarkupTable {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

const TABLE_TAG = /<(\/?)(?:table|tr|td|th)\b[^<>]*>/gi;
const OPENS_TABLE = /^<table\b/i;
const CLOSES_TABLE = /^<\/table\b/i;
/** What programs write around a table that is a page of its own. */
const WRAPPER_BEFORE = /(?:<(?:html|body|div|center)\b[^<>]*>\s*)+$/i;
const WRAPPER_BEHIND = /^(?:\s*<\/(?:html|body|div|center)\s*>)+/i;
const LONGEST_WRAPPER = 400;

const BETWEEN = /(?:<[!/?a-z][^<>]*>|\s)+/gi;
const PLAIN_BLANKS = /^ +$/;
const TAG_NAME = /<(\/?)([a-z][a-z\d]*)/gi;
const PARTS_LINES = /^(?:br|p|div|li|hr)$/;

/** The tables that a text holds as HTML, also those that are never closed; a table in a cell is part of the outer one. */
export function findHtmlTables(text: string): MarkupTable[] {
  return spansOfTables(text).map(({ start, end }) => ({ start, end, edits: editTable(text, start, end) }));
}

function spansOfTables(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let depth = 0;
  let open: { start: number; end: number } | undefined;
  for (const { 0: tag, index } of text.matchAll(TABLE_TAG)) {
    const end = index + tag.length;
    if (OPENS_TABLE.test(tag)) {
      if (depth === 0) open = { start: index, end };
      depth += 1;
    }
    if (open === undefined) continue;
    open.end = end;
    if (!CLOSES_TABLE.test(tag)) continue;
    depth -= 1;
    if (depth > 0) continue;
    spans.push(withWrapper(text, open));
    open = undefined;
  }
  if (open !== undefined) spans.push(withWrapper(text, open));
  return spans;
}

function withWrapper(text: string, { start, end }: { start: number; end: number }) {
  const before = WRAPPER_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_WRAPPER), start))?.[0] ?? '';
  const behind = WRAPPER_BEHIND.exec(text.slice(end, end + LONGEST_WRAPPER))?.[0] ?? '';
  return { start: start - before.length, end: end + behind.length };
}

/** What stands between two cells becomes a tab, between two rows a line end; the words of cells are untouched. */
function editTable(text: string, start: number, end: number): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: between, index } of text.slice(start, end).matchAll(BETWEEN)) {
    const from = start + index;
    const to = from + between.length;
    if (PLAIN_BLANKS.test(between)) continue;
    const isFirst = from === start;
    const isLast = to === end;
    const isAtLineEdge = isFirst ? isLineStart(text, start) : isLineEnd(text, end);
    const edge = isAtLineEdge ? '' : '\n';
    edits.push({ start: from, end: to, replacement: isFirst || isLast ? edge : separator(between) });
  }
  return edits;
}

function separator(between: string): string {
  let cells = 0;
  let beginsRow = false;
  let partsLines = false;
  for (const [, closing, tag = ''] of between.matchAll(TAG_NAME)) {
    const name = tag.toLowerCase();
    if (name === 'tr' || name === 'table' || name === 'caption') beginsRow = true;
    else if ((name === 'td' || name === 'th') && closing === '') cells += 1;
    else if (PARTS_LINES.test(name)) partsLines = true;
  }
  if (beginsRow) return '\n';
  if (cells > 0) return '\t'.repeat(cells);
  if (partsLines) return '\t';
  return /\s/.test(between) ? ' ' : '';
}
