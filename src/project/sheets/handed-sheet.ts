import { UserError } from '../../errors.js';
import type { AttributeTable } from '../../model/case-record.js';
import { languageSchema } from '../../model/language.js';
import {
  codeColumns,
  type RowKey,
  type SheetColumnName,
  type SheetHead,
  type UnreadOfSheet,
} from '../../model/sheet.js';
import { type LevelNames, sheetHead } from '../../model/sheet-head.js';
import { readHead, readKey } from './row-key.js';
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
 * Reads the rows of a sheet that was exported, wherever its columns and rows are now.
 * @throws UserError sheet/not-a-sheet, sheet/mixed
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
  const columnOf = namedColumns(head, levelsOf(head));
  const columns = table.columns.flatMap((name) => {
    const column = columnOf.get(plain(name));
    return column ? [[name, column] as const] : [];
  });
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

const plain = (head: string) => head.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
