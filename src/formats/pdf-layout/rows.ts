import { blankFor, type Fragment } from './fragment.js';
import type { Column, PageLine } from './page-line.js';

/** Fragments beside each other. */
export interface Row {
  readonly fragments: readonly Fragment[];
  readonly y: number;
}

/** Fragments whose heights overlap by half share a row. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const rows: { fragments: Fragment[]; y: number; size: number }[] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row !== undefined && overlap(row, fragment) > Math.min(row.size, fragment.size) / 2) {
      row.fragments.push(fragment);
      if (fragment.size > row.size) Object.assign(row, { y: fragment.y, size: fragment.size });
    } else {
      rows.push({ fragments: [fragment], y: fragment.y, size: fragment.size });
    }
  }
  return rows;
}

function overlap(a: { y: number; size: number }, b: { y: number; size: number }): number {
  return Math.min(a.y, b.y) - Math.max(a.y - a.size, b.y - b.size);
}

/** The lines of rows, each from left to right. */
export function linesOf(rows: readonly Row[]): PageLine[] {
  const column = columnOf(rows);
  return rows.map(({ fragments, y }) => {
    const sorted = [...fragments].sort((a, b) => a.left - b.left);
    let text = '';
    let right = Number.NEGATIVE_INFINITY;
    let size = 0;
    for (const fragment of sorted) {
      if (text !== '') text += blankFor((fragment.left - right) / fragment.size, false);
      text += fragment.text;
      right = Math.max(right, fragment.right);
      size = Math.max(size, fragment.size);
    }
    const kind = sorted.length === 1 ? sorted[0]?.kind : undefined;
    return { text: text.trim(), left: sorted[0]?.left ?? 0, right, y, size, column, kind };
  });
}

/** The left edge is where several lines begin, so that a number in the margin does not make all others indented. */
function columnOf(rows: readonly Row[]): Column {
  const extents = rows.map(extentOf);
  const lefts = extents.map(({ left }) => left).sort((a, b) => a - b);
  const near = (rows[0]?.fragments[0]?.size ?? 1) / 3;
  const shared = Math.ceil(Math.max(2, rows.length / 8));
  const left = lefts.find((edge, at) => (lefts[at + shared - 1] ?? Number.POSITIVE_INFINITY) - edge < near);
  return {
    left: left ?? lefts[0] ?? 0,
    right: extents.reduce((most, { right }) => Math.max(most, right), 0),
  };
}

/** How far a row reaches. */
export function extentOf({ fragments }: Row): Column {
  return fragments.reduce(
    (extent, { left, right }) => ({
      left: Math.min(extent.left, left),
      right: Math.max(extent.right, right),
    }),
    { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY },
  );
}
