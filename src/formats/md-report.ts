import type { DocumentBlock, ReportDocument, TableBlock, TextRun } from '../model/document.js';
import { writeMarkdownTable } from '../text/markdown-table.js';
import { escapeMarkdown } from '../text/markdown-text.js';
import { plainCharacters } from '../text/plain-characters.js';

/** Writes a report as Markdown; what cases say never becomes markup. */
export function* writeMdReport({ title, subtitle, blocks }: ReportDocument): Generator<string> {
  yield `# ${escapeMarkdown(title)}\n\n${escapeMarkdown(subtitle)}\n`;
  for (const block of blocks) yield `\n${blockText(block)}\n`;
}

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return block.runs.map(runText).join('');
    case 'lead':
    case 'note':
      return `*${escapeMarkdown(block.text)}*`;
    case 'quote':
      return `> ${escapeLines(block.text, '> ')}${escapeMarkdown(block.place)}`;
    case 'table':
      return [tableTitle(block), tableText(block), ...block.notes.map(escapeMarkdown)]
        .filter(Boolean)
        .join('\n\n');
    case 'figure':
      return [tableTitle(block), tableText(block.data), ...block.notes.map(escapeMarkdown)].join('\n\n');
    case 'page-break':
      return '---';
  }
}

const tableTitle = ({ number, title }: Pick<TableBlock, 'number' | 'title'>) =>
  number === '' && title === '' ? '' : `**${escapeMarkdown([number, title].filter(Boolean).join(' '))}**`;

/** A cell that reaches down is said again in each row: each row can then be read alone. */
function tableText({ header, rows, numeric }: Pick<TableBlock, 'header' | 'rows' | 'numeric'>): string {
  const above: string[] = header.map(() => '');
  const cells = rows.map((row) => {
    for (const [column, cell] of row.entries()) if (cell) above[column] = cell.text;
    return [...above];
  });
  return writeMarkdownTable(header, cells, numeric).trimEnd();
}

function runText({ text, style }: TextRun): string {
  const escaped = escapeLines(text, '');
  return style === 'strong' ? `**${escaped}**` : escaped;
}

/** Lines that stay lines, the further ones behind what marks the block. */
const escapeLines = (text: string, mark: string): string =>
  plainCharacters(text).trim().split('\n').map(escapeMarkdown).join(`\\\n${mark}`);
