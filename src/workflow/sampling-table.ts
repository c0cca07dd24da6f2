import { rowShapes } from '../model/table-rows.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import type { Store } from '../store/store.js';
import { sourceOfPeople } from './source-of-people.js';
import type { Table } from './table.js';

/** Which cases were chosen next (by one coder) and why, in the order of choice; also those that do not count any more. */
export function samplingTable(store: Store, filter: { readonly coder?: string | undefined }): Table {
  const chosen = [...readCaseStandings(store, 'chosen')];
  return {
    name: 'sampling',
    columns: Object.keys(rowShapes.sampling),
    rows: chosen
      .map(([caseId, { order = 0, reason, coder }]) => ({ order, caseId, because: reason, coder }))
      .filter(({ coder }) => filter.coder === undefined || coder === filter.coder),
    source: sourceOfPeople(store, filter),
  };
}
