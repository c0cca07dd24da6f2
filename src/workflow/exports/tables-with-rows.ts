import { type TableName, tableNames, tablesOnRequest } from '../../model/table-name.js';
import { contestedSentences } from '../../project/contested-sentences.js';
import { codingInForce, frameworkFor } from '../../project/select-coding.js';
import { readCaseStandings } from '../../store/case-standing-table.js';
import { readMemos } from '../../store/memo-table.js';
import type { Store } from '../../store/store.js';
import { caseGenerations } from '../../store/term-table.js';
import { contestedKeys } from '../../store/verdict-table.js';
import { listRelations } from '../list-relations.js';
import { listRevisit } from '../list-revisit.js';
import { sampleTable } from '../sample-table.js';

/** The tables of words as they were mined, and those of keywords that need no codebook. */
const OF_MINED: readonly TableName[] = ['top-words', 'keywords', 'weights'];
const WITHOUT_CODEBOOK: readonly TableName[] = ['raw', 'frequency'];

/** The tables of a project under one codebook that have rows, in the order of the work. */
export function tablesWithRows(
  store: Store,
  { codebook }: { readonly codebook?: string | undefined },
): TableName[] {
  const framework = frameworkFor(store, codebook);
  const isMined = caseGenerations(store).size > 0;
  const isCoded = codingInForce(store, framework?.codebook.id ?? '') !== undefined;
  const hasCoding = (name: TableName) => isCoded && (framework !== null || WITHOUT_CODEBOOK.includes(name));
  const hasRows: Readonly<Partial<Record<TableName, () => boolean>>> = {
    flow: () => true,
    sample: () => sampleTable(store, {}).rows.length > 0,
    facets: () => framework?.codebook.codes.some(({ facets }) => facets !== undefined) === true,
    contested: () =>
      contestedKeys(store).length + contestedSentences(store, framework?.codebook.id ?? '').length > 0,
    revisit: () => listRevisit(store, framework).length > 0,
    memos: () => readMemos(store).length > 0,
    sampling: () => readCaseStandings(store, 'chosen').size > 0,
    relations: () => listRelations(store, { codebook }).rows.length > 0,
  };
  return tableNames.filter(
    (name) =>
      !tablesOnRequest.includes(name) &&
      (hasRows[name]?.() ?? (OF_MINED.includes(name) ? isMined : hasCoding(name))),
  );
}
