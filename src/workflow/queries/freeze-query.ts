import { UserError } from '../../errors.js';
import type { SavedQuery } from '../../model/passage-query.js';
import type { Context } from '../../project/context.js';
import { findMemoSubject } from '../../project/find-memo-subject.js';
import { openPassages } from '../../project/find-quote.js';
import { memoDecision } from '../../project/memo-decision.js';
import type { PlannedVerdict } from '../../project/plan-reviews.js';
import { targetOf } from '../../project/read-passage-state.js';
import { requireCoder } from '../../project/require-coder.js';
import { requireOpenCase } from '../../project/require-open-case.js';
import { groupBy } from '../../text/group-by.js';
import type { DecideReport } from '../follow-decisions.js';
import { recordVerdicts } from '../passages/record-verdicts.js';
import { querySentences } from './query-sentences.js';
import { queryText } from './saved-queries.js';

/** A query whose sentences are coded, and the code that they get: a known one, or a new one of this name. */
export interface FreezeOptions {
  readonly query: SavedQuery;
  readonly code: string;
  readonly coder: string;
  readonly reason: string;
}

/** So many sentences are coded at once. */
const MOST = 500;

/**
 * Freezes a query into a code: codes each sentence that it finds, and keeps the query as a memo on the code, all in one statement.
 * @throws UserError query/too-many, query/nothing-found, and what `querySentences` throws
 */
export async function freezeQuery(context: Context, options: FreezeOptions): Promise<DecideReport> {
  const { query, code, reason } = options;
  const coder = requireCoder(options.coder);
  const found = [...querySentences(context, { ...query, by: coder })];
  if (found.length > MOST) throw new UserError('query/too-many', { found: found.length, most: MOST });
  if (found.length === 0) throw new UserError('query/nothing-found', { query: query.query });
  return recordVerdicts(context, { coder, reason, founds: code }, (again) => {
    const on = findMemoSubject(again.store, `code:${code}`);
    if (on.type !== 'code') throw new Error(`${code} is no code`);
    const { codebookId, codeId } = on;
    const verdicts = [...groupBy(found, ({ caseId }) => caseId)].flatMap(([caseId, sentences]) => {
      const find = openPassages(again.store, requireOpenCase(again.store, caseId));
      return sentences.map(({ version, start, end }): PlannedVerdict => {
        const place = { codebookId, codeId, polarity: 'supports', caseId, version, start, end } as const;
        const target = targetOf(again.store, place, coder);
        return { kind: 'code', target, says: 'code', passage: find({ span: { start, end } }), isBulk: true };
      });
    });
    const memo = memoDecision(again, { type: 'methodological', on, text: queryText(query), coder });
    return { verdicts, memos: [memo] };
  });
}
