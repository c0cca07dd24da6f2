import type { RegionKind } from '../../../model/region.js';
import { hasSentence, type LineKinds, type RegionLine } from './region-line.js';

const FEWEST_ROWS = 2;
/** Between two rows stand cells that fill a row of their own, no more than so many in turn. */
const MOST_SINGLE_CELLS = 2;
const LONGEST_SINGLE_CELL = 40;

/** Tables of plain text: rows one after another whose cells are separated by tabs. */
export function findTableRows(lines: readonly RegionLine[]): LineKinds {
  const found = new Map<number, RegionKind>();
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOfTable(lines, at);
    if (end === null) continue;
    for (let row = at; row < end; row += 1) found.set(row, 'table');
    at = end - 1;
  }
  return found;
}

function endOfTable(lines: readonly RegionLine[], first: number): number | null {
  let rows = 0;
  let end = first;
  for (let at = first; at < lines.length && at - end <= MOST_SINGLE_CELLS; at += 1) {
    const line = lines[at] as RegionLine;
    if (isRow(line)) {
      rows += 1;
      end = at + 1;
    } else if (rows === 0 || line.mark !== undefined || !isSingleCell(line)) break;
  }
  return rows >= FEWEST_ROWS ? end : null;
}

function isRow({ text, mark }: RegionLine): boolean {
  return mark === 'table' || (mark === undefined && text.trim().includes('\t'));
}

function isSingleCell({ text }: RegionLine): boolean {
  return text.length <= LONGEST_SINGLE_CELL && !hasSentence(text) && !/^[图表]\s?\d/.test(text);
}
