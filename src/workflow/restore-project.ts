import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.js';
import { renameFile } from '../locked-files.js';
import { checkLog } from '../project/check-log.js';
import { readJsonFile } from '../sources/read-project-file.js';
import { countVersions } from '../store/case-table.js';
import { checkSeals } from '../store/check-seals.js';
import { countDecisions } from '../store/decision-log.js';
import { BadRecordError, loadProject, type ProjectRecord } from '../store/load-project.js';
import { openStore } from '../store/open.js';
import { removeProjectFile } from '../store/project-file.js';
import { PROJECT_MARK } from './exports/project-schema.js';
import { makeFolder, requireWritableFolder } from './write-files.js';

/** A project that was made from a file of JSON. */
export interface RestoredProject {
  readonly path: string;
  readonly rows: number;
  readonly texts: number;
  readonly decisions: number;
}

const row = z.record(z.string(), z.unknown());
const head = z.object({
  format: z.literal(PROJECT_MARK.format),
  formatVersion: z.number(),
  schemaVersion: z.int().positive(),
});
const lineRecord = z.object({ kind: z.string(), row });
const endRecord = z.object({ kind: z.literal('end'), rows: z.number() });
const wholeDocument = head.extend({ tables: z.record(z.string(), z.array(row)) });

/**
 * Makes a new project of a file that `export json` or `export jsonl` wrote. Its rows are compared with their seals and with the
 * log of decisions: it is there as it was, or not at all.
 * @throws UserError restore/project-there, restore/not-a-project, restore/damaged, store/newer-version, files/cannot-write,
 * import/missing-path, import/unreadable
 */
export function restoreProject(file: string, path: string): RestoredProject {
  if (existsSync(path)) throw new UserError('restore/project-there', { path });
  requireWritableFolder(dirname(resolve(path)));
  makeFolder(dirname(resolve(path)));
  const unfinished = `${path}.unfinished`;
  removeProjectFile(unfinished);
  try {
    const { schemaVersion, records } = openRecords(file);
    const rows = loadProject(unfinished, schemaVersion, records);
    const damaged = [...checkSeals(unfinished)].flat();
    const store = openStore(unfinished, { mode: 'write' });
    let counts: Pick<RestoredProject, 'texts' | 'decisions'>;
    try {
      const [fault] = [...damaged, ...checkLog(store)];
      if (fault) throw new UserError('restore/damaged', { path: file, table: fault.table, line: 0 });
      counts = { texts: countVersions(store), decisions: countDecisions(store) };
    } finally {
      store.close();
    }
    renameFile(unfinished, path);
    return { path, rows, ...counts };
  } catch (error) {
    removeProjectFile(unfinished);
    if (error instanceof BadRecordError)
      throw new UserError('restore/damaged', { path: file, ...error.record });
    if (error instanceof UserError && error.code === 'store/newer-version') {
      throw new UserError('store/newer-version', {
        ...(error as UserError<'store/newer-version'>).params,
        path: file,
      });
    }
    throw error;
  }
}

/** Reads what a file says it is, and its rows as they come. */
function openRecords(file: string): { schemaVersion: number; records: Iterable<ProjectRecord> } {
  const lines = readJsonFile(file);
  const first = lines.next().value?.value;
  const whole = wholeDocument.safeParse(first);
  const { data } = whole.success ? whole : head.safeParse(first);
  if (!data || data.formatVersion !== PROJECT_MARK.formatVersion) {
    throw new UserError('restore/not-a-project', { path: file });
  }
  const { schemaVersion } = data;
  if (!whole.success) return { schemaVersion, records: recordsOfLines(lines) };
  const tables = Object.entries(whole.data.tables);
  const records = tables.flatMap(([table, rows]) => rows.map((one) => ({ table, row: one, line: 0 })));
  return { schemaVersion, records };
}

function* recordsOfLines(lines: ReturnType<typeof readJsonFile>): Generator<ProjectRecord> {
  let [rows, last] = [0, 1];
  for (const { line, value } of lines) {
    last = line;
    const end = endRecord.safeParse(value);
    if (end.success && end.data.rows === rows && lines.next().done) return;
    const { data } = lineRecord.safeParse(value);
    if (!data) throw new BadRecordError({ table: '', line });
    rows += 1;
    yield { table: data.kind, row: data.row, line };
  }
  // The last line says how many there were: without it some are missing.
  throw new BadRecordError({ table: '', line: last + 1 });
}
