import { UserError } from '../../errors.js';
import type { AttributeTable } from '../../model/case-record.js';
import { type Language, languageSchema } from '../../model/language.js';
import {
  codeColumns,
  type RowKey,
  type SheetColumnName,
  type SheetHead,
  type UnreadOfSheet,
} from '../../model/sheet.js';
import { type LevelNames, sheetHead } from '../../model/sheet-head.js';
import { KEY_HEADS, readHead, readKey } from './row-key.js';
import { unreadTables } from './unread-tables.js';

/** A row as somebody handed it in: what it is about (null for one that they added), and what they wrote. */
export interface HandedRow {
  readonly line: number;
  readonly key: RowKey | null;
  readonly cells: Readonly<Partial<Record<SheetColumnName, string>>>;
  /** What is to be asked before the row can be read: cells that may not hold what people wrote. */
  readonly problems: readonly UserError[];
}

/** A sheet as somebody handed it in. */
export interface HandedSheet extends UnreadOfSheet {
  readonly path: string;
  readonly head: SheetHead;
  readonly rows: readonly HandedRow[];
}

/** The columns that import reads, besides those of levels. */
const READ: readonly SheetColumnName[] = [
  'case',
  'place',
  'words',
  'word',
  'wordOrCode',
  'verdict',
  'into',
  'chosen',
  'decided',
  'why',
  'memo',
];

/** What a row that the program wrote only shows, and what in any row is no name: a date there is as good as any text. */
const SHOWN: readonly SheetColumnName[] = ['case', 'place', 'words', 'word', 'wordOrCode', 'memo'];
const FREE: readonly SheetColumnName[] = ['words', 'memo'];

/**
 * Reads the rows of a sheet that was exported, wherever its columns and rows are now. None of the columns that it was exported
 * with to be written in may be missing: what people wrote under another head would be lost in silence.
 * @throws UserError sheet/not-a-sheet, sheet/mixed, sheet/missing-columns
 */
export function readHandedSheet(
  path: string,
  tables: readonly AttributeTable[],
  levelsOf: (head: SheetHead) => LevelNames,
): HandedSheet {
  const table = tables.find(({ columns }) => columns.includes('zhagen:sheet'));
  const heads = new Map(
    (table?.rows ?? []).flatMap(({ values }) => {
      const head = readHead(values['zhagen:sheet'] ?? '');
      return head ? [[JSON.stringify(head), head] as const] : [];
    }),
  );
  const [head, ...others] = heads.values();
  if (!table || !head) throw new UserError('sheet/not-a-sheet', { path });
  if (others.length > 0) throw new UserError('sheet/mixed', { path });
  const levels = levelsOf(head);
  const columnOf = namedColumns(head, levels);
  const columns = table.columns.flatMap((name) => {
    const column = columnOf.get(plain(name));
    return column ? [[name, column] as const] : [];
  });
  const isThere = new Set<string>([...columns.map(([, column]) => column), ...table.columns]);
  const missing = [...writtenColumns(head, levels), ...KEY_HEADS].filter((column) => !isThere.has(column));
  if (missing.length > 0) throw new UserError('sheet/missing-columns', { path, ...headsOf(missing, levels) });
  const rows = table.rows.flatMap(({ line, values, doubts = {} }): HandedRow[] => {
    const cells = Object.fromEntries(columns.map(([name, column]) => [column, (values[name] ?? '').trim()]));
    const key = readKey(values);
    const problems = columns.flatMap(([name, column]) => {
      const doubt = doubts[name];
      const isAsked = doubt && !(key ? SHOWN : FREE).includes(column);
      return isAsked ? [new UserError('sheet/doubtful-cell', { column: name, ...doubt })] : [];
    });
    const isFilled = Object.values(cells).some((cell) => cell !== '') || problems.length > 0;
    return key || isFilled ? [{ line, key, cells, problems }] : [];
  });
  return { path, head, rows, comments: table.comments ?? [], unread: unreadTables(tables, table) };
}

/** The columns of a kind of sheet by their heads in every language, however wide these are typed. */
function namedColumns({ what }: SheetHead, levels: LevelNames): Map<string, SheetColumnName> {
  const ofLevels = levels.map((_, at): SheetColumnName => `level${at + 1}`);
  const columns = [...READ, ...(what === 'axial' ? ofLevels : codeColumns)];
  return new Map(
    columns.flatMap((column) =>
      languageSchema.options.map((language) => [plain(sheetHead(column, levels, language)), column] as const),
    ),
  );
}

/** The columns of a kind of sheet in which people write. */
function writtenColumns({ what, isBlind }: SheetHead, levels: LevelNames): readonly SheetColumnName[] {
  switch (what) {
    case 'screening':
      return ['verdict', 'into', 'memo'];
    case 'contested':
      return ['chosen', 'decided', 'why', 'memo'];
    case 'axial':
      return [...levels.map((_, at): SheetColumnName => `level${at + 1}`), 'memo'];
    case 'open':
      return ['code', 'memo'];
    default:
      return what === 'uncoded' || isBlind ? [...codeColumns, 'memo'] : ['code', 'verdict', 'memo'];
  }
}

/** How columns are called in each language; those that nobody writes in are called the same in both. */
function headsOf(columns: readonly string[], levels: LevelNames): Record<Language, string> {
  const namesIn = (language: Language) =>
    columns
      .map((one) => (one.startsWith('zhagen:') ? one : sheetHead(one as SheetColumnName, levels, language)))
      .join(language === 'zh' ? '、' : ', ');
  return { zh: namesIn('zh'), en: namesIn('en') };
}

const plain = (head: string) => head.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
