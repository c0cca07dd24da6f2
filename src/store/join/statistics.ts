import type { Cell, Store } from '../store.js';
import { versionNumber } from '../version-number.js';
import { wordNumber } from '../word-table.js';

/** What was mined in a project: which statistics there are, and which case versions have terms under which of them. */
export interface MinedState {
  /** Number and run of the generation computed last; null before the first mining. */
  readonly newest: { readonly number: number; readonly runId: string } | null;
  readonly cases: ReadonlySet<string>;
  /** Equal for equal statistics with equal terms. */
  readonly content: string;
}

/** Reads what was mined in a project, without reading each term: these follow from what is read. */
export function readMinedState(store: Store): MinedState {
  const generations = store.all<{ number: number; runId: string }>(
    'SELECT generation_no AS number, run_id AS runId FROM generation ORDER BY generation_no',
  );
  const cases = store.all<{ id: string; version: string }>(
    `SELECT id, generation_no, version, counted, term_list.is_current,
       (SELECT count(*) FROM term WHERE term.list_no = term_list.list_no) AS terms
     FROM mined_case JOIN project_case USING (case_no) JOIN term_list USING (list_no)
       JOIN case_version USING (version_no) ORDER BY id, generation_no`,
  );
  const taught = store.all('SELECT generation_no, word, cases FROM taught_word ORDER BY generation_no, word');
  return {
    newest: generations.at(-1) ?? null,
    cases: new Set(cases.map(({ id, version }) => `${version} ${id}`)),
    content: JSON.stringify([generations, cases, taught]),
  };
}

/** Puts the statistics and terms of another project in the place of what was mined here; cases and runs must be there. */
export function adoptStatistics(from: Store, to: Store): void {
  for (const table of ['mined_case', 'term_list', 'generation']) to.run(`DELETE FROM ${table}`);
  copyRows(from, to, 'generation', 'SELECT generation_no, run_id, documents FROM generation');
  copyRows(from, to, 'new_word', 'SELECT * FROM new_word');
  copyRows(from, to, 'taught_word', 'SELECT generation_no, word, cases FROM taught_word');
  for (const row of from.all<{ number: number; word: string; cases: number }>(
    `SELECT generation_no AS number, word, cases FROM document_frequency JOIN word USING (word_no)`,
  )) {
    to.run(
      'INSERT INTO document_frequency VALUES (?, ?, ?)',
      row.number,
      wordNumber(to, row.word),
      row.cases,
    );
  }
  copyTerms(from, to);
}

function copyTerms(from: Store, to: Store): void {
  const lists = from.all<{ listNo: number; id: string; version: string; counted: string; isCurrent: number }>(
    `SELECT list_no AS listNo, id, version, counted, is_current AS isCurrent FROM (
       SELECT list_no, version_no, counted, term_list.is_current FROM term_list
     ) JOIN (SELECT version_no, case_no, version FROM case_version) USING (version_no)
       JOIN project_case USING (case_no) ORDER BY listNo`,
  );
  for (const { listNo, id, version, counted, isCurrent } of lists) {
    const { no } = to.get<{ no: number }>(
      'INSERT INTO term_list (version_no, counted, is_current) VALUES (?, ?, ?) RETURNING list_no AS no',
      versionNumber(to, id, version),
      counted,
      isCurrent,
    ) as { no: number };
    for (const [word, ...cells] of from
      .all<Record<string, Cell>>(
        `SELECT word, pos, frequency, is_new, begins, ends FROM term JOIN word USING (word_no) WHERE list_no = ?`,
        listNo,
      )
      .map((row) => Object.values(row))) {
      to.run('INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)', no, wordNumber(to, String(word)), ...cells);
    }
    for (const { number } of from.all<{ number: number }>(
      'SELECT generation_no AS number FROM mined_case WHERE list_no = ?',
      listNo,
    )) {
      to.run('INSERT INTO mined_case SELECT case_no, ?, ? FROM project_case WHERE id = ?', number, no, id);
    }
  }
}

/** Copies the rows of a query into a table of the same columns. */
export function copyRows(from: Store, to: Store, table: string, query: string): void {
  for (const row of from.all<Record<string, Cell>>(query)) {
    const cells = Object.values(row);
    to.run(`INSERT INTO ${table} VALUES (${cells.map(() => '?').join()}) ON CONFLICT DO NOTHING`, ...cells);
  }
}
