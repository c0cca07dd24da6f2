import { UserError } from '../../errors.js';
import type { AttributeTable } from '../../model/case-record.js';
import { usualColumn } from '../../text/usual-columns.js';

/** What the attribute table says of one record. */
export interface AttributeRow {
  /** Where the table has it: `path#line`. */
  readonly place: string;
  readonly id: string;
  readonly title: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Gives records their rows, one after the other, and in the end says what did not fit. */
export interface AttributeJoin {
  /** The row for a source; `id` is what its case is called unless the row says otherwise. */
  readonly take: (source: string, id: string) => AttributeRow | undefined;
  /** import/missing-column, import/doubled-column, import/attribute-without-case, import/duplicate-id in the order of the lines. */
  readonly problems: () => UserError[];
}

interface Row {
  readonly line: number;
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Joins rows to records by their column of files (`file`, 文件 …) where it is filled, else by that of ids (`id`, 编号 …); both together name a case.
 * A file is found by its path, or by the end of either path when only one of the sources fits.
 */
export function openAttributes(table: AttributeTable | null, sources: readonly string[]): AttributeJoin {
  if (table === null) return { take: () => undefined, problems: () => [] };
  const { path, columns, doubled } = table;
  const nothing = (problem: UserError) => ({ take: () => undefined, problems: () => [problem] });
  const named = columnsOf(columns);
  if (named.id === undefined && named.file === undefined) {
    return nothing(new UserError('import/missing-column', { path, column: 'id', found: columns.join(', ') }));
  }
  const twice = doubled?.find(({ name }) => Object.values(named).includes(name));
  if (twice !== undefined) {
    const { line, name: column } = twice;
    return nothing(new UserError('import/doubled-column', { path, line, column }));
  }

  const rows = table.rows.map((row) => rowOf(row, named));
  const find = openSources(sources);
  const byId = groupRows(rows.filter(({ file }) => file === '').map((row) => [row.id, row] as const));
  const byFile = rows.filter(({ file }) => file !== '');
  const bySource = groupRows(byFile.flatMap((row) => find(row.file).map((source) => [source, row] as const)));
  const taken = new Set<Row>();
  const problems: { line: number; problem: UserError }[] = [];
  const claim = (line: number, id: string, first: string, second: string) =>
    problems.push({ line, problem: new UserError('import/duplicate-id', { id, first, second }) });

  return {
    take: (source, id) => {
      const [row, ...others] = [...(bySource.get(source.normalize('NFC')) ?? []), ...(byId.get(id) ?? [])];
      if (row === undefined) return undefined;
      for (const other of others) {
        taken.add(other);
        claim(other.line, other.file || other.id, `${path}#${row.line}`, `${path}#${other.line}`);
      }
      taken.add(row);
      const place = `${path}#${row.line}`;
      return { place, id: row.id || id, title: row.title || undefined, attributes: row.attributes };
    },
    problems: () => {
      const unfit = rows
        .filter((row) => !taken.has(row))
        .map(({ line, file, id }) => ({
          line,
          problem: new UserError('import/attribute-without-case', { path, line, id: file || id }),
        }));
      return [...problems, ...unfit].sort((a, b) => a.line - b.line).map(({ problem }) => problem);
    },
  };
}

type NamedColumns = Readonly<Record<'id' | 'file' | 'title', string | undefined>>;

/** Beside the names of files a running number is no id. */
const RUNNING = '序号';

function columnsOf(columns: readonly string[]): NamedColumns {
  const file = usualColumn(columns, 'file');
  const id = usualColumn(columns, 'id');
  return {
    file,
    id: file !== undefined && id?.trim() === RUNNING ? undefined : id,
    title: usualColumn(columns, 'title'),
  };
}

function rowOf({ line, values }: AttributeTable['rows'][number], { id, file, title }: NamedColumns): Row {
  const cell = (column: string | undefined) => (column === undefined ? '' : (values[column] ?? ''));
  const others = Object.entries(values).filter(([name]) => ![id, file, title].includes(name));
  return {
    line,
    id: cell(id).trim().normalize('NFC'),
    file: cell(file).trim().replaceAll('\\', '/').normalize('NFC'),
    title: cell(title),
    attributes: Object.fromEntries(others),
  };
}

/** Finds the one source that a file name means, or none. */
function openSources(sources: readonly string[]): (file: string) => string[] {
  const known = new Set(sources.map((source) => source.normalize('NFC')));
  const byEnding = new Map<string, string | null>();
  for (const source of known) {
    for (const ending of endings(source)) byEnding.set(ending, byEnding.has(ending) ? null : source);
  }
  return (file) => {
    // What is no file of its own, a row of a table or a part of an archive, is named by its whole path.
    const found = known.has(file)
      ? file
      : (byEnding.get(file) ?? endings(file).find((one) => known.has(one)));
    return found === undefined ? (byEnding.has(file) ? [] : [file]) : [found];
  };
}

/** `b/c.txt` and `c.txt` for `a/b/c.txt`. */
function endings(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(at + 1).join('/'));
}

function groupRows(pairs: readonly (readonly [string, Row])[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const [key, row] of pairs) groups.set(key, [...(groups.get(key) ?? []), row]);
  return groups;
}
