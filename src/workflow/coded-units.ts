import type { Evidence } from '../model/evidence.js';
import { type CodedSentence, codedSentences } from '../stages/tabulate/coded-sentences.js';
import { type CodedUnit, caseUnits } from '../stages/tabulate/tabulate-pairs.js';
import { currentVersions } from '../store/case-table.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { readTextParts } from '../store/text-part-table.js';
import { groupBy } from '../text/group-by.js';
import type { TableRequest } from './table.js';

/** The sentences of the cases (of a batch) that count, each with the evidence that touches it. */
export function* sentencesOf(
  store: Store,
  batch: string | undefined,
  evidence: readonly Evidence[],
): Generator<CodedSentence> {
  const ofCases = groupBy(evidence, ({ caseId }) => caseId);
  for (const { caseId, version } of currentVersions(store, { batch })) {
    const { counted } = readSentences(store, caseId, version);
    const readText = () => [...readTextParts(store, caseId, version)].join('');
    yield* codedSentences({ caseId, sentences: counted, readText }, ofCases.get(caseId) ?? []);
  }
}

/** Ids of the cases (of a batch) that have a text. */
export const casesWithText = (store: Store, batch: string | undefined) =>
  currentVersions(store, { batch, scope: 'texts' }).map(({ caseId }) => caseId);

/** What pairs of codes are counted in: sentences or cases. */
export function unitsOf(
  store: Store,
  { batch, unit }: Pick<TableRequest, 'batch' | 'unit'>,
  caseIds: readonly string[],
  evidence: readonly Evidence[],
): Iterable<CodedUnit> {
  return unit === 'case' ? caseUnits(caseIds, evidence) : sentencesOf(store, batch, evidence);
}
