import type { AdjudicationReason } from '../model/adjudication-reason.js';
import { givenGrounds } from '../model/decisions/adjudication-grounds.js';
import type { SentenceAdjudication } from '../model/decisions/sentence-adjudication.js';
import type { SentenceTarget } from '../model/decisions/target.js';
import type { Store } from './store.js';

const KEY = `codebook_id = ? AND case_no = (SELECT case_no FROM project_case WHERE id = ?) AND code_id = ?
  AND settles = ?`;

const keyOf = ({ codebookId, caseId, codeId, settles }: SentenceTarget) =>
  [codebookId, caseId, codeId, JSON.stringify(settles)] as const;

interface AdjudicationRow extends Pick<SentenceAdjudication, 'verdictOf' | 'label' | 'coder' | 'reason'> {
  readonly why: AdjudicationReason | null;
  readonly attendees: string | null;
}

/** What was adjudicated about a sentence and a code. */
export function readSentenceAdjudication(store: Store, target: SentenceTarget): SentenceAdjudication | null {
  const row = store.get<AdjudicationRow>(
    `SELECT verdict_of AS verdictOf, label, coder, reason, why, attendees FROM sentence_adjudication WHERE ${KEY}`,
    ...keyOf(target),
  );
  if (row === undefined) return null;
  const { why, attendees, ...said } = row;
  const grounds = { why: why ?? undefined, attendees: JSON.parse(attendees ?? '[]') as string[] };
  return { ...said, ...givenGrounds(grounds) };
}

/** Puts an adjudication in force; null takes it away. Only the decision log calls this. */
export function putSentenceAdjudication(
  store: Store,
  target: SentenceTarget,
  now: SentenceAdjudication | null,
): void {
  store.run(`DELETE FROM sentence_adjudication WHERE ${KEY}`, ...keyOf(target));
  if (now === null) return;
  const [codebookId, caseId, codeId, settles] = keyOf(target);
  store.run(
    `INSERT INTO sentence_adjudication SELECT ?, case_no, ?, ?, ?, ?, ?, ?, ?, ? FROM project_case WHERE id = ?`,
    codebookId,
    codeId,
    settles,
    now.label,
    now.verdictOf,
    now.coder,
    now.reason,
    now.why ?? null,
    now.attendees ? JSON.stringify(now.attendees) : null,
    caseId,
  );
}

/** Whose verdicts were chosen under a codebook (in some cases), each with the ids of the decisions that it settles. */
export function readSentenceAdjudications(
  store: Store,
  codebookId: string,
  caseIds?: readonly string[],
): { readonly settles: readonly string[]; readonly verdictOf: string }[] {
  return store
    .all<{ settles: string; verdictOf: string }>(
      `SELECT settles, verdict_of AS verdictOf FROM sentence_adjudication
       WHERE codebook_id = ?
         ${caseIds ? 'AND case_no IN (SELECT case_no FROM json_each(?) JOIN project_case ON project_case.id = value)' : ''}
       ORDER BY settles`,
      codebookId,
      ...(caseIds ? [JSON.stringify(caseIds)] : []),
    )
    .map(({ settles, verdictOf }) => ({ settles: JSON.parse(settles) as string[], verdictOf }));
}
