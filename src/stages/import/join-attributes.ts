import { UserError } from '../../errors.js';
import type { AttributeTable, CaseRecord } from '../../model/case-record.js';
import { caseId } from './case-id.js';

/** What the attribute table says of one record. */
export interface AttributeRow {
  readonly id: string;
  readonly title: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The row of each record that has one, and what is wrong with the others. */
export interface JoinedAttributes {
  readonly rowOf: ReadonlyMap<CaseRecord, AttributeRow>;
  readonly problems: UserError[];
}

/** Joins rows to records by their `file` column where it is filled, else by `id`; both together name a case. */
export function joinAttributes(
  records: readonly CaseRecord[],
  table: AttributeTable | null,
): JoinedAttributes {
  const rowOf = new Map<CaseRecord, AttributeRow>();
  const problems: UserError[] = [];
  if (table === null) return { rowOf, problems };
  const { path, columns } = table;
  if (!columns.includes('id') && !columns.includes('file')) {
    const found = columns.join(', ');
    return { rowOf, problems: [new UserError('import/missing-column', { path, column: 'id', found })] };
  }

  const byId = new Map(records.map((record) => [caseId(record), record]));
  const byFile = recordsByFile(records);
  const lineOf = new Map<CaseRecord, number>();
  for (const { line, values } of table.rows) {
    const { id: givenId = '', file: givenFile = '', title, ...attributes } = values;
    const id = givenId.trim().normalize('NFC');
    const file = givenFile.trim().replaceAll('\\', '/').normalize('NFC');
    const record = file === '' ? byId.get(id) : byFile(file);
    const before = record && lineOf.get(record);
    if (record === undefined) {
      problems.push(new UserError('import/attribute-without-case', { path, line, id: file || id }));
    } else if (before !== undefined) {
      const [first, second] = [`${path}#${before}`, `${path}#${line}`];
      problems.push(new UserError('import/duplicate-id', { id: file || id, first, second }));
    } else {
      lineOf.set(record, line);
      rowOf.set(record, { id: id || caseId(record), title: title || undefined, attributes });
    }
  }
  return { rowOf, problems };
}

/** Finds a record by its path, or by the end of either path when only one record fits. */
function recordsByFile(records: readonly CaseRecord[]): (file: string) => CaseRecord | undefined {
  const bySource = new Map<string, CaseRecord>();
  const byEnding = new Map<string, CaseRecord | null>();
  for (const record of records) {
    const source = record.source.normalize('NFC');
    bySource.set(source, record);
    for (const ending of endings(source)) byEnding.set(ending, byEnding.has(ending) ? null : record);
  }
  return (file) => {
    const exact = bySource.get(file) ?? byEnding.get(file);
    if (exact) return exact;
    return endings(file)
      .map((ending) => bySource.get(ending))
      .find((record) => record !== undefined);
  };
}

/** `b/c.txt` and `c.txt` for `a/b/c.txt`. */
function endings(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(at + 1).join('/'));
}
