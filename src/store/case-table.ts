import type { Attributes, Case, CaseHead } from '../model/case.js';
import { isWithoutText, WITHOUT_TEXT } from '../model/without-text.js';
import type { Store } from './store.js';
import { openTextParts, readTextParts } from './text-part-table.js';
import { versionNumber } from './version-number.js';

/** What saving did to each case, by id in the given order. */
export interface SavedCases {
  readonly added: readonly string[];
  /** Cases whose text is another one now; the old version stays on record. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Known cases whose title or attributes are others now, whether their text changed or not. */
  readonly attributesChanged: readonly string[];
}

/** What saving did to one case. */
export interface SavedCase {
  readonly outcome: 'added' | 'changed' | 'unchanged';
  /** Whether its title or attributes were others before. */
  readonly isDescribedAnew: boolean;
  /** Whether this version is new: the parts of its text must follow. */
  readonly needsText: boolean;
}

/**
 * Which cases to read: without a batch those of all batches, and without `scope` only those that count (`counted_version`);
 * `texts` are those of them that have a text.
 */
export interface CaseFilter {
  readonly batch?: string | undefined;
  readonly scope?: 'counted' | 'texts' | 'all' | undefined;
}

interface CaseRow {
  readonly case_no: number;
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly version: string;
  readonly batch: string;
}

const SELECT_CASE = `SELECT case_no, id, title, source, version, batch
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
      const { outcome, isDescribedAnew, needsText } = saveCaseHead(store, one);
      if (needsText) openTextParts(store, one.id, one.version)(one.text);
      saved[outcome].push(one.id);
      if (isDescribedAnew) saved.attributesChanged.push(one.id);
    }
  });
  return saved;
}

/** Saves a case as `saveCases` does, all but its text. */
export function saveCaseHead(store: Store, one: CaseHead): SavedCase {
  return store.transaction(() => {
    const before = readCaseHead(store, one.id);
    store.run('INSERT INTO project_case (id) VALUES (?) ON CONFLICT DO NOTHING', one.id);
    const caseNo = caseNumber(store, one.id);
    const needsText = versionNumber(store, one.id, one.version) === null;
    if (before?.version !== one.version) makeCurrent(store, caseNo, one);
    saveTitleAndAttributes(store, caseNo, one);
    const changed = before?.version === one.version ? 'unchanged' : 'changed';
    return {
      outcome: before === undefined ? 'added' : changed,
      isDescribedAnew: before !== undefined && isOtherwiseDescribed(before, one),
      needsText,
    };
  });
}

/** The current version of every case that counts, in code point order of the ids; reads one at a time. */
export function* readCases(store: Store, filter: CaseFilter = {}): IterableIterator<Case> {
  for (const id of caseIds(store, filter)) {
    const one = readCase(store, id);
    if (one !== undefined) yield one;
  }
}

/** The heads of `readCases`. */
export function* readCaseHeads(store: Store, filter: CaseFilter = {}): IterableIterator<CaseHead> {
  for (const id of caseIds(store, filter)) {
    const one = readCaseHead(store, id);
    if (one !== undefined) yield one;
  }
}

/** A case in its current or a given version. */
export function readCase(store: Store, id: string, version?: string): Case | undefined {
  const head = readCaseHead(store, id, version);
  return head && { ...head, text: [...readTextParts(store, id, head.version)].join('') };
}

/** A case in its current or a given version, without its text. */
export function readCaseHead(store: Store, id: string, version?: string): CaseHead | undefined {
  const row =
    version === undefined
      ? store.get<CaseRow>(`${SELECT_CASE} WHERE id = ? AND is_current = 1`, id)
      : store.get<CaseRow>(`${SELECT_CASE} WHERE id = ? AND version = ?`, id, version);
  if (row === undefined) return undefined;
  const { case_no, ...rest } = row;
  return { ...rest, attributes: readAttributes(store, case_no) };
}

/** How many texts are kept: one for each version of each case. */
export function countVersions(store: Store): number {
  return store.get<{ versions: number }>('SELECT count(*) AS versions FROM case_version')?.versions ?? 0;
}

/** The ids of the cases that count, in code point order. */
export function caseIds(store: Store, filter: CaseFilter = {}): string[] {
  return currentVersions(store, filter).map((current) => current.caseId);
}

/** The current version of every case that counts (unless `scope` asks for all), in code point order of the ids. */
export function currentVersions(
  store: Store,
  { batch, scope = 'counted' }: CaseFilter = {},
): { readonly caseId: string; readonly version: string }[] {
  return store.all(
    `SELECT id AS caseId, version
     FROM project_case JOIN ${scope === 'all' ? 'case_version' : 'counted_version'} USING (case_no)
     WHERE is_current = 1 AND batch = coalesce(?, batch) AND version IS NOT ? ORDER BY id`,
    batch ?? null,
    scope === 'texts' ? WITHOUT_TEXT : null,
  );
}

/** How many of the cases that count (of one batch) have no text. */
export function countWithoutText(store: Store, batch?: string | undefined): number {
  return currentVersions(store, { batch }).filter(isWithoutText).length;
}

/** The ids of the cases that count, in the order in which they were first imported. */
export function idsAsImported(store: Store): string[] {
  const rows = store.all<{ id: string }>(
    'SELECT id FROM project_case JOIN counted_version USING (case_no) WHERE is_current = 1 ORDER BY case_no',
  );
  return rows.map(({ id }) => id);
}

/** The names of all attributes in code point order. */
export function attributeNames(store: Store): string[] {
  const rows = store.all<{ name: string }>('SELECT DISTINCT name FROM attribute ORDER BY name');
  return rows.map((row) => row.name);
}

/** The value of an attribute in each case that has it, by case id. */
export function valuesByCase(store: Store, attribute: string): Map<string, string> {
  const rows = store.all<{ id: string; value: string }>(
    'SELECT id, value FROM attribute JOIN project_case USING (case_no) WHERE name = ?',
    attribute,
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** The value of an attribute of a case. */
export function readAttribute(store: Store, caseId: string, name: string): string | undefined {
  const row = store.get<{ value: string }>(
    'SELECT value FROM attribute JOIN project_case USING (case_no) WHERE id = ? AND name = ?',
    caseId,
    name,
  );
  return row?.value;
}

/** Sets an attribute of a case; null takes it away. */
export function putAttribute(store: Store, caseId: string, name: string, value: string | null): void {
  if (value !== null) saveAttribute(store, caseNumber(store, caseId), name, value);
  else {
    store.run('DELETE FROM attribute WHERE case_no = ? AND name = ?', caseNumber(store, caseId), name);
  }
}

/** The batches that current versions came in, in code point order. */
export function batchNames(store: Store): string[] {
  const sql = 'SELECT DISTINCT batch FROM case_version WHERE is_current = 1 ORDER BY batch';
  return store.all<{ batch: string }>(sql).map((row) => row.batch);
}

/** The same, in the order in which their first texts were imported. */
export function batchesAsImported(store: Store): string[] {
  const sql = `SELECT batch FROM case_version GROUP BY batch HAVING max(is_current) = 1 ORDER BY min(version_no)`;
  return store.all<{ batch: string }>(sql).map((row) => row.batch);
}

function makeCurrent(store: Store, caseNo: number, one: CaseHead): void {
  store.run('UPDATE case_version SET is_current = 0 WHERE case_no = ? AND is_current = 1', caseNo);
  store.run(
    `INSERT INTO case_version (case_no, version, is_current, title, source, batch)
     VALUES (?, ?, 1, ?, ?, ?)
     ON CONFLICT DO UPDATE SET is_current = 1, source = excluded.source, batch = excluded.batch`,
    caseNo,
    one.version,
    one.title,
    one.source,
    one.batch,
  );
}

function saveTitleAndAttributes(store: Store, caseNo: number, one: CaseHead): void {
  store.run('UPDATE case_version SET title = ? WHERE case_no = ? AND is_current = 1', one.title, caseNo);
  for (const [name, value] of Object.entries(one.attributes)) saveAttribute(store, caseNo, name, value);
}

function saveAttribute(store: Store, caseNo: number, name: string, value: string): void {
  store.run(
    'INSERT INTO attribute VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    caseNo,
    name,
    value,
  );
}

function isOtherwiseDescribed(before: CaseHead, now: CaseHead): boolean {
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

/** The row number of a case; 0 for one that there is not. */
export function caseNumber(store: Store, id: string): number {
  return store.get<{ case_no: number }>('SELECT case_no FROM project_case WHERE id = ?', id)?.case_no ?? 0;
}
