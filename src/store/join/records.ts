import { saveCaseSet } from '../case-set-table.js';
import { readRuns } from '../run-table.js';
import type { Store } from '../store.js';
import { readShownSuggestions, saveShownSuggestion } from '../suggestion-table.js';
import { copyRows } from './statistics.js';

/** Adds what runs read and showed in another project: codebooks, rules, dictionaries and suggestions. */
export function copyContents(from: Store, to: Store, nameOf: (coder: string) => string): void {
  copyRows(from, to, 'content', 'SELECT hash, kind, name, text FROM content ORDER BY rowid');
  copyRows(from, to, 'parsed_content', 'SELECT hash, value FROM parsed_content');
  for (const { coder, ...shown } of readShownSuggestions(from)) {
    saveShownSuggestion(to, { ...shown, coder: nameOf(coder) });
  }
}

/** Adds the runs of another project, and counts all runs again in the order of their times; cases must be there. */
export function copyRuns(from: Store, to: Store): void {
  const known = new Set(to.all<{ id: string }>('SELECT id FROM run').map(({ id }) => id));
  const missing = readRuns(from).filter(({ id }) => !known.has(id));
  for (const run of missing) {
    to.run(
      `INSERT INTO run (id, sequence, stage, tool_version, options, inputs, time, milliseconds, case_set)
       VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM run), ?, ?, ?, ?, ?, ?, ?)`,
      run.id,
      run.stage,
      run.toolVersion,
      JSON.stringify(run.options),
      JSON.stringify(run.inputs),
      run.time,
      run.milliseconds,
      saveCaseSet(to, run.cases),
    );
  }
  if (missing.length === 0) return;
  to.run('UPDATE run SET sequence = -sequence');
  to.run(
    `UPDATE run SET sequence = place FROM (
       SELECT id AS of, row_number() OVER (ORDER BY time, id) AS place FROM run
     ) WHERE id = of`,
  );
}

/** All settings that somebody gave, by name. */
export function readSettings(store: Store): Map<string, string> {
  const rows = store.all<{ name: string; value: string }>('SELECT name, value FROM setting ORDER BY name');
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** The attributes of all cases: the values by name, by case. */
export function readAllAttributes(store: Store): Map<string, Map<string, string>> {
  const cases = new Map<string, Map<string, string>>();
  for (const { id, name, value } of store.all<{ id: string; name: string; value: string }>(
    'SELECT id, name, value FROM attribute JOIN project_case USING (case_no) ORDER BY id, name',
  )) {
    const known = cases.get(id) ?? new Map<string, string>();
    cases.set(id, known.set(name, value));
  }
  return cases;
}

/** The hashes of all contents. */
export function contentHashes(store: Store): Set<string> {
  return new Set(store.all<{ hash: string }>('SELECT hash FROM content').map(({ hash }) => hash));
}
