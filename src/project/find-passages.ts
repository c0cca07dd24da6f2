import { UserError } from '../errors.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import type { Evidence } from '../model/evidence.js';
import type { Span } from '../model/span.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import { readJudgementsOfCase } from '../store/passage-verdict-table.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';
import { passageId } from '../text/passage-id.js';
import { inParts, readCodedPassages } from './coded-passages.js';
import { judgementsByCounting } from './judgements-by-counting.js';
import { requireOpenCaseHead } from './require-open-case.js';
import { isSealed } from './sealed-places.js';

/** A code and a passage that somebody can judge; without any origin it is coded by nobody now. */
export type JudgeablePassage = Pick<
  Evidence,
  | 'codebookId'
  | 'codeId'
  | 'polarity'
  | 'caseId'
  | 'version'
  | 'start'
  | 'end'
  | 'quote'
  | 'cleanQuote'
  | 'origins'
>;

/** Where passages are, as far as it is known: they are found sooner. */
export interface PassagesNear {
  readonly cases?: readonly string[] | undefined;
  /** Where in these cases. */
  readonly span?: Span | undefined;
}

/** Reads the coded passages of the current texts under a codebook, rejected ones too. */
export function currentPassages(store: Store, codebookId: string): Evidence[] {
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  return inParts([...versions.keys()], (caseIds) =>
    mergeEvidence(readCodedPassages(store, codebookId, caseIds)).filter(
      (one) => versions.get(one.caseId) === one.version,
    ),
  );
}

/**
 * Finds passages of the current texts that are coded or were judged by their ids, under the first of some codebooks that has
 * all of them.
 * @throws UserError passage/unknown
 */
export function findPassages(
  store: Store,
  codebookIds: readonly string[],
  ids: readonly string[],
  { cases, span }: PassagesNear = {},
): JudgeablePassage[] {
  let missing: string | undefined;
  for (const codebookId of codebookIds) {
    const near = cases && passagesById(cases.flatMap((id) => passagesOfCase(store, codebookId, id, span)));
    if (near && ids.every((id) => near.has(id))) return ids.map((id) => near.get(id) as JudgeablePassage);
    const byId = passagesById([...judgedPassages(store, codebookId), ...currentPassages(store, codebookId)]);
    const unknown = ids.find((id) => !byId.has(id));
    if (unknown === undefined) return ids.map((id) => byId.get(id) as JudgeablePassage);
    missing ??= unknown;
  }
  const sealed = [...readCaseStandings(store, 'sealed').keys()].join(', ');
  throw new UserError('passage/unknown', { id: missing ?? ids[0] ?? '', sealed });
}

const passagesById = (passages: readonly JudgeablePassage[]) =>
  new Map(passages.map((one) => [passageId(one), one]));

/** What coders judged and the program proposes in one case, as it is stored: nothing of it is settled. */
function passagesOfCase(
  store: Store,
  codebookId: string,
  caseId: string,
  span: Span | undefined,
): JudgeablePassage[] {
  const { id, version } = requireOpenCaseHead(store, caseId);
  const sealed = readSealedStatements(store, id, version);
  const judged = readJudgementsOfCase(store, codebookId, id, version, span).map(withoutOrigin);
  const proposed = readStoredPassages(store, { codebookId, caseIds: [id], span });
  return [...judged, ...mergeEvidence(proposed)].filter(
    (one) => one.version === version && !isSealed(one, sealed),
  );
}

/** What coders judged, whether or not anything codes it now. */
function judgedPassages(store: Store, codebookId: string): JudgeablePassage[] {
  return currentJudgements(store, codebookId).map(withoutOrigin);
}

function withoutOrigin({ verdict: { quote, cleanQuote }, ...place }: PassageJudgement): JudgeablePassage {
  return { ...place, quote, cleanQuote, origins: [] };
}

/** What coders said of passages of the current texts (of a batch) where these count, in the order of cases and places. */
export function currentJudgements(
  store: Store,
  codebookId: string,
  batch?: string | undefined,
): PassageJudgement[] {
  const versions = new Map(currentVersions(store, { batch }).map(({ caseId, version }) => [caseId, version]));
  return judgementsByCounting(store, codebookId).counted.filter(
    ({ caseId, version }) => versions.get(caseId) === version,
  );
}
