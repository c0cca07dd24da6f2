import { UserError } from '../../errors.js';
import { writeMatrixMarket } from '../../formats/matrix-market.js';
import type { DataCell } from '../../model/data-table.js';
import { requireBatch } from '../../project/require-batch.js';
import { uniqueNames } from '../../report/datasets/unique-names.js';
import { headOfField } from '../../report/datasets/variable-heads.js';
import { attributeVariables, caseVariables } from '../../report/datasets/variables-of-cases.js';
import { tabulateWords } from '../../stages/tabulate/tabulate-words.js';
import { readAttributeTypes } from '../../store/attribute-type-table.js';
import { readCaseHeads } from '../../store/case-table.js';
import { caseGenerations, termReader } from '../../store/term-table.js';
import type { FileToWrite } from '../write-files.js';
import type { FolderFormat } from './export-format.js';
import { writeRows } from './write-data-table.js';

/** `dtm`: a folder with the document-term matrix of the mined texts, and the names of its rows and columns. */
export const dtmFormat: FolderFormat = {
  extension: null,
  write: function* ({ context: { store }, request, language }): Generator<FileToWrite> {
    requireBatch(store, request.batch);
    const generations = caseGenerations(store);
    const cases = [...readCaseHeads(store, { batch: request.batch, scope: 'texts' })].filter(({ id }) =>
      generations.has(id),
    );
    if (cases.length === 0) throw new UserError('screen/not-mined', { database: store.calledAs });
    const termsOf = termReader(store, generations);
    const { words, rows } = tabulateWords(termsOfEach(cases, termsOf), request.minDf ?? 1);
    const head = (field: string) => headOfField(field, language);
    yield { name: 'matrix.mtx', pieces: writeMatrixMarket({ columns: words.length, rows }) };
    const variables = [
      caseVariables(language),
      attributeVariables({ cases, attributes: readAttributeTypes(store) }),
    ];
    const names = variables.flatMap((of) => of.variables.map(({ name }) => name));
    const documents = cases.map((one, at): DataCell[] => [
      at + 1,
      (rows[at] ?? []).reduce((sum, [, frequency]) => sum + frequency, 0),
      ...variables.flatMap((of) => of.cells(one)),
    ]);
    yield {
      name: 'documents.csv',
      pieces: writeRows(uniqueNames([head('row'), head('tokensInRow'), ...names]), documents),
    };
    yield {
      name: 'words.csv',
      pieces: writeRows(
        ['column', 'word', 'pos', 'frequency', 'cases'].map(head),
        words.map(({ word, pos, frequency, cases: n }, at) => [at + 1, word, pos, frequency, n]),
      ),
    };
  },
};

/** The terms of one case after the other, so that those of one at a time are in memory. */
function* termsOfEach<T>(
  cases: readonly { readonly id: string }[],
  termsOf: (caseId: string) => T,
): Generator<T> {
  for (const { id } of cases) yield termsOf(id);
}
