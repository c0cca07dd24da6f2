import type { Language } from '../model/language.js';
import { paradigmParts } from '../model/paradigm.js';
import type { TableName } from '../model/table-name.js';
import type { TableSource } from '../model/table-source.js';
import { captionTable } from './caption-table.js';
import {
  chineseColumns,
  chineseHeads,
  chineseValues,
  englishGroups,
  noCodes,
  PAIRS,
  titles,
} from './labels.js';

/** A table made ready for people: everything is text in one language. */
export interface LabelledTable {
  readonly title: string;
  readonly caption: string;
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Which columns hold numbers and stand flush right. */
  readonly numeric: readonly boolean[];
}

const englishParts: Readonly<Record<string, string>> = paradigmParts;

type Cell = string | number | boolean | null | readonly string[];

/** Puts a table's heads, values and caption into a language; numbers keep their digits. */
export function labelTable(
  name: TableName,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  source: TableSource,
  language: Language,
): LabelledTable {
  return {
    title: titles[language][name],
    caption: captionTable(name, source, language),
    header: withoutDoubles(columns.map((column) => headOf(name, column, source, language))),
    cells: rows.map((row) =>
      columns.map((column) => labelCell(column, row[column] ?? null, source, language)),
    ),
    numeric: columns.map((column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number')),
  };
}

/** The head of a column: where labels of codes stand, the name of their level in the codebook. */
function headOf(
  name: TableName,
  column: string,
  { codebooks: [codebook, other = codebook], level }: TableSource,
  language: Language,
): string {
  const own = language === 'zh' ? (chineseHeads[name]?.[column] ?? chineseColumns[column] ?? column) : column;
  const numbered = /^level(\d)$/.exec(column)?.[1] ?? (column === 'pillar' ? 1 : undefined);
  if (numbered !== undefined) return codebook?.levels[Number(numbered) - 1]?.name[language] ?? own;
  if (!PAIRS.includes(name) || (column !== 'code' && column !== 'otherCode')) return own;
  const levels = (column === 'code' ? codebook : other)?.levels ?? [];
  const named = levels[Math.min(level ?? levels.length, levels.length) - 1]?.name[language] ?? own;
  if (column === 'code') return named;
  return language === 'zh' ? `另一${named}` : `other ${named}`;
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

function labelCell(column: string, value: Cell, source: TableSource, language: Language): string {
  if (typeof value === 'object' && value !== null) {
    const parts = value.map((one) => labelCell(column, one, source, language));
    return parts.join(language === 'zh' ? '；' : '; ');
  }
  if (value === null) return column === 'pillar' ? noCodes[language] : '';
  if (column === 'level') {
    const level = source.codebooks.flatMap(({ levels }) => levels).find(({ id }) => id === value);
    return level?.name[language] ?? String(value);
  }
  if (language === 'en' && column === 'relation') return englishParts[String(value)] ?? String(value);
  if (language === 'en') return (column === 'group' && englishGroups[String(value)]) || String(value);
  if (column === 'inCodebook') return value ? '框架内' : '框架外';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const known = chineseValues[column];
  if (!known || typeof value !== 'string') return String(value);
  // A screening reason may be followed by what exactly acted: only the reason itself is translated.
  const [head = ''] = value.split(': ', 1);
  const named = known[head];
  // What is no reason of ours is a coder's own words.
  if (named === undefined) return value;
  const detail = value.slice(head.length + 2);
  return [named, ...(detail ? [detail] : [])].join('：');
}
