import { UserError } from '../errors.js';
import { rowShapes } from '../model/table-rows.js';
import type { View } from '../model/view.js';
import { selectCoding } from '../project/select-coding.js';
import { tabulateCrosstab } from '../stages/tabulate/tabulate-crosstab.js';
import type { Store } from '../store/store.js';
import { requireFramework, sourceOf } from './coded-tables.js';
import { casesWithText } from './coded-units.js';
import { casesByValue, countCasesOf, describeGroup, requireValues } from './compare-groups.js';
import type { Table, TableRequest } from './table.js';

/** So many random tables: with 75 codes Holm's smallest p is then below 0.01. */
const DEFAULT_RESAMPLES = 9999;

/**
 * Codes by the values of an attribute of the cases. A case without text that nobody coded says nothing of any code.
 * @throws UserError tables/not-coded, tables/needs-attribute, tables/unknown-group, tables/one-group, mine/unknown-attribute
 */
export function crosstabTable(store: Store, request: TableRequest, view: View): Table {
  const { name, batch, level, group, resamples = DEFAULT_RESAMPLES, seed = 1 } = request;
  const selected = selectCoding(store, name, request);
  const framework = requireFramework(store, name, selected.framework);
  const counted = { assigned: selected.assigned(), references: selected.references() };
  const codable = new Set([
    ...casesWithText(store, batch),
    ...counted.assigned.map(({ caseId }) => caseId),
    ...counted.references.map(({ caseId }) => caseId),
  ]);
  const cases = casesByValue(store, request, (id) => codable.has(id));
  const { by, groups, withoutValue, withoutData } = cases;
  const values = group ? requireValues(cases, group) : [...groups.keys()];
  if (values.length < 2) throw new UserError('tables/one-group', { by, groups: values.join(', ') });
  const compared = new Map(values.map((value) => [value, groups.get(value) ?? []]));
  const rows = tabulateCrosstab(framework, counted, compared, { level, resamples, seed });
  const ofAll = countCasesOf(cases, [...groups.keys()]);
  return {
    name,
    columns: Object.keys(rowShapes.crosstab),
    rows,
    source: {
      ...sourceOf(store, request, [selected], view),
      contrast: {
        of: 'codes',
        groups: [...compared].map(([value, ids]) => describeGroup([value], ids.length)),
        leftOut: { withoutValue, withoutData, ofOthers: ofAll - countCasesOf(cases, values) },
        tested: new Set(rows.filter(({ test }) => test !== 'none').map(({ codeId }) => codeId)).size,
        resampling: { resamples, seed },
        minCases: null,
      },
    },
  };
}
