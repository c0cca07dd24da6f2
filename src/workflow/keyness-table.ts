import { UserError } from '../errors.js';
import { rowShapes } from '../model/table-rows.js';
import { findGenerations } from '../project/ranked-groups.js';
import { tabulateKeyness } from '../stages/tabulate/tabulate-keyness.js';
import { caseIds } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { caseGenerations, readTerms } from '../store/term-table.js';
import { casesByValue, countCasesOf, describeGroup, requireValues } from './compare-groups.js';
import { sourceOfMined } from './keyword-tables.js';
import type { Table, TableRequest } from './table.js';

/** Words of fewer cases say little of a group. */
const DEFAULT_MIN_CASES = 3;

/**
 * The words of one group of cases against those of others, as they were counted when the cases were mined.
 * @throws UserError screen/not-mined, tables/needs-group, tables/needs-attribute, tables/unknown-group, tables/one-group,
 * tables/same-group, mine/unknown-attribute
 */
export function keynessTable(store: Store, request: TableRequest): Table {
  const { name, batch, group, against, minCases = DEFAULT_MIN_CASES } = request;
  const generations = caseGenerations(store);
  const ranked = findGenerations(store, new Map([['', caseIds(store, { batch, scope: 'texts' })]]));
  const cases = casesByValue(store, request, (id) => generations.has(id));
  const { by, groups, withoutValue, withoutData } = cases;
  const known = [...groups.keys()];
  if (group === undefined || group.length === 0) {
    throw new UserError('tables/needs-group', { by, known: known.join(', ') });
  }
  const own = requireValues(cases, group);
  const others = against ? requireValues(cases, against) : known.filter((value) => !own.includes(value));
  const both = own.find((value) => others.includes(value));
  if (both !== undefined) throw new UserError('tables/same-group', { group: both });
  if (others.length === 0) throw new UserError('tables/one-group', { by, groups: own.join(', ') });
  const casesOf = (values: readonly string[]) => new Set(values.flatMap((value) => groups.get(value) ?? []));
  const compared = { group: casesOf(own), other: casesOf(others) };
  const rows = tabulateKeyness(readTerms(store, generations), compared, minCases);
  return {
    name,
    columns: Object.keys(rowShapes.keyness),
    rows,
    source: {
      ...sourceOfMined(store, ranked, { by, batch }),
      contrast: {
        of: 'words',
        groups: [
          describeGroup(own, compared.group.size),
          describeGroup(against ? others : null, compared.other.size),
        ],
        leftOut: {
          withoutValue,
          withoutData,
          ofOthers: countCasesOf(cases, known) - compared.group.size - compared.other.size,
        },
        tested: rows.filter(({ test }) => test !== 'none').length,
        resampling: null,
        minCases,
      },
    },
  };
}
