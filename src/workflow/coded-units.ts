import type { Evidence } from '../model/evidence.js';
import { type CodedSentence, codedSentences } from '../stages/tabulate/coded-sentences.js';
import { type CodedUnit, caseUnits, paragraphUnits, windowUnits } from '../stages/tabulate/coded-units.js';
import { currentVersions } from '../store/case-table.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { readTextParts } from '../store/text-part-table.js';
import { groupBy } from '../text/group-by.js';
import { requireUnit, type TableRequest } from './table.js';

/** The sentences of each case (of a batch) that counts, each with the evidence that touches it. */
export function* sentencesByCase(
  store: Store,
  batch: string | undefined,
  evidence: readonly Evidence[],
): Generator<CodedSentence[]> {
  const ofCases = groupBy(evidence, ({ caseId }) => caseId);
  for (const { caseId, version } of currentVersions(store, { batch })) {
    const { counted } = readSentences(store, caseId, version);
    const readText = () => [...readTextParts(store, caseId, version)].join('');
    yield codedSentences({ caseId, sentences: counted, readText }, ofCases.get(caseId) ?? []);
  }
}

/** The same, one after the other. */
export function* sentencesOf(
  store: Store,
  batch: string | undefined,
  evidence: readonly Evidence[],
): Generator<CodedSentence> {
  for (const sentences of sentencesByCase(store, batch, evidence)) yield* sentences;
}

/** Ids of the cases (of a batch) that have a text. */
export const casesWithText = (store: Store, batch: string | undefined) =>
  currentVersions(store, { batch, scope: 'texts' }).map(({ caseId }) => caseId);

/** What pairs of codes are counted in: sentences, paragraphs, windows of sentences, or cases. */
export function* unitsOf(
  store: Store,
  request: Pick<TableRequest, 'name' | 'batch' | 'unit' | 'within'>,
  caseIds: readonly string[],
  evidence: readonly Evidence[],
): Generator<CodedUnit> {
  const { unit, within } = unitAsked(request);
  if (unit === 'case') return yield* caseUnits(caseIds, evidence);
  for (const sentences of sentencesByCase(store, request.batch, evidence)) {
    if (unit === 'passage') yield* sentences;
    else yield* unit === 'paragraph' ? paragraphUnits(sentences) : windowUnits(sentences, within);
  }
}

/** The unit that is asked for: with a distance a window. */
export function unitAsked(request: Pick<TableRequest, 'name' | 'unit' | 'within'>) {
  const { within } = request;
  const unit = requireUnit(request, ['passage', 'paragraph', 'case', 'window']);
  return { unit: unit ?? (within === undefined ? 'passage' : 'window'), within: within ?? 1 } as const;
}
