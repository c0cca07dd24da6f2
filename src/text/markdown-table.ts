/** A Markdown table; line ends and bars inside cells are made harmless. */
export function writeMarkdownTable(
  header: readonly string[],
  cells: readonly (readonly string[])[],
  numeric: readonly boolean[],
): string {
  const line = (row: readonly string[]) => `| ${row.map(escapeCell).join(' | ')} |`;
  const rule = `| ${header.map((_, at) => (numeric[at] ? '---:' : '---')).join(' | ')} |`;
  return `${[line(header), rule, ...cells.map(line)].join('\n')}\n`;
}

function escapeCell(cell: string): string {
  return cell
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');
}
