import type { DocumentBlock, ReportDocument, TableBlock, TextRun } from '../model/document.js';
import { plainCharacters } from '../text/plain-characters.js';

/** Writes a report as Markdown; what cases say never becomes markup. */
export function* writeMdReport({ title, subtitle, blocks }: ReportDocument): Generator<string> {
  yield `# ${escapeLine(title)}\n\n${escapeLine(subtitle)}\n`;
  for (const block of blocks) yield `\n${blockText(block)}\n`;
}

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escapeLine(block.text)}`;
    case 'paragraph':
      return block.runs.map(runText).join('');
    case 'note':
      return `*${escapeLine(block.text)}*`;
    case 'quote':
      return `> ${escapeLines(block.text, '> ')}${escapeLine(block.place)}`;
    case 'table':
      return [tableTitle(block), tableText(block), ...block.notes.map(escapeLine)]
        .filter(Boolean)
        .join('\n\n');
    case 'figure':
      return [tableTitle(block), tableText(block.data), ...block.notes.map(escapeLine)].join('\n\n');
    case 'page-break':
      return '---';
  }
}

const tableTitle = ({ number, title }: Pick<TableBlock, 'number' | 'title'>) =>
  number === '' && title === '' ? '' : `**${escapeLine([number, title].filter(Boolean).join(' '))}**`;

/** A cell that reaches down is said again in each row: each row can then be read alone. */
function tableText({ header, rows, numeric }: Pick<TableBlock, 'header' | 'rows' | 'numeric'>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  const above: string[] = header.map(() => '');
  const lines = rows.map((row) => {
    for (const [column, cell] of row.entries()) if (cell) above[column] = cell.text;
    return line(above);
  });
  const rule = `| ${header.map((_, column) => (numeric[column] ? '---:' : '---')).join(' | ')} |`;
  return [line(header), rule, ...lines].join('\n');
}

function runText({ text, style }: TextRun): string {
  const escaped = escapeLines(text, '');
  return style === 'strong' ? `**${escaped}**` : escaped;
}

/** What Markdown, or HTML within it, gives a meaning. */
const MARKUP = /[\\`*_[\]<>&|~$]/g;
/** What begins a heading, list, quote, rule or block where it stands first in a line. */
const AT_LINE_START = /^(\s*)(?=[#+=-])|^(\s*\d+)(?=[.)](?:\s|$))/;

/** One line of text. */
function escapeLine(text: string): string {
  const line = plainCharacters(text).replaceAll(/[\t\n ]+/g, ' ');
  return line.replaceAll(MARKUP, '\\$&').replace(AT_LINE_START, '$&\\');
}

/** Lines that stay lines, the further ones behind what marks the block. */
const escapeLines = (text: string, mark: string): string =>
  plainCharacters(text).trim().split('\n').map(escapeLine).join(`\\\n${mark}`);

/** Text within a line of a table. */
const escapeCell = (text: string): string => escapeLine(text).trim();
