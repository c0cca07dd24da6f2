import type { CodedData, CodedRow } from '../../model/coded-data.js';
import { chooseView } from '../../project/choose-view.js';
import { notCoded } from '../../project/find-code.js';
import { inView } from '../../project/in-view.js';
import { numberRows } from '../../project/passage-numbers.js';
import { requireBatch } from '../../project/require-batch.js';
import { selectCoding } from '../../project/select-coding.js';
import { tabulateEvidence } from '../../stages/tabulate/tabulate-evidence.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { coderOf } from '../coded-tables.js';
import { listMemos } from '../list-memos.js';
import type { Dataset } from './dataset.js';
import { readDescribedCases } from './read-described-cases.js';

/**
 * Reads the coding that a dataset is made of, under its filter and view.
 * @throws UserError tables/not-coded, tables/no-codes, tables/unknown-codebook, cases/unknown-batch, view/unknown
 */
export function readCodedData({ context: { store }, format, request, language }: Dataset): CodedData {
  requireBatch(store, request.batch);
  const view = chooseView(store, request);
  return inView(store, view, { depth: 'passages', codebooks: [request.codebook] }, () => {
    const { framework, caseIds, evidence, counterEvidence, assigned } = selectCoding(store, format, request);
    if (!framework) throw notCoded(store, request.codebook, format);
    const found = [...evidence(), ...counterEvidence()];
    const rows = tabulateEvidence(framework, found).map((row, at) => {
      const { polarity, cleanQuote } = found[at] as (typeof found)[number];
      return { ...row, polarity, cleanQuote };
    });
    return {
      framework,
      ...readDescribedCases(store, caseIds, language),
      rows: numberRows(store, inOrder(rows, caseIds)),
      assigned: assigned(),
      memos: memosOfPassages(store, coderOf(view)),
    };
  });
}

/** Codings as they stand in the texts, those of cases as a whole first. */
function inOrder<Row extends Pick<CodedRow, 'caseId' | 'start' | 'end'>>(
  rows: readonly Row[],
  caseIds: readonly string[],
): Row[] {
  const byCase = groupBy(rows, ({ caseId }) => caseId);
  return caseIds.flatMap((id) =>
    [...(byCase.get(id) ?? [])].sort((one, other) => one.start - other.start || one.end - other.end),
  );
}

/** What people wrote about coded passages (one of them, in the view of one). */
function memosOfPassages(store: Store, coder: string | undefined): CodedData['memos'] {
  const memos = listMemos({ store }, { coder }).filter(({ passage }) => passage !== null);
  const byPassage = groupBy(memos, ({ passage }) => passage as string);
  return new Map([...byPassage].map(([passage, of]) => [passage, of.map(({ text }) => text)]));
}
