import type { DocumentBlock, FigureBlock, ReportDocument, TableBlock, TextRun } from '../model/document.js';
import { plainCharacters } from '../text/plain-characters.js';
import { REPORT_STYLE } from './html-report-style.js';

/** The words of the frame of a page. */
export interface HtmlFrame {
  readonly contents: string;
  /** Opens the numbers of a figure. */
  readonly figureData: string;
}

/** Nothing is loaded and nothing is run, whatever the page contains. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Writes a report as one page that needs no other file; what cases say never becomes markup. */
export function* writeHtmlReport(report: ReportDocument, frame: HtmlFrame): Generator<string> {
  const { language, title, subtitle, blocks } = report;
  yield `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="zhagen">
<title>${escapeHtml(title)}</title>
<style>
${REPORT_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="subtitle">${escapeHtml(subtitle)}</p>
</header>
${contents(blocks, frame)}
`;
  for (const block of blocks) yield `${blockHtml(block, frame)}\n`;
  yield '</main>\n</body>\n</html>\n';
}

/** The headings of the first two ranks, and the tables and figures below them. */
function contents(blocks: readonly DocumentBlock[], { contents: title }: HtmlFrame): string {
  const items = blocks.flatMap((block) => {
    if (block.kind === 'heading' && block.level < 3)
      return [entry(block.anchor, block.text, `rank-${block.level}`)];
    if ((block.kind === 'table' || block.kind === 'figure') && block.number !== '') {
      return [entry(block.anchor, `${block.number} ${block.title}`, 'rank-3')];
    }
    return [];
  });
  return `<nav aria-label="${escapeHtml(title)}">
<details open>
<summary>${escapeHtml(title)}</summary>
<ol>
${items.join('\n')}
</ol>
</details>
</nav>`;
}

const entry = (anchor: string, text: string, rank: string) =>
  `<li class="${rank}">${link(anchor, escapeHtml(text))}</li>`;

const link = (anchor: string, html: string) =>
  `<a href="#${escapeHtml(encodeURIComponent(anchor))}">${html}</a>`;

function blockHtml(block: DocumentBlock, frame: HtmlFrame): string {
  switch (block.kind) {
    case 'heading': {
      const name = `h${block.level + 1}`;
      return `<${name} id="${escapeHtml(block.anchor)}">${escapeHtml(block.text)}</${name}>`;
    }
    case 'paragraph':
      return `<p>${block.runs.map(runHtml).join('')}</p>`;
    case 'lead':
      return `<p class="lead note">${escapeHtml(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escapeHtml(block.text)}</p>`;
    case 'quote':
      return `<blockquote${block.isCounter ? ' class="counter"' : ''}><p><q><bdi>${linesHtml(block.text)}</bdi></q><cite><bdi>${escapeHtml(block.place)}</bdi></cite></p></blockquote>`;
    case 'table':
      return tableHtml(block);
    case 'figure':
      return figureHtml(block, frame);
    case 'page-break':
      return '<hr class="page">';
  }
}

function runHtml({ text, style }: TextRun): string {
  const html = linesHtml(text);
  if (style === 'strong') return `<strong>${html}</strong>`;
  if (style === 'gap') return `<mark>${html}</mark>`;
  return style === 'code' ? `<code>${html}</code>` : html;
}

function tableHtml(table: TableBlock): string {
  const { anchor, number, title, notes } = table;
  const caption =
    number === '' && title === ''
      ? ''
      : `<caption>${number === '' ? '' : `<b>${escapeHtml(number)}</b> `}${escapeHtml(title)}</caption>\n`;
  return `<div class="table" id="${escapeHtml(anchor)}">
${gridHtml(table, caption)}
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('\n')}</div>`;
}

type Grid = Pick<TableBlock, 'header' | 'rows' | 'numeric'> & Partial<Pick<TableBlock, 'hasTotal'>>;

function gridHtml({ header, rows, numeric, hasTotal = false }: Grid, caption: string): string {
  const kind = (column: number) => (numeric[column] ? ' class="number"' : '');
  const heads = header.map((head, column) => `<th scope="col"${kind(column)}>${escapeHtml(head)}</th>`);
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      if (cell === null) return '';
      const span = cell.rows > 1 ? ` rowspan="${cell.rows}"` : '';
      const text = linesHtml(cell.text);
      return `<td${span}${kind(column)}>${cell.link === null ? text : link(cell.link, text)}</td>`;
    });
    const total = hasTotal && at === rows.length - 1 ? ' class="total"' : '';
    return `<tr${total}>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table>
${caption}<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>`;
}

function figureHtml(
  { anchor, number, title, notes, svg, width, data }: FigureBlock,
  frame: HtmlFrame,
): string {
  // As an image it runs no script and shares no ids with other figures.
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
  return `<figure id="${escapeHtml(anchor)}">
<img src="${source}" alt="${escapeHtml(title)}" style="width:${width}mm">
<figcaption><b>${escapeHtml(number)}</b> ${escapeHtml(title)}</figcaption>
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('\n')}
<details><summary>${escapeHtml(frame.figureData)}</summary>
${gridHtml(data, '')}
</details>
</figure>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  plainCharacters(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const linesHtml = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>\n');
