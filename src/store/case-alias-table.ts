import { getSetting } from './setting-table.js';
import type { Store } from './store.js';

/** The ids under which joined projects knew cases that have another id now, with that id. */
export function readCaseAliases(store: Store): Map<string, string> {
  const rows = store.all<{ alias: string; id: string }>(
    'SELECT alias, id FROM case_alias JOIN project_case USING (case_no) ORDER BY alias',
  );
  return new Map(rows.map(({ alias, id }) => [alias, id]));
}

/** Has a case be known by another id, too. */
export function saveCaseAlias(store: Store, alias: string, caseId: string): void {
  store.run(
    'INSERT INTO case_alias SELECT ?, case_no FROM project_case WHERE id = ? ON CONFLICT DO NOTHING',
    alias,
    caseId,
  );
}

/** Whether the groups of a project are its cases, and are called like these. */
export function isGroupedByCase(store: Store): boolean {
  return (getSetting(store, 'by') ?? 'case') === 'case';
}

/** Reads JSON of the log of decisions, which nobody rewrites, with the ids that its cases have now. */
export function logReader(store: Store): (json: string) => unknown {
  const ids = readCaseAliases(store);
  if (ids.size === 0) return (json) => JSON.parse(json);
  const keys = isGroupedByCase(store) ? ['caseId', 'group'] : ['caseId'];
  return (json) =>
    JSON.parse(json, (key, value) => (keys.includes(key) ? (ids.get(value as string) ?? value) : value));
}
