import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import type { Framework } from '../model/framework.js';
import type { RevisitRow } from '../model/table-rows.js';
import { codeFollower } from '../project/code-names.js';
import { definitionHash } from '../project/definition-hash.js';
import { currentJudgements } from '../project/find-passages.js';
import { returnsReader } from '../project/returned-passages.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import type { Store } from '../store/store.js';
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
  const current = codeFollower(store);
  const isProposed = proposals(store, codebookId, judgements);
  const returnOf = returnsReader(store);
  return judgements.flatMap((judgement): RevisitRow[] => {
    const { caseId, codeId, verdict } = judgement;
    const { id, label } = current(codebookId, codeId);
    const isSameMeaning =
      verdict.definitionHash === undefined ||
      verdict.definitionHash === definitionHash(framework?.codes.get(id));
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
      if (verdict.isProposed && !isProposed(judgement)) return 'not-proposed';
      return returnOf(judgement)?.isAnswered === false ? 'returned' : null;
    }
  });
}

/** Makes a function that tells whether the program proposes a passage that was confirmed as proposed. */
function proposals(
  store: Store,
  codebookId: string,
  judgements: readonly PassageJudgement[],
): (judgement: PassageJudgement) => boolean {
  const confirmed = judgements.filter(({ verdict }) => verdict.isProposed);
  const caseIds = [...new Set(confirmed.map(({ caseId }) => caseId))];
  const ids = new Set(
    caseIds.length === 0 ? [] : readStoredPassages(store, { codebookId, caseIds }).map(passageId),
  );
  return (judgement) => ids.has(passageId(judgement));
}
