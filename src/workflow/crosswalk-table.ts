import { UserError } from '../errors.js';
import { rowShapes } from '../model/table-rows.js';
import type { View } from '../model/view.js';
import { selectCoding } from '../project/select-coding.js';
import { tabulatePairs } from '../stages/tabulate/tabulate-pairs.js';
import type { Store } from '../store/store.js';
import { requireFramework, sourceOf } from './coded-tables.js';
import { unitsOf } from './coded-units.js';
import type { Table, TableRequest } from './table.js';

/** Two codebooks over the same passages. */
export function crosswalkTable(store: Store, request: TableRequest, view: View): Table {
  const { name, level, codebooks = [] } = request;
  const [first, second] = codebooks;
  if (first === undefined || second === undefined || codebooks.length > 2 || first === second) {
    throw new UserError('tables/needs-two-codebooks', { given: codebooks.join(', ') });
  }
  const one = selectCoding(store, name, { ...request, codebook: first });
  const two = selectCoding(store, name, { ...request, codebook: second });
  const framework = requireFramework(store, name, one.framework);
  const other = requireFramework(store, name, two.framework);
  const units = unitsOf(store, request, one.caseIds, [...one.evidence(), ...two.evidence()]);
  return {
    name,
    columns: Object.keys(rowShapes[name]),
    rows: tabulatePairs(framework, other, units, level),
    source: sourceOf(store, request, [one, two], view),
  };
}
