import type { CaseHead } from '../model/case.js';
import { isApart } from '../model/coder-round.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import { type SettledSentence, settleSentences } from '../stages/settle/settle-sentences.js';
import { readAllDone } from '../store/case-done-table.js';
import { currentVersions } from '../store/case-table.js';
import { readDecisionsBetween } from '../store/decision-log.js';
import { readJudgementsInCase, readJudgementsOfCase } from '../store/passage-verdict-table.js';
import { countStagesBetween, projectRevision } from '../store/revision-table.js';
import { readSentenceAdjudications } from '../store/sentence-adjudication-table.js';
import { readSentences } from '../store/sentence-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { groupBy } from '../text/group-by.js';
import type { SentenceList } from '../text/sentence-list.js';
import { judgementsByCounting, partByCounting } from './judgements-by-counting.js';

/** The settled sentences of a codebook at a revision, by case and all together. */
interface SettledCases {
  readonly revision: number;
  readonly versions: Versions;
  readonly leadCoder: string | undefined;
  readonly ofCase: ReadonlyMap<string, readonly SettledSentence[]>;
  readonly all: readonly SettledSentence[];
}

/** The current version of every case. */
type Versions = ReadonlyMap<string, string>;

/**
 * What coders said of the sentences of a codebook that count, and what is in force of it. Sentences are settled case by case:
 * of those that were settled before, only the cases that decisions were about since are settled again.
 */
export function readSettledSentences(store: Store, codebookId: string): readonly SettledSentence[] {
  const { all } = store.remember<SettledCases>(`settled sentences ${codebookId}`, (before) => {
    const revision = projectRevision(store);
    const versions = new Map(
      currentVersions(store, { scope: 'all' }).map(({ caseId, version }) => [caseId, version]),
    );
    const leadCoder = getSetting(store, 'lead-coder');
    const isSameGround = before?.leadCoder === leadCoder && isSame(before?.versions, versions);
    const changed = before && isSameGround ? casesSince(store, before.revision) : null;
    const ofCase =
      before && changed
        ? settleAgain(store, codebookId, { ...before, changed })
        : settleAll(store, codebookId, versions);
    if (before && ofCase === before.ofCase) return { ...before, revision };
    return { revision, versions, leadCoder, ofCase, all: [...ofCase.values()].flat() };
  });
  return all;
}

/** The same of one case alone, which takes no longer where a project has many. */
export function readSettledInCase(
  store: Store,
  codebookId: string,
  { id, version }: Pick<CaseHead, 'id' | 'version'>,
): readonly SettledSentence[] {
  const { counted } = partByCounting(store, readJudgementsOfCase(store, codebookId, id, version));
  return settle(store, codebookId, { judgements: counted, versions: new Map([[id, version]]), caseId: id });
}

/** The cases that decisions since a revision were about; null where something else may have changed any of them. */
function casesSince(store: Store, revision: number): ReadonlySet<string> | null {
  if (countStagesBetween(store, revision, null).size > 0) return null;
  const targets = readDecisionsBetween(store, { by: 'revision', after: revision, upTo: null }).map(
    ({ target }) => target,
  );
  if (targets.some(({ type }) => type === 'setting')) return null;
  return new Set(targets.flatMap((target) => ('caseId' in target ? target.caseId : [])));
}

function settleAll(store: Store, codebookId: string, versions: Versions): SettledCases['ofCase'] {
  const { counted } = judgementsByCounting(store, codebookId);
  return groupBy(settle(store, codebookId, { judgements: counted, versions }), ({ caseId }) => caseId);
}

function settleAgain(
  store: Store,
  codebookId: string,
  { ofCase, versions, changed }: SettledCases & { readonly changed: ReadonlySet<string> },
): SettledCases['ofCase'] {
  if (changed.size === 0) return ofCase;
  const now = new Map(ofCase);
  for (const caseId of changed) {
    const { counted } = partByCounting(store, readJudgementsInCase(store, codebookId, caseId));
    const settled = settle(store, codebookId, { judgements: counted, versions, caseId });
    if (settled.length > 0) now.set(caseId, settled);
    else now.delete(caseId);
  }
  return new Map([...now].sort(([one], [other]) => compareByCodePoint(one, other)));
}

function settle(
  store: Store,
  codebookId: string,
  {
    judgements: given,
    versions,
    caseId: within,
  }: {
    readonly judgements: readonly PassageJudgement[];
    readonly versions: Versions;
    /** The case of all judgements, where they are of one. */
    readonly caseId?: string;
  },
): SettledSentence[] {
  const judgements = given.filter(({ verdict }) => !isApart(verdict.coder));
  if (judgements.length === 0) return [];
  const lists = new Map<string, SentenceList>();
  return settleSentences({
    judgements,
    done: readAllDone(store, within).filter((one) => one.codebookId === codebookId && !isApart(one.coder)),
    adjudicated: readSentenceAdjudications(store, codebookId, within),
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

function isSame(one: Versions | undefined, other: Versions): boolean {
  return one?.size === other.size && [...one].every(([caseId, version]) => other.get(caseId) === version);
}
