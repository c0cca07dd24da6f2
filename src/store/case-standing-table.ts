import type { CaseQuestion, CaseStanding } from '../model/decisions/case-standing.js';
import type { Store } from './store.js';

/** Which answer of a case to which question. */
interface CaseKey {
  readonly caseId: string;
  readonly question: CaseQuestion;
}

interface StandingRow extends Pick<CaseStanding, 'coder' | 'reason'> {
  readonly caseId: string;
  readonly order: number | null;
  readonly statements: string | null;
}

const SELECT = `SELECT id AS caseId, position AS "order", coder, reason, statements
  FROM case_standing JOIN project_case USING (case_no)`;

/** What was decided about a case. */
export function readCaseStanding(store: Store, { caseId, question }: CaseKey): CaseStanding | null {
  const row = store.get<StandingRow>(`${SELECT} WHERE id = ? AND standing = ?`, caseId, question);
  return row ? standingOf(question, row) : null;
}

/** Puts in force what was decided about a case; null leaves it undecided. Only the decision log calls this. */
export function putCaseStanding(store: Store, { caseId, question }: CaseKey, now: CaseStanding | null): void {
  if (now === null) {
    store.run(
      'DELETE FROM case_standing WHERE case_no = (SELECT case_no FROM project_case WHERE id = ?) AND standing = ?',
      caseId,
      question,
    );
    return;
  }
  store.run(
    `INSERT INTO case_standing SELECT case_no, ?, ?, ?, ?, ? FROM project_case WHERE id = ?
     ON CONFLICT DO UPDATE SET position = excluded.position, coder = excluded.coder, reason = excluded.reason,
       statements = excluded.statements`,
    question,
    now.order ?? null,
    now.coder,
    now.reason,
    now.statements ? JSON.stringify({ version: now.version, statements: now.statements }) : null,
    caseId,
  );
}

/** What was decided about all cases, by case id: in the order of choice, else in code point order of the ids. */
export function readCaseStandings(store: Store, question: CaseQuestion): Map<string, CaseStanding> {
  const rows = store.all<StandingRow>(`${SELECT} WHERE standing = ? ORDER BY position, id`, question);
  return new Map(rows.map((row) => [row.caseId, standingOf(question, row)]));
}

/** How many cases (of one batch) do not count: those that are excluded, and of the others those that are sealed. */
export function countLeftOut(
  store: Store,
  batch?: string | undefined,
): { readonly excluded: number; readonly sealed: number } {
  const rows = store.all<{ standing: string; cases: number }>(
    `SELECT standing, count(*) AS cases FROM (
       SELECT min(standing) AS standing FROM case_standing JOIN case_version USING (case_no)
       WHERE standing IN ('excluded', 'sealed') AND is_current = 1 AND batch = coalesce(?, batch) GROUP BY case_no
     ) GROUP BY standing`,
    batch ?? null,
  );
  const counts = new Map(rows.map(({ standing, cases }) => [standing, cases]));
  return { excluded: counts.get('excluded') ?? 0, sealed: counts.get('sealed') ?? 0 };
}

/** The cases that were mined and do not count any more, in code point order of the ids. */
export function minedThoughLeftOut(store: Store): string[] {
  const rows = store.all<{ id: string }>(
    `SELECT DISTINCT id FROM case_standing JOIN project_case USING (case_no)
     WHERE standing IN ('excluded', 'sealed') AND case_no IN (SELECT case_no FROM mined_case) ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

function standingOf(standing: CaseQuestion, { order, coder, reason, statements }: StandingRow): CaseStanding {
  return {
    standing,
    ...(order === null ? {} : { order }),
    coder,
    reason,
    ...(statements === null ? {} : JSON.parse(statements)),
  };
}
