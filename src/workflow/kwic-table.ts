import { UserError } from '../errors.js';
import type { View } from '../model/view.js';
import type { Store } from '../store/store.js';
import { columnsOf } from './coded-tables.js';
import { findOccurrences } from './concordance.js';
import { sourceOfCases } from './source-of-cases.js';
import { pickColumns, type Table, type TableRequest } from './table.js';

/**
 * The occurrences of a word, or of the words of a code, a row each.
 * @throws UserError tables/needs-word, cases/nothing-to-find
 */
export function kwicTable(
  store: Store,
  { name, word, sort = 'case', batch }: TableRequest,
  view: View,
): Table {
  if (word === undefined) throw new UserError('tables/needs-word', { table: name });
  const rows = findOccurrences(store, { word, sort, batch });
  const columns = columnsOf(
    { name },
    rows.map(({ speaker }) => ({ speaker })),
  );
  return {
    name,
    columns,
    rows: rows.map((row) => pickColumns({ ...row }, columns)),
    source: { ...sourceOfCases(store, batch), view, kwic: { word: word.trim(), sort } },
  };
}
