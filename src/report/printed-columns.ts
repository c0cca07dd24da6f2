import type { TableName } from '../model/table-name.js';

/** Columns that lead programs from table to table, or repeat what other columns say: they are for files. */
const FOR_FILES: ReadonlySet<string> = new Set([
  'codeId',
  'otherCodeId',
  'fromId',
  'toId',
  'passage',
  'decisionId',
  'decisionIds',
  'memo',
  'start',
  'end',
  'rules',
  'origins',
  'ownAssignments',
  'ownReferences',
  'distinctRaw',
  'tokens',
]);

/** The columns that are printed of tables that have many, in their order. */
const PRINTED_COLUMNS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  evidence: ['caseId', 'code', 'paragraph', 'sentence', 'quote', 'status', 'coders'],
  'counter-evidence': ['caseId', 'code', 'paragraph', 'sentence', 'quote', 'status', 'coders'],
};

/** The columns of a table that are printed. */
export function printedColumns(name: TableName, columns: readonly string[]): string[] {
  const printed = PRINTED_COLUMNS[name];
  return columns.filter((column) => printed?.includes(column) ?? !FOR_FILES.has(column));
}
