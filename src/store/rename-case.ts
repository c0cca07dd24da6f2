import { subjectsOf } from '../model/decisions/dependence.js';
import { isGroupedByCase, saveCaseAlias } from './case-alias-table.js';
import { type DecisionRow, decisionReader, SELECT_DECISION } from './decision-log.js';
import type { Store } from './store.js';

/** Where states in force name cases, each a table, its column of JSON and the place in this. */
const STATES = [
  ['judgement', 'verdict', '$.caseId'],
  ['adjudication', 'adjudication', '$.verdict.caseId'],
  ['verdict', 'verdict', '$.caseId'],
  ['memo', 'memo', '$.on.caseId'],
] as const;

/** Where states in force are kept by groups. */
const BY_GROUP = ['judgement', 'adjudication', 'verdict'] as const;

/**
 * Gives a case another id, by which the project knows no case; it stays known by the one it had, as the log calls it. What is
 * derived is to be derived again.
 */
export function renameCase(store: Store, from: string, to: string): void {
  store.run('UPDATE project_case SET id = ? WHERE id = ?', to, from);
  saveCaseAlias(store, from, to);
  for (const [table, column, place] of STATES) {
    store.run(
      `UPDATE ${table} SET ${column} = json_set(${column}, '${place}', ?) WHERE ${column} ->> '${place}' = ?`,
      to,
      from,
    );
  }
  if (isGroupedByCase(store)) {
    for (const table of BY_GROUP)
      store.run(`UPDATE ${table} SET group_name = ? WHERE group_name = ?`, to, from);
  }
  store.forget();
  indexDecisionsOn(store, from);
}

/** Enters decisions that name a case in the index of the log again. */
function indexDecisionsOn(store: Store, name: string): void {
  const rows = store.all<DecisionRow>(
    `${SELECT_DECISION} WHERE instr(concat(target, before, after), ?) > 0 ORDER BY revision`,
    JSON.stringify(name),
  );
  for (const { revision, ...decision } of rows.map(decisionReader(store))) {
    store.run('DELETE FROM decision_subject WHERE revision = ?', revision);
    for (const subject of subjectsOf(decision)) {
      store.run('INSERT INTO decision_subject VALUES (?, ?)', subject, revision);
    }
  }
}
