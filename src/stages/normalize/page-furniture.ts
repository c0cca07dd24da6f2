import type { Edit } from '../../text/edits.js';
import { isIssue, namesIssue } from './head-keys.js';
import { joint } from './join-lines.js';
import { type Line, readLines } from './lines.js';
import { detectLayout, type PageLayout } from './page-layout.js';
import { findPageNumbers } from './page-numbers.js';
import { findPages } from './pages.js';
import { findRunningHeads } from './running-heads.js';
import { openTears, type Tears } from './tears.js';

/** Running heads and page numbers vanish, and the halves of a sentence that they tore apart come together. */
export function dropPageFurniture(text: string): Edit[] {
  const lines = readLines(text);
  const layout = detectLayout(lines);
  const tears = openTears(text, lines, layout);
  const pages = findPages(lines, tears);
  const heads = findRunningHeads(lines, pages, layout, tears);
  const numbers = findPageNumbers(lines, pages.edges, heads, tears);
  const furniture = new Set([...heads, ...numbers]);
  for (const line of issuesBeside(lines, furniture, numbers)) furniture.add(line);
  return dropLines(lines, furniture, layout, tears);
}

/** Lines that tell the issue of a journal alone, beside furniture, or with its name, beside the number of a page. */
function issuesBeside(
  lines: readonly Line[],
  furniture: ReadonlySet<Line>,
  numbers: ReadonlySet<Line>,
): Line[] {
  return lines.filter((line, at) => {
    const beside = [lines[at - 1] as Line, lines[at + 1] as Line];
    if (isIssue(line)) return beside.some((other) => furniture.has(other));
    return namesIssue(line) && beside.some((other) => numbers.has(other));
  });
}

/** The edits that take lines out; a hard-wrapped text is left as if they had not been, for its lines to join. */
function dropLines(
  lines: readonly Line[],
  dropped: ReadonlySet<Line>,
  layout: PageLayout | null,
  tears: Tears,
): Edit[] {
  const lineEnd = layout?.blankLinesAreSpacing ? '\n\n' : '\n';
  const edits: Edit[] = [];
  let before: Line | undefined;
  let isGap = false;
  for (const line of lines) {
    if (dropped.has(line)) {
      isGap = true;
      continue;
    }
    if (isGap) {
      const isJoint = layout === null && tears.isTorn(before, line, 'page');
      // Its indent tells later that a paragraph begins.
      const end = line.start - line.lead;
      if (before === undefined) edits.push({ start: 0, end, replacement: '' });
      else if (isJoint && !line.indented) edits.push(joint(before, line));
      else edits.push({ start: before.end, end, replacement: lineEnd });
    }
    before = line;
    isGap = false;
  }
  const last = lines.at(-1);
  if (isGap && last !== undefined) edits.push({ start: before?.end ?? 0, end: last.end, replacement: '' });
  return edits;
}
