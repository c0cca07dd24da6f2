import type { Contrast } from '../model/contrast.js';
import type { LabelledTable } from '../model/labelled-table.js';
import type { Language } from '../model/language.js';
import { paradigmParts } from '../model/paradigm.js';
import type { TableName } from '../model/table-name.js';
import { ATTRIBUTE_COLUMN, CODEBOOK_COLUMN, GROUP_COLUMN } from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import { captionTable } from './caption-table.js';
import { labelMemoRow } from './label-memo.js';
import { labelSampleRow } from './label-sample.js';
import { chineseColumns, chineseHeads, englishGroups, missingValues, PAIRS } from './labels.js';
import { titles } from './titles.js';
import { chineseValues } from './values.js';

const englishParts: Readonly<Record<string, string>> = paradigmParts;

/** The tables of which a cell says in its language what it is by another cell. */
const ROWS_IN_WORDS: Readonly<
  Partial<Record<TableName, <Row extends GivenRow>(row: Row, language: Language) => Row>>
> = {
  sample: labelSampleRow,
  memos: labelMemoRow,
};

type GivenRow = Readonly<Record<string, Cell>>;
type Scalar = string | number | boolean | null;
type Cell = Scalar | readonly string[];

/** Puts a table's heads, values and caption into a language; numbers keep their digits. */
export function labelTable(
  name: TableName,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  source: TableSource,
  language: Language,
  total?: Readonly<Record<string, Cell>>,
): LabelledTable {
  const labellers = columns.map((column) => cellLabeller(column, source, language));
  return {
    title: titles[language][name],
    caption: captionTable(name, source, language),
    header: withoutDoubles(columns.map((column) => headOf(name, column, source, language))),
    cells: rows.map((given) => {
      const row = ROWS_IN_WORDS[name]?.(given, language) ?? given;
      return columns.map((column, at) => labellers[at]?.(row[column] ?? null) ?? '');
    }),
    ...(total && { total: labelTotal(columns, total, labellers, totalOf(source, language)) }),
    numeric: columns.map((column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number')),
  };
}

/** The row of sums: what it is stands in the first column, and nothing where there is no sum. */
function labelTotal(
  columns: readonly string[],
  total: Readonly<Record<string, Cell>>,
  labellers: readonly ((value: Cell) => string)[],
  word: string,
): string[] {
  return columns.map((column, at) => {
    const value = total[column];
    return value === undefined ? (at === 0 ? word : '') : (labellers[at]?.(value) ?? '');
  });
}

/** Where only the first rows are shown, the sums are still those of all. */
function totalOf({ filters: { rows } }: TableSource, language: Language): string {
  if (language === 'zh') return rows === undefined ? '合计' : '全表合计';
  return rows === undefined ? 'total' : 'total of all rows';
}

/** The head of a column: where labels of codes stand, the name of their level in the codebook. */
function headOf(
  name: TableName,
  column: string,
  { codebooks: [codebook, other = codebook, ...more], level, by, contrast }: TableSource,
  language: Language,
): string {
  for (const prefix of [ATTRIBUTE_COLUMN, CODEBOOK_COLUMN]) {
    if (column.startsWith(prefix)) return column.slice(prefix.length);
  }
  if (column.startsWith(GROUP_COLUMN))
    return headOfGroup(column.slice(GROUP_COLUMN.length), by, contrast, language);
  const own = language === 'zh' ? (chineseHeads[name]?.[column] ?? chineseColumns[column] ?? column) : column;
  const numbered = /^level(\d)$/.exec(column)?.[1] ?? (column === 'pillar' ? 1 : undefined);
  if (numbered !== undefined) return codebook?.levels[Number(numbered) - 1]?.name[language] ?? own;
  if (!PAIRS.includes(name) || (column !== 'code' && column !== 'otherCode')) return own;
  // Rows of several pairs of codebooks have codes of levels of several names.
  if (name === 'crosswalk' && more.length > 0) return own;
  const levels = (column === 'code' ? codebook : other)?.levels ?? [];
  const named = levels[Math.min(level ?? levels.length, levels.length) - 1]?.name[language] ?? own;
  if (column === 'code') return named;
  return language === 'zh' ? `另一${named}` : `other ${named}`;
}

/** A group of cases with its size. */
function headOfGroup(
  group: string,
  by: string | null,
  contrast: Contrast | undefined,
  language: Language,
): string {
  const size = contrast?.groups.find(({ name }) => name?.[0] === group)?.cases;
  const label = language === 'en' ? (nameIn(englishGroups(by), group) ?? group) : group;
  if (size === undefined) return label;
  return language === 'zh' ? `${label}（n=${size}）` : `${label} (n=${size})`;
}

/** Tells heads of the same name apart, as a level may be named like a column. */
function withoutDoubles(heads: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return heads.map((head) => {
    const times = (seen.get(head) ?? 0) + 1;
    seen.set(head, times);
    return times === 1 ? head : `${head} (${times})`;
  });
}

/** How the values of a column are written. */
function cellLabeller(column: string, source: TableSource, language: Language): (value: Cell) => string {
  const label = scalarLabeller(column, source, language);
  const separator = language === 'zh' ? '；' : '; ';
  return (value) =>
    typeof value === 'object' && value !== null ? value.map(label).join(separator) : label(value);
}

function scalarLabeller(column: string, source: TableSource, language: Language): (value: Scalar) => string {
  const missing = missingValues[column]?.[language] ?? '';
  const ofText = textLabeller(column, source, language);
  return (value) => {
    if (value === null) return missing;
    if (typeof value === 'string') return ofText(value);
    if (typeof value === 'number' || language === 'en') return String(value);
    if (column === 'inCodebook') return value ? '框架内' : '框架外';
    return value ? '是' : '否';
  };
}

function textLabeller(
  column: string,
  { codebooks, by }: TableSource,
  language: Language,
): (value: string) => string {
  if (column === 'level') {
    const levels = codebooks.flatMap((codebook) => codebook.levels).reverse();
    const names = new Map(levels.map(({ id, name }) => [id, name[language]]));
    return (value) => names.get(value) ?? value;
  }
  if (language === 'en') {
    const named = column === 'relation' ? englishParts : column === 'group' ? englishGroups(by) : {};
    return (value) => nameIn(named, value) ?? value;
  }
  const known = chineseValues[column];
  return known ? (value) => labelReason(known, value) : (value) => value;
}

/** A screening reason may be followed by what exactly acted: only the reason itself is translated. */
function labelReason(known: Readonly<Record<string, string>>, value: string): string {
  const end = value.indexOf(': ');
  const head = end < 0 ? value : value.slice(0, end);
  const named = nameIn(known, head);
  // What is no reason of ours is a coder's own words.
  if (named === undefined) return value;
  const detail = value.slice(head.length + 2);
  return [named, ...(detail ? [detail] : [])].join('：');
}

function nameIn(names: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.hasOwn(names, value) ? names[value] : undefined;
}
