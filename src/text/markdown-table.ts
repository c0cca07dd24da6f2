import { escapeMarkdown } from './markdown-text.js';

/** A Markdown table; what stands in its cells never becomes markup. */
export function writeMarkdownTable(
  header: readonly string[],
  cells: readonly (readonly string[])[],
  numeric: readonly boolean[],
): string {
  const line = (row: readonly string[]) => `| ${row.map(escapeCell).join(' | ')} |`;
  const rule = `| ${header.map((_, at) => (numeric[at] ? '---:' : '---')).join(' | ')} |`;
  return `${[line(header), rule, ...cells.map(line)].join('\n')}\n`;
}

const escapeCell = (cell: string): string => escapeMarkdown(cell).trim();
