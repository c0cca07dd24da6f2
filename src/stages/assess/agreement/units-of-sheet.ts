import type { AttributeTable } from '../../../model/case-record.js';
import { groupBy } from '../../../text/group-by.js';
import { type JudgedUnit, judgedUnit } from './judged-unit.js';

/** What the columns of a sheet may be called, in the order in which they are looked for. */
const COLUMNS = {
  unit: ['unit', 'unit_id', 'id', '单元', '编号', '序号', '句号', '关键词'],
  cluster: ['case', 'case_id', '案例', '案例编号', '材料', '材料编号'],
  quote: ['quote', 'text', '语句', '原始语句', '原文', '内容'],
  coder: ['coder', '编码者', '编码员'],
  code: ['code', '编码', '类目', '范畴'],
} as const;

type Role = keyof typeof COLUMNS;

/** Marks in a cell that say that a coder left the unit without a code; a blank cell says that they did not judge it. */
const WITHOUT_CODE = new Set(['-', '–', '—', '无', '未编码', 'none']);

/** Several codes in one cell stand apart by one of these. */
const BETWEEN_CODES = /[;；|\n]/;

/** The coding of a sheet, with how it was read. */
export interface SheetCoding {
  readonly shape: 'wide' | 'long';
  /** The columns by what they were read as. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  readonly coders: readonly string[];
  readonly units: readonly (JudgedUnit & { readonly name: string; readonly quote: string | null })[];
}

/** What keeps a sheet from being read. */
export type SheetFault =
  | { readonly kind: 'coders'; readonly found: readonly string[] }
  | { readonly kind: 'columns'; readonly missing: string }
  | { readonly kind: 'no-such-coder'; readonly coder: string; readonly found: readonly string[] };

/**
 * Reads what coders said from a sheet. With columns of the coder and the code it is *long*, one row a unit, coder and code;
 * else *wide*, one row a unit and one column a coder (those asked for, else all that are not of the unit). Cases are
 * what is resampled; without a column of cases each unit is one of its own.
 */
export function unitsOfSheet(
  table: AttributeTable,
  asked: readonly string[] | undefined,
): SheetCoding | SheetFault {
  const columns = findColumns(table.columns);
  return columns.coder !== undefined && columns.code !== undefined
    ? readLong(table, columns, asked)
    : readWide(table, columns, asked);
}

function readWide(
  { columns: all, rows }: AttributeTable,
  { unit, cluster, quote }: SheetCoding['columns'],
  asked: readonly string[] | undefined,
): SheetCoding | SheetFault {
  const columns = filled({ unit, cluster, quote });
  const found = all.filter((name) => ![unit, cluster, quote].includes(name));
  const coders = asked ?? found;
  const unknown = coders.find((coder) => !all.includes(coder));
  if (unknown !== undefined) return { kind: 'no-such-coder', coder: unknown, found };
  if (coders.length < 2) return { kind: 'coders', found };
  const units = rows.map(({ line, values }) => {
    const name = textOf(values, unit) || String(line);
    const given = coders.map((coder) => codesOf(values[coder] ?? ''));
    const one = judgedUnit(textOf(values, cluster) || `${line}`, given);
    return { ...one, name, quote: textOf(values, quote) || null };
  });
  return { shape: 'wide', columns, coders, units };
}

function readLong(
  { rows }: AttributeTable,
  columns: SheetCoding['columns'],
  asked: readonly string[] | undefined,
): SheetCoding | SheetFault {
  const { unit, cluster, quote, coder, code } = columns;
  if (unit === undefined) return { kind: 'columns', missing: COLUMNS.unit.join(', ') };
  const found = [...new Set(rows.map(({ values }) => textOf(values, coder)))].filter(Boolean);
  const coders = asked ?? found;
  const unknown = coders.find((name) => !found.includes(name));
  if (unknown !== undefined) return { kind: 'no-such-coder', coder: unknown, found };
  if (coders.length < 2) return { kind: 'coders', found };
  const units = groupBy(
    rows.map(({ values }) => values),
    (values) => `${textOf(values, cluster)}\t${textOf(values, unit)}`,
  );
  return {
    shape: 'long',
    columns: filled(columns),
    coders,
    units: [...units].map(([key, own]) => {
      const [first = {}] = own;
      const given = coders.map((name) => {
        const rowsOfCoder = own.filter((values) => textOf(values, coder) === name);
        if (rowsOfCoder.length === 0) return null;
        return [...new Set(rowsOfCoder.flatMap((values) => codesOf(values[code as string] ?? '') ?? []))];
      });
      const one = judgedUnit(textOf(first, cluster) || key, given);
      const said = own.find((values) => textOf(values, quote) !== '') ?? first;
      return { ...one, name: textOf(first, unit), quote: textOf(said, quote) || null };
    }),
  };
}

function findColumns(columns: readonly string[]): SheetCoding['columns'] {
  const find = (role: Role) => {
    const names: readonly string[] = COLUMNS[role];
    return names
      .map((name) => columns.find((column) => column.trim().toLowerCase() === name))
      .find((column) => column !== undefined);
  };
  return filled({
    unit: find('unit'),
    cluster: find('cluster'),
    quote: find('quote'),
    coder: find('coder'),
    code: find('code'),
  });
}

function filled(columns: Readonly<Partial<Record<Role, string | undefined>>>): SheetCoding['columns'] {
  return Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== undefined));
}

function textOf(values: Readonly<Record<string, string>>, column: string | undefined): string {
  return column === undefined ? '' : (values[column] ?? '').trim();
}

function codesOf(cell: string): string[] | null {
  const parts = cell
    .normalize('NFC')
    .split(BETWEEN_CODES)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) return null;
  return [...new Set(parts.filter((part) => !WITHOUT_CODE.has(part)))];
}
