import type { CaseHead } from '../model/case.js';
import { isApart } from '../model/coder-round.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import { type SettledSentence, settleSentences } from '../stages/settle/settle-sentences.js';
import { readAllDone } from '../store/case-done-table.js';
import { currentVersions } from '../store/case-table.js';
import { readJudgementsOfCase } from '../store/passage-verdict-table.js';
import { readSentenceAdjudications } from '../store/sentence-adjudication-table.js';
import { readSentences } from '../store/sentence-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import type { SentenceList } from '../text/sentence-list.js';
import { judgementsByCase, partByCounting } from './judgements-by-counting.js';
import { rememberByCase } from './remember-by-case.js';

/** The current version of every case. */
type Versions = ReadonlyMap<string, string>;

/** What coders said of the sentences of a codebook that count, and what is in force of it, in the order of the cases. */
export function readSettledSentences(store: Store, codebookId: string): readonly SettledSentence[] {
  return store.remember(`settled sentences ${codebookId}`, () =>
    [...readSettledByCase(store, codebookId).values()].flat(),
  );
}

/** The same by case, of those cases that have any. */
export function readSettledByCase(
  store: Store,
  codebookId: string,
): ReadonlyMap<string, readonly SettledSentence[]> {
  return rememberByCase(store, { name: 'settled sentences', codebookId }, (caseIds) => {
    const byCase = judgementsByCase(store, codebookId);
    const counted = caseIds.flatMap((id) => byCase.get(id)?.counted ?? []);
    const versions = new Map(
      currentVersions(store, { scope: 'all' }).map(({ caseId, version }) => [caseId, version]),
    );
    return groupBy(
      settle(store, codebookId, { judgements: counted, versions, caseIds }),
      ({ caseId }) => caseId,
    );
  });
}

/** The same of one case alone, which takes no longer where a project has many. */
export function readSettledInCase(
  store: Store,
  codebookId: string,
  { id, version }: Pick<CaseHead, 'id' | 'version'>,
): readonly SettledSentence[] {
  const { counted } = partByCounting(store, readJudgementsOfCase(store, codebookId, id, version));
  const versions = new Map([[id, version]]);
  return settle(store, codebookId, { judgements: counted, versions, caseIds: [id] });
}

function settle(
  store: Store,
  codebookId: string,
  {
    judgements: given,
    versions,
    caseIds,
  }: {
    readonly judgements: readonly PassageJudgement[];
    readonly versions: Versions;
    /** The cases that the judgements are of. */
    readonly caseIds: readonly string[];
  },
): SettledSentence[] {
  const judgements = given.filter(({ verdict }) => !isApart(verdict.coder));
  if (judgements.length === 0) return [];
  const lists = new Map<string, SentenceList>();
  return settleSentences({
    judgements,
    done: readAllDone(store, { codebookId, caseIds }).filter(({ coder }) => !isApart(coder)),
    adjudicated: readSentenceAdjudications(store, codebookId, caseIds),
    leadCoder: getSetting(store, 'lead-coder'),
    // Passages that a new text lost stay with the old one, whose sentences nobody counts.
    sentencesOf: (caseId, version) => {
      if (versions.get(caseId) !== version) return null;
      const list = lists.get(caseId) ?? readSentences(store, caseId, version).counted;
      lists.set(caseId, list);
      return list;
    },
  });
}
