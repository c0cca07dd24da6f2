import { hash } from 'node:crypto';
import { type RowKey, type SheetHead, type SheetKind, sheetKinds } from '../../model/sheet.js';

/** The heads of the hidden columns, in their order. */
export const KEY_HEADS = [
  'zhagen:sheet',
  'zhagen:case',
  'zhagen:version',
  'zhagen:span',
  'zhagen:code',
  'zhagen:decision',
  'zhagen:quote',
  'zhagen:group',
  'zhagen:word',
] as const;

type KeyHead = (typeof KEY_HEADS)[number];
type Cells = Readonly<Partial<Record<KeyHead, string>>>;

/** Hexadecimal digits of the hash of a row's words and of a sheet. */
const DIGITS = { quote: 10, sheet: 8 } as const;

/**
 * The hidden cells of a row. Each begins with a letter and has no sign that a spreadsheet takes for a number, a date or
 * a formula.
 */
export function keyCells(head: SheetHead, key: RowKey): Cells {
  const { caseId, version, start, end, codes, decisions, quote, group, word } = key;
  return {
    'zhagen:sheet': writeHead(head),
    ...(caseId !== undefined && { 'zhagen:case': `case:${caseId}` }),
    ...(version !== undefined && { 'zhagen:version': `v${version}` }),
    ...(start !== undefined && { 'zhagen:span': `${start}..${end}` }),
    ...(codes?.length && { 'zhagen:code': `code:${codes.join(' ')}` }),
    ...(decisions?.length && { 'zhagen:decision': decisions.map((id) => `d${id}`).join(' ') }),
    ...(quote !== undefined && { 'zhagen:quote': `q${quote}` }),
    ...(group !== undefined && { 'zhagen:group': `group:${group}` }),
    ...(word !== undefined && { 'zhagen:word': `word:${word}` }),
  };
}

/** Reads the hidden cells of a row; null for one that people added. */
export function readKey(values: Readonly<Record<string, string>>): RowKey | null {
  const cell = (head: KeyHead) => (values[head] ?? '').trim();
  const after = (head: KeyHead, prefix: string) => {
    const text = cell(head);
    return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
  };
  const list = (text: string | undefined) => (text ? text.split(/\s+/) : []);
  const [, start, end] = /^(\d+)\.\.(\d+)$/.exec(cell('zhagen:span')) ?? [];
  const key: RowKey = {
    ...given('caseId', after('zhagen:case', 'case:')),
    ...given('version', after('zhagen:version', 'v')),
    ...(start !== undefined && { start: Number(start), end: Number(end) }),
    ...given('quote', after('zhagen:quote', 'q')),
    ...given('group', after('zhagen:group', 'group:')),
    ...given('word', after('zhagen:word', 'word:')),
    codes: list(after('zhagen:code', 'code:')),
    decisions: list(cell('zhagen:decision')).map((id) => id.replace(/^d/, '')),
  };
  const isOwn = key.start !== undefined || key.word !== undefined || (key.codes?.length ?? 0) > 0;
  return isOwn ? key : null;
}

const given = <K extends string>(name: K, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [name in K]?: string };

/** `passages 1a2b3c4d six-pillars 张三`, with `!` behind the first word of a blind sheet. */
function writeHead({ what, isBlind, coder, codebookId, id }: SheetHead): string {
  return [`${what}${isBlind ? '!' : ''}`, id, codebookId === null ? '-' : `book:${codebookId}`, coder].join(
    ' ',
  );
}

/** Reads for whom and from what a sheet was written; null for what is not such a cell. */
export function readHead(cell: string): SheetHead | null {
  const [, what, blind, id, book = '', coder] =
    /^([a-z]+)(!?) ([0-9a-f]{8}) (-|book:\S*) (.+)$/u.exec(cell.trim()) ?? [];
  const kind = sheetKinds.find((one) => one === what) as SheetKind | undefined;
  if (kind === undefined || id === undefined || coder === undefined) return null;
  const codebookId = book === '-' ? null : book.slice('book:'.length);
  return { what: kind, isBlind: blind === '!', id, codebookId, coder };
}

/** Hashes words as people read them, whatever their blanks, width and marks. */
export function hashWords(words: string): string {
  const plain = words.normalize('NFKC').replaceAll(/\s/g, '');
  return hash('sha256', plain).slice(0, DIGITS.quote);
}

/** Hashes what a sheet contains. */
export function hashSheet(content: unknown): string {
  return hash('sha256', JSON.stringify(content)).slice(0, DIGITS.sheet);
}

/** The sheet that comments on cases are under a codebook: all of them, or those of documents that show only some coders. */
export function commentsSheet(codebookId: string, shown: readonly string[] = []): string {
  return hashSheet(['comments', codebookId, ...shown]);
}
