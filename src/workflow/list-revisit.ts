import type { Framework } from '../model/framework.js';
import type { RevisitRow } from '../model/table-rows.js';
import { type CurrentCode, codeFollower } from '../project/code-names.js';
import { definitionHash } from '../project/definition-hash.js';
import { currentJudgements } from '../project/find-passages.js';
import { judgementsByCase } from '../project/judgements-by-counting.js';
import { rememberByCase } from '../project/remember-by-case.js';
import { returnsReader } from '../project/returned-passages.js';
import { placeKey } from '../stages/settle/settle-sentences.js';
import { readStoredPlaces } from '../store/coded-passage-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { passageId } from '../text/passage-id.js';

/** Whose verdicts are listed, and of which cases; otherwise all. */
interface RevisitFilter {
  readonly batch?: string | undefined;
  readonly coder?: string | undefined;
}

/**
 * Lists the verdicts on passages under which something changed since they were made, or that somebody returned to their coder,
 * in the order of cases, places, codes and coders.
 */
export function listRevisit(
  store: Store,
  framework: Framework | null,
  { batch, coder }: RevisitFilter = {},
): RevisitRow[] {
  const codebookId = framework?.codebook.id ?? '';
  const judgements = currentJudgements(store, codebookId, batch).filter(
    ({ verdict }) => coder === undefined || verdict.coder === coder,
  );
  const follow = codeFollower(store);
  const codes = new Map<string, CurrentCode & { readonly meaning: string }>();
  const current = (codeId: string) => {
    const known = codes.get(codeId);
    if (known) return known;
    const code = follow(codebookId, codeId);
    const now = { ...code, meaning: definitionHash(framework?.codes.get(code.id)) };
    codes.set(codeId, now);
    return now;
  };
  const notProposed = confirmedNotProposed(store, codebookId);
  const returnOf = returnsReader(store);
  return judgements.flatMap((judgement): RevisitRow[] => {
    const { caseId, codeId, verdict } = judgement;
    const { id, label, meaning } = current(codeId);
    const isSameMeaning = verdict.definitionHash === undefined || verdict.definitionHash === meaning;
    const changed = whatChanged();
    if (changed === null) return [];
    return [
      {
        caseId,
        passage: passageId(judgement),
        code: label ?? verdict.label,
        judgedAs: verdict.label,
        coder: verdict.coder,
        verdict: verdict.says,
        changed,
        quote: verdict.quote,
      },
    ];

    function whatChanged(): RevisitRow['changed'] | null {
      if (id !== codeId) return 'merged';
      if (!isSameMeaning) return label === null ? 'gone' : 'definition';
      if (notProposed.get(caseId)?.has(verdict.decisionId)) return 'not-proposed';
      return returnOf(judgement)?.isAnswered === false ? 'returned' : null;
    }
  });
}

/** By case, the decisions that confirmed as proposed what the program does not propose any more. */
function confirmedNotProposed(store: Store, codebookId: string): ReadonlyMap<string, ReadonlySet<string>> {
  return rememberByCase(store, { name: 'not proposed', codebookId }, (caseIds) => {
    const judged = judgementsByCase(store, codebookId);
    const confirmed = caseIds.flatMap((id) =>
      (judged.get(id)?.counted ?? []).filter(({ verdict }) => verdict.isProposed),
    );
    const cases = [...new Set(confirmed.map(({ caseId }) => caseId))];
    const proposed = new Set(readStoredPlaces(store, codebookId, cases).map(placeKey));
    const gone = groupBy(
      confirmed.filter((one) => !proposed.has(placeKey(one))),
      ({ caseId }) => caseId,
    );
    return new Map(
      [...gone].map(([id, own]) => [id, new Set(own.map(({ verdict }) => verdict.decisionId))] as const),
    );
  });
}
