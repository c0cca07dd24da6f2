import { rowShapes } from '../model/table-rows.js';
import type { ReadContext } from '../project/context.js';
import { bulkTest } from '../project/quotes-of-codes.js';
import { codingInForce, selectCoding } from '../project/select-coding.js';
import { statedOnly, tabulateRelations } from '../stages/tabulate/tabulate-relations.js';
import { sentencesOf } from './coded-units.js';
import { listRelations, type RelationFilter } from './list-relations.js';
import { placeQuotes } from './quoting-tables.js';
import { sourceOfPeople } from './source-of-people.js';
import type { Table } from './table.js';

/** The relations as papers print them, with the sentences in which their codes meet; of a codebook that nothing is coded under without. */
export function relationTable({ store }: ReadContext, filter: RelationFilter): Table {
  const { codebook, rows: relations } = listRelations(store, filter);
  const isCoded =
    codebook !== undefined && relations.length > 0 && codingInForce(store, codebook.id) !== undefined;
  const coding = isCoded
    ? selectCoding(store, 'relations', { codebook: codebook.id || undefined })
    : undefined;
  const evidence = coding?.evidence() ?? [];
  const rows = coding?.framework
    ? tabulateRelations(coding.framework, relations, sentencesOf(store, undefined, evidence), {
        isInBulk: bulkTest(store, evidence),
      })
    : statedOnly(relations);
  const columns = Object.keys(rowShapes.relations);
  const placed = placeQuotes(store, rows);
  const hasSpeaker = placed.some(({ speaker }) => speaker !== null);
  return {
    name: 'relations',
    columns: hasSpeaker ? columns : columns.filter((one) => one !== 'turn' && one !== 'speaker'),
    rows: placed,
    source: sourceOfPeople(store, filter, codebook),
  };
}
