import { UserError } from '../errors.js';
import { splitLine } from './anchored-lines.js';
import { CODE_PAGES } from './code-pages.js';
import { type DocumentText, joinMarkedLines, type MarkedLine, NOTHING_LEFT_OUT } from './document-text.js';
import { type RtfToken, rtfTokens } from './rtf-tokens.js';
import { CHARSETS, SHOWN, SIGNS, SKIPPED } from './rtf-words.js';
import { joinRow, markTable } from './table-row.js';

/** What holds of the text of a group, and of those within it. */
interface Group {
  isSkipped: boolean;
  isHidden: boolean;
  /** What it is a table of: its text is no text of the document. */
  table: 'fonts' | 'styles' | undefined;
  /** Whether its text is the number of a list, which no tab parts from its item. */
  isNumber: boolean;
  /** Where the text of a footnote goes. */
  note: string[] | undefined;
  encoding: string;
  /** How many characters behind one in Unicode stand for it where that is not read. */
  fallbacks: number;
}

const SIGNATURE = '{\\rtf';
const WESTERN = 'windows-1252';
/** The outline level of what is no heading. */
const BODY_TEXT = 9;

/**
 * The text of a document in Rich Text Format: paragraphs and table rows one a line, cells separated by tabs, footnotes at the end,
 * marked [1], [2] …; heads and feet of pages, pictures, comments and hidden text left out.
 * @throws UserError import/corrupt-file
 */
export function readRtf(path: string, bytes: Uint8Array): DocumentText {
  const { lines, hidden } = readRtfLines(path, bytes);
  return { ...joinMarkedLines(lines), ...(hidden > 0 && { leftOut: { ...NOTHING_LEFT_OUT, hidden } }) };
}

/**
 * The lines of such a document, and how many characters of it are hidden.
 * @throws UserError as `readRtf`
 */
export function readRtfLines(
  path: string,
  bytes: Uint8Array,
): { readonly lines: readonly MarkedLine[]; readonly hidden: number } {
  if (!isRtf(bytes))
    throw new UserError('import/corrupt-file', {
      path,
      format: 'RTF',
      problem: { kind: 'no-header', header: SIGNATURE },
    });
  const document = openDocument();
  for (const token of rtfTokens(bytes)) document.hear(token);
  return document.end();
}

/** Whether a file begins as one in Rich Text Format does. */
export function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, SIGNATURE.length)).toString('latin1') === SIGNATURE;
}

function openDocument() {
  const lines: MarkedLine[] = [];
  const notes: string[][] = [];
  const fonts = new Map<number, string>();
  /** The levels of headings that styles give. */
  const levels = new Map<number, number | undefined>();
  const groups: Group[] = [];
  let group: Group = {
    isSkipped: false,
    isHidden: false,
    table: undefined,
    isNumber: false,
    note: undefined,
    encoding: WESTERN,
    fallbacks: 1,
  };
  let [text, hidden, fallbacks, font, style, isStarred] = ['', 0, 0, 0, 0, false];
  let level: number | undefined;
  let isInTable = false;
  let cell: MarkedLine[] = [];
  let cells: MarkedLine[][] = [];
  /** How many lines there were where the table began. */
  let table: number | undefined;
  /** Bytes of the text that are not decoded yet. */
  let pending: number[] = [];
  let standard = WESTERN;

  const write = (more: string) => {
    if (group.isSkipped) return;
    if (group.isHidden) hidden += more.trim().length;
    else if (group.note) group.note.push(more);
    else text += more;
  };
  const flush = () => {
    if (pending.length === 0) return;
    const decoded = new TextDecoder(group.encoding).decode(Uint8Array.from(pending));
    pending = [];
    write(decoded);
  };
  const endLine = () => {
    const whole = { text: text.toWellFormed().replace(/^[\t ]+|[\t ]+$/g, '') };
    const own = splitLine(level === undefined ? whole : { ...whole, kind: 'heading', level });
    text = '';
    return own;
  };
  const endTable = () => {
    if (table !== undefined) lines.push(...markTable(lines.splice(table)));
    table = undefined;
  };
  const words: Readonly<Record<string, (number: number | undefined) => void>> = {
    ansicpg(page = 0) {
      standard = CODE_PAGES[page] ?? WESTERN;
      group.encoding = standard;
    },
    fonttbl: () => Object.assign(group, { table: 'fonts', isSkipped: true }),
    stylesheet: () => Object.assign(group, { table: 'styles', isSkipped: true }),
    listtext: () => Object.assign(group, { isNumber: true }),
    pntext: () => Object.assign(group, { isNumber: true }),
    fcharset(charset = 0) {
      const page = CODE_PAGES[CHARSETS[charset] ?? 0];
      if (group.table === 'fonts' && page !== undefined) fonts.set(font, page);
    },
    f(number = 0) {
      if (group.table === 'fonts') font = number;
      else group.encoding = fonts.get(number) ?? standard;
    },
    uc: (count = 1) => Object.assign(group, { fallbacks: count }),
    u(code = 0) {
      write(String.fromCharCode(code & 0xffff));
      fallbacks = group.fallbacks;
    },
    v: (on = 1) => Object.assign(group, { isHidden: on !== 0 }),
    plain: () => Object.assign(group, { isHidden: false }),
    footnote() {
      if (group.isSkipped) return;
      const note: string[] = [];
      notes.push(note);
      text += `[${notes.length}]`;
      group.note = note;
    },
    s(number = 0) {
      if (group.table === 'styles') style = number;
      else if (!group.isSkipped) level = levels.get(number);
    },
    outlinelevel(number = BODY_TEXT) {
      const own = number < BODY_TEXT ? number + 1 : undefined;
      if (group.table === 'styles') levels.set(style, own);
      else if (!group.isSkipped) level = own;
    },
    pard() {
      if (group.isNumber) return;
      level = undefined;
      isInTable = false;
    },
    intbl() {
      isInTable = true;
    },
    par() {
      if (group.isSkipped) return;
      if (group.note) group.note.push('\n');
      else if (isInTable) cell.push(...endLine());
      else {
        endTable();
        lines.push(...endLine());
      }
    },
    cell() {
      if (group.isSkipped) return;
      table ??= lines.length;
      cells.push([...cell, ...endLine()]);
      cell = [];
    },
    row() {
      if (group.isSkipped) return;
      lines.push(...joinRow(cells));
      cells = [];
    },
  };

  return {
    hear(token: RtfToken) {
      if (token.kind === 'byte') {
        if (fallbacks > 0) fallbacks -= 1;
        else if (!group.isSkipped) pending.push(token.byte);
        return;
      }
      flush();
      if (token.kind === 'open') {
        groups.push(group);
        group = { ...group };
      } else if (token.kind === 'close') {
        group = groups.pop() ?? group;
        fallbacks = 0;
      } else if (token.word === '*') isStarred = true;
      else {
        const { word, number } = token;
        if (SKIPPED.has(word) || (isStarred && !SHOWN.has(word))) group.isSkipped = true;
        isStarred = false;
        const sign = SIGNS[word];
        if (sign !== undefined) write(group.isNumber && sign === '\t' ? '' : sign);
        else words[word]?.(number);
      }
    },
    end() {
      flush();
      cell.push(...(text === '' ? [] : endLine()));
      if (cells.length > 0 || cell.length > 0) lines.push(...joinRow([...cells, cell]));
      endTable();
      const noteLines = notes.flatMap((parts, at) =>
        splitLine({ text: `[${at + 1}] ${parts.join('').trim()}`.toWellFormed(), kind: 'note' }),
      );
      return { lines: [...lines, ...noteLines], hidden };
    },
  };
}
