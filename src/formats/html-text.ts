import type { RegionKind } from '../model/region.js';
import { pushAll } from '../text/many.js';
import { raiseNumber } from '../text/raise-number.js';
import type { MarkedLine } from './document-text.js';
import { namesOf } from './html-main.js';
import type { HtmlElement } from './html-tree.js';
import { joinRow, markTable } from './table-row.js';

const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb ruby s samp small
  span strike strong sub sup time tt u var wbr`.split(/\s+/),
);
/** Between two of these a line end of the source is no space. */
const WIDE =
  '[\\u2e80-\\u303f\\u3100-\\ua4cf\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\u{20000}-\\u{3ffff}]';
const SOURCE_LINE_END = new RegExp(`(?<=${WIDE})[ \\t\\f]*[\\r\\n][ \\t\\r\\n\\f]*(?=${WIDE})`, 'gu');

const HEADING = /^h[1-6]$/;
const CAPTION = /^(?:figcaption|caption)$/;
const NOTES = /(?:^|[\s_-])(?:footnotes?|endnotes?|doc-footnote|doc-endnotes?)(?=$|[\s_-])/i;
const CONTENTS = /(?:^|[\s_-])(?:toc|table-of-contents|doc-toc)(?=$|[\s_-])/i;
/** A heading of so many sentences is a paragraph in large letters. */
const SENTENCES = /[。！？；].*[。！？；]/;

/** A place that lines go to: the page or a cell. */
interface Flow {
  readonly lines: MarkedLine[];
  line: string;
}

type Step = HtmlElement | string | { readonly end: HtmlElement };

/** The text under an element as a reader sees it: blocks, list items and table rows one a line. */
export function htmlLines(root: HtmlElement, isLeftOut: (element: HtmlElement) => boolean): MarkedLine[] {
  const page: Flow = { lines: [], line: '' };
  const flows = [page];
  const rows: (readonly MarkedLine[])[][] = [];
  /** How many lines its flow had where each table began. */
  const tables: number[] = [];
  const kinds: { element: HtmlElement; kind: RegionKind; level: number | undefined }[] = [];
  const lists: { next: number | undefined }[] = [];
  let preformatted = 0;

  const current = () => flows.at(-1) ?? page;
  const kindOf = (line: string) => {
    const { kind, level } = kinds.at(-1) ?? {};
    return kind === 'heading' && SENTENCES.test(line) ? {} : { kind, level };
  };
  const endLine = (flow = current()) => {
    const line = flow.line
      .replaceAll(SOURCE_LINE_END, '')
      .replaceAll(/[ \t\r\n\f]+/g, ' ')
      .trim();
    if (line !== '') flow.lines.push({ text: line, ...kindOf(line) });
    flow.line = '';
  };
  const write = (text: string) => {
    if (preformatted === 0) {
      current().line += text;
      return;
    }
    const [first = '', ...rest] = text.split(/\r\n?|\n/);
    current().line += first;
    for (const line of rest) {
      endLine();
      current().line = line;
    }
  };
  const enter = (element: HtmlElement) => {
    if (!INLINE.has(element.name)) endLine();
    const kind = INLINE.has(element.name) ? undefined : kindOfElement(element);
    if (kind !== undefined) kinds.push({ element, kind, level: levelOf(element) });
    if (element.name === 'pre') preformatted += 1;
    else if (element.name === 'table') tables.push(current().lines.length);
    else if (element.name === 'tr') rows.push([]);
    else if (element.name === 'td' || element.name === 'th') flows.push({ lines: [], line: '' });
    else if (element.name === 'ol') lists.push({ next: startOf(element) });
    else if (element.name === 'ul') lists.push({ next: undefined });
    else if (element.name === 'li') beginItem(lists.at(-1), element, write);
  };
  const leave = (element: HtmlElement) => {
    if (!INLINE.has(element.name)) endLine();
    if (kinds.at(-1)?.element === element) kinds.pop();
    if (element.name === 'pre') preformatted -= 1;
    else if (element.name === 'table') {
      const { lines } = current();
      pushAll(lines, markTable(lines.splice(tables.pop() ?? lines.length)));
    } else if (element.name === 'ol' || element.name === 'ul') lists.pop();
    else if (element.name === 'tr') pushAll(current().lines, joinRow(rows.pop() ?? []));
    else if (element.name === 'td' || element.name === 'th') {
      const cell = flows.length > 1 ? flows.pop() : undefined;
      const row = rows.at(-1);
      if (cell !== undefined && row !== undefined) row.push(cell.lines);
      else pushAll(current().lines, cell?.lines ?? []);
    }
  };

  const left: Step[] = [root];
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    if (typeof step === 'string') write(step);
    else if ('end' in step) leave(step.end);
    else if (!isLeftOut(step)) {
      const raised = step.name === 'sup' ? raiseNumber(textWithin(step)) : null;
      if (raised !== null) {
        write(raised);
        continue;
      }
      enter(step);
      left.push({ end: step });
      for (let at = step.children.length - 1; at >= 0; at -= 1) left.push(step.children[at] ?? '');
    }
  }
  endLine(page);
  return page.lines;
}

/** A number in an element is not deeper than this. */
const MOST_PARTS = 8;

/** The text of an element of few parts; of a larger one nothing. */
function textWithin(element: HtmlElement): string {
  const left: (HtmlElement | string)[] = [element];
  let text = '';
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const next = left.shift();
    if (typeof next === 'string') text += next;
    else if (next !== undefined) left.unshift(...next.children.slice(0, MOST_PARTS + 1));
  }
  return left.length === 0 ? text : '';
}

function kindOfElement(element: HtmlElement): RegionKind | undefined {
  if (HEADING.test(element.name)) return 'heading';
  if (CAPTION.test(element.name)) return 'caption';
  const names = namesOf(element);
  if (NOTES.test(names)) return 'note';
  return CONTENTS.test(names) ? 'contents' : undefined;
}

function levelOf({ name }: HtmlElement): number | undefined {
  return HEADING.test(name) ? Number(name[1]) : undefined;
}

function startOf({ attributes }: HtmlElement): number {
  const start = Number.parseInt(attributes['start'] ?? '1', 10);
  return Number.isNaN(start) ? 1 : start;
}

/** Items that bring their number along get no second one. */
function beginItem(
  list: { next: number | undefined } | undefined,
  item: HtmlElement,
  write: (text: string) => void,
) {
  if (list?.next === undefined) return;
  if (!/^\s*[\d（(①-⑳一二三四五六七八九十]/.test(beginningOf(item))) write(`${list.next}. `);
  list.next += 1;
}

function beginningOf(item: HtmlElement): string {
  let first: HtmlElement | string | undefined = item;
  while (first !== undefined && typeof first !== 'string') {
    first = first.children.find((child) => typeof child !== 'string' || child.trim() !== '');
  }
  return first ?? '';
}
