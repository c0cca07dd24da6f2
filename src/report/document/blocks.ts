import type { HeadingBlock, ParagraphBlock, TableBlock, TextRun } from '../../model/document.js';

/** A paragraph in one style. */
export const paragraph = (text: string, style: TextRun['style'] = 'plain'): ParagraphBlock => ({
  kind: 'paragraph',
  runs: [{ text, style }],
});

/** A table of texts without merged cells. */
export function plainTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { number = '', anchor }: { readonly number?: string; readonly anchor: string },
): TableBlock {
  return {
    kind: 'table',
    anchor,
    number,
    title,
    header,
    rows: rows.map((row) => row.map((text) => ({ text, rows: 1, link: null }))),
    numeric: header.map((_, column) => rows.length > 0 && rows.every((row) => isNumber(row[column]))),
    hasTotal: false,
    isList: false,
    notes: [],
  };
}

const isNumber = (text: string | undefined) => text !== undefined && /^[−-]?\d[\d,]*(\.\d+)?%?$/.test(text);

/** Hands out the numbers of headings, tables and figures in the order in which they are asked for. */
export function openNumbers() {
  const counts = [0, 0, 0];
  let [tables, figures, appendices] = [0, 0, 0];
  return {
    heading(level: 1 | 2 | 3, text: string): HeadingBlock {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      counts.fill(0, level);
      const number = counts.slice(0, level).join('.');
      return { kind: 'heading', level, text: `${number} ${text}`, anchor: `section-${number}` };
    },
    table: () => String(++tables),
    figure: () => String(++figures),
    appendix(say: (letter: string) => string): HeadingBlock {
      const letter = String.fromCodePoint(0x41 + appendices++);
      return { kind: 'heading', level: 1, text: say(letter), anchor: `appendix-${letter}` };
    },
  };
}

export type Numbers = ReturnType<typeof openNumbers>;
