import type { Attributes, Case } from '../model/case.js';
import type { Store } from './store.js';

/** What saving did to each case, by id in the given order. */
export interface SavedCases {
  readonly added: readonly string[];
  /** Cases whose text is another one now; the old version stays on record. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Known cases whose title or attributes are others now, whether their text changed or not. */
  readonly attributesChanged: readonly string[];
}

/** Which cases to read; without a batch all. */
export interface CaseFilter {
  readonly batch?: string | undefined;
}

interface CaseRow {
  readonly case_no: number;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly version: string;
  readonly batch: string;
}

const SELECT_CASE = `SELECT case_no, id, title, text, source, version, batch
  FROM project_case JOIN case_version USING (case_no)`;

/**
 * Saves cases. A known version adds nothing and stays in the batch it came with; another version becomes the
 * current one. Attributes are set by name, so those that are not given now stay.
 */
export function saveCases(store: Store, cases: readonly Case[]): SavedCases {
  const saved = {
    added: [] as string[],
    changed: [] as string[],
    unchanged: [] as string[],
    attributesChanged: [] as string[],
  };
  store.transaction(() => {
    for (const one of cases) {
      const before = readCase(store, one.id);
      store.run('INSERT INTO project_case (id) VALUES (?) ON CONFLICT DO NOTHING', one.id);
      const caseNo = caseNumber(store, one.id);
      if (before?.version !== one.version) makeCurrent(store, caseNo, one);
      saveTitleAndAttributes(store, caseNo, one);
      if (before === undefined) saved.added.push(one.id);
      else saved[before.version === one.version ? 'unchanged' : 'changed'].push(one.id);
      if (before !== undefined && isDescribedAnew(before, one)) saved.attributesChanged.push(one.id);
    }
  });
  return saved;
}

/** The current version of every case (of one batch), in code point order of the ids; reads one at a time. */
export function* readCases(store: Store, filter: CaseFilter = {}): IterableIterator<Case> {
  for (const id of caseIds(store, filter)) {
    const one = readCase(store, id);
    if (one !== undefined) yield one;
  }
}

/** A case in its current or a given version. */
export function readCase(store: Store, id: string, version?: string): Case | undefined {
  const row =
    version === undefined
      ? store.get<CaseRow>(`${SELECT_CASE} WHERE id = ? AND is_current = 1`, id)
      : store.get<CaseRow>(`${SELECT_CASE} WHERE id = ? AND version = ?`, id, version);
  if (row === undefined) return undefined;
  const { case_no, ...rest } = row;
  return { ...rest, attributes: readAttributes(store, case_no) };
}

/** The ids of all cases (of one batch) in code point order. */
export function caseIds(store: Store, filter: CaseFilter = {}): string[] {
  return currentVersions(store, filter).map((current) => current.caseId);
}

/** The current version of every case (of one batch), in code point order of the ids. */
export function currentVersions(
  store: Store,
  { batch }: CaseFilter = {},
): { readonly caseId: string; readonly version: string }[] {
  return store.all(
    `SELECT id AS caseId, version FROM project_case JOIN case_version USING (case_no)
     WHERE is_current = 1 AND batch = coalesce(?, batch) ORDER BY id`,
    batch ?? null,
  );
}

/** The names of all attributes in code point order. */
export function attributeNames(store: Store): string[] {
  const rows = store.all<{ name: string }>('SELECT DISTINCT name FROM attribute ORDER BY name');
  return rows.map((row) => row.name);
}

/** The batches that current versions came in, in code point order. */
export function batchNames(store: Store): string[] {
  const sql = 'SELECT DISTINCT batch FROM case_version WHERE is_current = 1 ORDER BY batch';
  return store.all<{ batch: string }>(sql).map((row) => row.batch);
}

function makeCurrent(store: Store, caseNo: number, one: Case): void {
  store.run('UPDATE case_version SET is_current = 0 WHERE case_no = ? AND is_current = 1', caseNo);
  store.run(
    `INSERT INTO case_version (case_no, version, is_current, title, source, batch, text)
     VALUES (?, ?, 1, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET is_current = 1, source = excluded.source, batch = excluded.batch`,
    caseNo,
    one.version,
    one.title,
    one.source,
    one.batch,
    one.text,
  );
}

function saveTitleAndAttributes(store: Store, caseNo: number, one: Case): void {
  store.run('UPDATE case_version SET title = ? WHERE case_no = ? AND is_current = 1', one.title, caseNo);
  for (const [name, value] of Object.entries(one.attributes)) {
    store.run(
      'INSERT INTO attribute VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      caseNo,
      name,
      value,
    );
  }
}

function isDescribedAnew(before: Case, now: Case): boolean {
  return (
    before.title !== now.title ||
    Object.entries(now.attributes).some(([name, value]) => before.attributes[name] !== value)
  );
}

function readAttributes(store: Store, caseNo: number): Attributes {
  const sql = 'SELECT name, value FROM attribute WHERE case_no = ? ORDER BY name';
  const rows = store.all<{ name: string; value: string }>(sql, caseNo);
  return Object.fromEntries(rows.map((row) => [row.name, row.value]));
}

function caseNumber(store: Store, id: string): number {
  return store.get<{ case_no: number }>('SELECT case_no FROM project_case WHERE id = ?', id)?.case_no ?? 0;
}
