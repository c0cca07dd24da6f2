import { type StoredTable, schemaVersion, storedRows, storedTables } from '../../store/project-records.js';
import type { Cell, Store } from '../../store/store.js';
import type { Dataset } from './dataset.js';
import type { ExportFormat } from './export-format.js';
import { PROJECT_MARK, projectSchema } from './project-schema.js';

/** Characters that are written together. */
const PIECE = 1 << 16;

/** `jsonl`: the whole project, a record a line: what the file is, each row of each table, and how many there were. */
export const jsonlFormat: ExportFormat = {
  extension: 'jsonl',
  write: ({ context: { store, toolVersion } }) => inPieces(linesOf(store, toolVersion)),
};

/** `json`: the whole project in one document. */
export const jsonFormat: ExportFormat = {
  extension: 'json',
  write: ({ context: { store, toolVersion } }) => inPieces(documentOf(store, toolVersion)),
};

/** `json-schema`: the JSON Schema of these two. */
export const jsonSchemaFormat: ExportFormat = {
  extension: 'json',
  write: ({ context: { store } }: Dataset) => [`${JSON.stringify(projectSchema(store), null, 2)}\n`],
};

const headOf = (store: Store, toolVersion: string) => ({
  ...PROJECT_MARK,
  schemaVersion: schemaVersion(store),
  toolVersion,
});

function* linesOf(store: Store, toolVersion: string): Generator<string> {
  let rows = 0;
  yield `${JSON.stringify({ kind: 'project', ...headOf(store, toolVersion) })}\n`;
  for (const table of tablesOf(store)) {
    for (const row of rowsOf(store, table)) {
      rows += 1;
      yield `{"kind":${JSON.stringify(table.name)},"row":${row}}\n`;
    }
  }
  yield `${JSON.stringify({ kind: 'end', rows })}\n`;
}

function* documentOf(store: Store, toolVersion: string): Generator<string> {
  yield `${JSON.stringify(headOf(store, toolVersion)).slice(0, -1)},"tables":{`;
  for (const [at, table] of tablesOf(store).entries()) {
    yield `${at > 0 ? ',' : ''}\n${JSON.stringify(table.name)}:[`;
    let isFirst = true;
    for (const row of rowsOf(store, table)) {
      yield `${isFirst ? '' : ','}\n${row}`;
      isFirst = false;
    }
    yield ']';
  }
  yield '}}\n';
}

/** The tables that are written. A file of an earlier version is read from a copy, whose rows have no seals yet. */
function tablesOf(store: Store): StoredTable[] {
  return storedTables(store).filter(({ name }) => name !== 'seal' || store.copyOf === undefined);
}

function* rowsOf(store: Store, table: StoredTable): Generator<string> {
  for (const cells of storedRows(store, table)) {
    yield JSON.stringify(Object.fromEntries(table.columns.map(({ name }, at) => [name, jsonOf(cells[at])])));
  }
}

/** Bytes as base64; everything else as it is. */
function jsonOf(cell: Cell | undefined): string | number | null {
  if (cell === undefined || cell === null) return null;
  return typeof cell === 'object' ? Buffer.from(cell).toString('base64') : cell;
}

function* inPieces(parts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
