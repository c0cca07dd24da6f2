import type { Edit } from '../../../text/edits.js';
import type { MarkupTable } from './html-tables.js';
import { closingBrace } from './latex-document.js';
import { isLineEnd, isLineStart } from './line-edges.js';

const TABLE =
  /\\begin\{(tabular[xy]?|longtable|tabulary|supertabular)\*?\}(?:\[[^[\]\n]*\])?(?:(?!\\(?:begin|end)\{\1)[^\f]){0,20000}\\end\{\1\*?\}/g;
const OPEN = /^\\begin\{[a-z]+\*?\}(?:\[[^[\]\n]*\])?/;
const RULE =
  '\\\\(?:(?:hline|(?:top|mid|bottom)rule|end(?:first)?head|end(?:last)?foot)(?![a-z])|(?:cline|cmidrule)(?:\\([a-z]*\\))?\\{[^{}]*\\})';
const ROW_END = '\\\\\\\\(?:\\*?\\[[^[\\]\\n]*\\])?';
/** What ends a row, what parts two cells, and a line end within a cell. */
const SEPARATOR = new RegExp(
  `(?<row>(?:\\s*(?:${RULE}|${ROW_END}))+\\s*)|(?<cell>\\s*(?<!\\\\)&[ \\t]*(?:\\r?\\n[ \\t]*)?)|[ \\t]*\\r?\\n\\s*`,
  'g',
);

/** The tables that a text contains as LaTeX. */
export function findLatexTables(text: string): MarkupTable[] {
  return [...text.matchAll(TABLE)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    edits: editTable(text, index, index + length),
  }));
}

/** What stands between two cells becomes a tab, between two rows a line end; the words of cells are untouched. */
function editTable(text: string, start: number, end: number): Edit[] {
  const from = startOfRows(text, start, end);
  const to = text.lastIndexOf('\\end', end);
  const separators = [...text.slice(from, to).matchAll(SEPARATOR)].map(({ 0: found, index, groups }) => ({
    start: from + index,
    end: from + index + found.length,
    replacement: groups?.['row'] !== undefined ? '\n' : groups?.['cell'] !== undefined ? '\t' : ' ',
  }));
  const first = separators.find((one) => one.start === from && one.replacement !== '\t')?.end ?? from;
  const last = separators.findLast((one) => one.end === to && one.replacement !== '\t')?.start ?? to;
  const [before, behind] = [isLineStart(text, start) ? '' : '\n', isLineEnd(text, end) ? '' : '\n'];
  if (first >= last) return [{ start, end, replacement: behind }];
  return [
    { start, end: first, replacement: before },
    ...separators.filter((one) => one.start >= first && one.end <= last),
    { start: last, end, replacement: behind },
  ];
}

/** Behind the name of the table stand its width, if it has one, and its columns. */
function startOfRows(text: string, start: number, end: number): number {
  let at = start + (OPEN.exec(text.slice(start, end))?.[0].length ?? 0);
  while (text[at] === '{') {
    const close = closingBrace(text, at);
    if (close === null || close >= end) break;
    at = close + 1;
  }
  return at;
}
