import type { Decision } from '../model/decisions/decision.js';
import type { Target } from '../model/decisions/target.js';
import { type DecisionRow, decisionReader, SELECT_DECISION } from './decision-log.js';
import type { Store } from './store.js';

/** What somebody stated at once: the decision that names it, and how many there are. */
export interface LoggedStatement {
  /** The first; of an undo the last, which takes back the first of what is taken back. */
  readonly decision: Decision;
  readonly decisions: number;
  /** The revision of its first decision. */
  readonly revision: number;
  /** Whether it was not taken back. */
  readonly isStanding: boolean;
}

/** A part of the log as people read it back: the newest first. */
export interface StatementWindow {
  /** Statements that began before this revision; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
  /** Of one coder alone; null for all. */
  readonly coder: string | null;
  /** About targets of these types alone; otherwise about whatever. */
  readonly about?: readonly Target['type'][] | undefined;
}

/** Reads statements, the newest first. */
export function readStatements(
  store: Store,
  { before, limit, coder, about }: StatementWindow,
): LoggedStatement[] {
  const types = about ? JSON.stringify(about) : null;
  const read = decisionReader(store);
  const rows = store.all<DecisionRow & { first: number; decisions: number; isStanding: number }>(
    `WITH stated AS (
       SELECT min(revision) AS first, iif(max(kind = 'undo'), max(revision), min(revision)) AS naming, count(*) AS decisions
       FROM decision
       WHERE (? IS NULL OR coder = ?)
         AND (? IS NULL OR target ->> 'type' IN (SELECT value FROM json_each(?))) GROUP BY statement HAVING first < coalesce(?, first + 1)
       ORDER BY first DESC LIMIT ?)
     SELECT of_statement.*, first, decisions,
       EXISTS (SELECT 1 FROM standing_decision WHERE standing_decision.revision = of_statement.revision) AS isStanding
     FROM (${SELECT_DECISION}) AS of_statement JOIN stated ON of_statement.revision = naming
     ORDER BY first DESC`,
    coder,
    coder,
    types,
    types,
    before,
    limit,
  );
  return rows.map(({ first, decisions, isStanding, ...row }) => {
    const { revision: _, ...decision } = read(row);
    return { decision, decisions, revision: first, isStanding: isStanding === 1 };
  });
}

/** The revision of the last decision of the statement that a decision belongs to. */
export function lastRevisionOf(store: Store, decision: string): number {
  const sql =
    'SELECT max(revision) AS last FROM decision WHERE statement = (SELECT statement FROM decision WHERE id = ?)';
  return store.get<{ last: number | null }>(sql, decision)?.last ?? 0;
}
