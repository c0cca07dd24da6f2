import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** A column by which rows are sealed together: of a whole number, those of `width` numbers in a row. */
interface KeyPart {
  readonly column: string;
  readonly width?: number;
}

/** A table whose rows are sealed. */
export interface SealedTable {
  readonly name: string;
  readonly by: readonly KeyPart[];
  /** A row as JSON that tells any two apart, as SQL. */
  readonly row: string;
  /** The columns of its primary key, for an order. */
  readonly order: readonly string[];
}

/** What the rows of one seal have in common: a value for each part of the key. */
export type SealKey = (string | number)[];

const by = (...columns: readonly string[]): KeyPart[] => columns.map((column) => ({ column }));
const some = (column: string, width: number): KeyPart => ({ column, width });

/**
 * How the rows of a table are put together, so that few are sealed again and none are many; of any other, all together.
 * Another key needs a migration, after which all rows are sealed.
 */
const KEYS: Readonly<Record<string, readonly KeyPart[]>> = {
  setting: by('name'),
  tag: by('name'),
  project_case: [some('case_no', 64)],
  case_alias: by('case_no'),
  case_version: [some('version_no', 64)],
  attribute: by('case_no'),
  case_file: by('version_no'),
  given_words: by('version_no'),
  normalized_text: by('version_no'),
  text_part: by('version_no', 'part_no'),
  clean_part: by('version_no', 'part_no'),
  region: by('version_no'),
  text_scope: by('version_no'),
  case_sentences: by('version_no'),
  indexed_text: [some('start_at', 2 ** 20)],
  character_places: [some('symbol', 64), { column: 'block_no' }],
  content: by('hash'),
  parsed_content: by('hash'),
  codebook: by('id'),
  case_set: by('hash'),
  run: by('id'),
  revision: [some('revision', 16)],
  decision: [some('revision', 16)],
  standing_decision: [some('revision', 16)],
  generation: by('generation_no'),
  new_word: by('generation_no'),
  document_frequency: by('generation_no'),
  taught_word: by('generation_no'),
  mined_case: [some('case_no', 64)],
  term_list: [some('list_no', 64)],
  term: by('list_no'),
  word: [some('word_no', 256)],
  keyword: by('word'),
  ranking: by('group_name'),
  rule_drop: by('group_name'),
  read_word: by('word'),
  mapping: by('word'),
  assignment: [...by('codebook_id', 'version_no'), some('start_at', 512)],
  reference_count: by('codebook_id', 'version_no'),
  token_count: by('codebook_id', 'case_no'),
  judgement: by('aspect', 'word'),
  adjudication: by('aspect', 'word'),
  verdict: by('group_name', 'word'),
  shown_suggestion: by('codebook_id', 'word'),
  passage_verdict: by('codebook_id', 'version_no'),
  memo: by('id'),
  memo_place: by('memo_id'),
  case_standing: by('case_no'),
  sealed_statement: by('version_no'),
  case_done: by('codebook_id', 'version_no'),
  sentence_adjudication: by('codebook_id', 'case_no'),
};

/** The keys of files before version 35, where they are others than parts of these. */
const KEYS_BEFORE_35: typeof KEYS = {
  keyword: [...by('group_name'), some('position', 8)],
  mapping: by('codebook_id', 'group_name'),
};

/** An index of the log, by words: it is compared with the log. */
const UNSEALED = ['seal', 'decision_subject'];

/** The tables of a project file whose rows are sealed, in code point order. */
export function sealedTables(database: Database.Database): SealedTable[] {
  const version = database.pragma('user_version', { simple: true }) as number;
  const keys = version < 35 ? { ...KEYS, ...KEYS_BEFORE_35 } : KEYS;
  const names = database
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  const columns = database.prepare<[string], Column>(
    `SELECT name, type, pk FROM pragma_table_info(?, 'main')`,
  );
  return names
    .filter((name) => !UNSEALED.includes(name))
    .map((name) => {
      const all = columns.all(name);
      const key = all.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
      return {
        name,
        by: keys[name] ?? [],
        row: `json_array(${all.map(cellSql).join()})`,
        order: key.map((column) => column.name),
      };
    });
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Its place in the primary key, from 1; 0 where it is no part of it. */
  readonly pk: number;
}

/** What JSON would round or cannot hold is written as a literal of SQL. */
function cellSql({ name, type }: Column): string {
  return type === 'REAL' || type === 'BLOB' ? `quote(${name})` : name;
}

/** The value of a part of the key in a row, as SQL. */
export function keySql({ column, width }: KeyPart, row = ''): string {
  return width === undefined ? `${row}${column}` : `${row}${column} / ${width}`;
}

/** Which rows have a key, as SQL that finds them by an index. */
function rowsWithKey({ by: parts }: SealedTable): string {
  const conditions = parts.map(({ column, width }) =>
    width === undefined ? `${column} = ?` : `${column} BETWEEN ? AND ?`,
  );
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

/** The values that `rowsWithKey` asks for. */
function cellsOfKey({ by: parts }: SealedTable, key: SealKey): SealKey {
  return parts.flatMap(({ width }, at) => {
    const value = key[at] as string | number;
    return width === undefined ? [value] : [Number(value) * width, (Number(value) + 1) * width - 1];
  });
}

/** Every key that rows of a table have. */
export function keysIn(database: Database.Database, { name, by: parts }: SealedTable): SealKey[] {
  const columns = parts.map((part) => keySql(part)).join() || `'' WHERE EXISTS (SELECT 1 FROM main.${name})`;
  const from = parts.length > 0 ? ` FROM main.${name}` : '';
  const rows = database.prepare<[], (string | number)[]>(`SELECT DISTINCT ${columns}${from}`).raw().all();
  return parts.length > 0 ? rows : rows.map(() => []);
}

/** Makes a reader of the hash of the rows of a table that have a key; null where there is none. */
export function rowHasher(database: Database.Database, table: SealedTable): (key: SealKey) => string | null {
  const sorted = `SELECT * FROM main.${table.name} ${rowsWithKey(table)} ORDER BY ${table.order.join()}`;
  const read = database
    .prepare<SealKey, string | null>(
      `SELECT iif(count(*) = 0, NULL, json_group_array(${table.row})) FROM (${sorted})`,
    )
    .pluck();
  return (key) => {
    const rows = read.get(...cellsOfKey(table, key));
    return rows == null ? null : hash('sha256', rows).slice(0, 32);
  };
}
