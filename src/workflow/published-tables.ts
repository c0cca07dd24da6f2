import { NO_CODEBOOK } from '../model/codebook.js';
import type { Framework } from '../model/framework.js';
import type { PublishedCell, PublishedCodebook, PublishedTable } from '../model/published-table.js';
import { codebooksToDerive } from '../project/derived-products.js';
import { codingInForce, type SelectedCoding, selectCoding } from '../project/select-coding.js';
import { countLeftOut } from '../store/case-standing-table.js';
import { countWithoutText, currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { codedTable } from './coded-tables.js';
import type { Row } from './table.js';

/** The numbers of a project that are published, under every codebook in use. */
export interface PublishedNumbers {
  readonly codebooks: readonly PublishedCodebook[];
  readonly tables: readonly PublishedTable[];
}

/** The columns that are kept of the tables of that name; what names a row is kept beside them. */
const COLUMNS = {
  frequency: ['assignments', 'distinctRaw', 'cases', 'references', 'tokens'],
  coding: ['assignments', 'ownAssignments', 'cases', 'references', 'ownReferences'],
  pillars: ['rank', 'score', 'share', 'margin'],
} as const;

/** Reads the numbers as the tables of the project show them now. */
export function publishedNumbers(store: Store): PublishedNumbers {
  const coded = codebooksToDerive(store).flatMap(({ codebookId, contentHash }) => {
    if (!codingInForce(store, codebookId)) return [];
    const selected = selectCoding(store, 'coding', { codebook: codebookId || NO_CODEBOOK });
    const version = selected.framework?.codebook.version ?? '';
    return [
      { codebook: { codebookId, version, contentHash }, tables: tablesUnder(store, codebookId, selected) },
    ];
  });
  return {
    codebooks: coded.map(({ codebook }) => codebook),
    tables: [studyTable(store), ...coded.flatMap(({ tables }) => tables)],
  };
}

function studyTable(store: Store): PublishedTable {
  return inOneRow('study', '', {
    cases: currentVersions(store).length,
    withoutText: countWithoutText(store),
    ...countLeftOut(store),
  });
}

function tablesUnder(store: Store, codebookId: string, selected: SelectedCoding): PublishedTable[] {
  const { framework } = selected;
  const rowsOf = (name: keyof typeof COLUMNS) => codedTable(store, { name }, { selected }).rows;
  const idOf = new Map(framework?.top.map(({ id, label }) => [label.zh, id]));
  return [
    totalsTable(codebookId, selected),
    tableOf(
      'frequency',
      codebookId,
      COLUMNS.frequency,
      rowsOf('frequency').map(named('codeId', 'coreKeyword')),
    ),
    ...(framework
      ? [
          tableOf(
            'coding',
            codebookId,
            ['level', 'under', ...COLUMNS.coding],
            rowsOf('coding').map((row) => ({
              ...named('codeId', 'code')(row),
              under: aboveOf(framework, row['codeId'] as string),
            })),
          ),
          tableOf(
            'pillars',
            codebookId,
            COLUMNS.pillars,
            rowsOf('pillars').flatMap((row) => {
              const id = idOf.get(row['pillar'] as string);
              return id === undefined ? [] : { ...row, id, name: row['pillar'] as string };
            }),
          ),
        ]
      : []),
  ];
}

function totalsTable(codebookId: string, selected: SelectedCoding): PublishedTable {
  const { framework, mappings, assigned, references, confirmed, contested } = selected;
  return inOneRow('totals', codebookId, {
    codes: framework?.codebook.codes.length ?? 0,
    caseKeywords: mappings().length,
    distinctKeywords: new Set(mappings().map(({ word }) => word)).size,
    assignments: assigned().length,
    distinctRaw: new Set(assigned().map(({ word }) => word)).size,
    references: references().reduce((sum, one) => sum + one.references, 0),
    confirmed: confirmed.count,
    confirmable: confirmed.of,
    contested,
  });
}

/** What names a row: the id of its code and its name. */
interface NamedRow {
  readonly id: string | null;
  readonly name: string;
}

const named =
  (id: string, name: string) =>
  (row: Row): Row & NamedRow => ({ ...row, id: row[id] as string | null, name: row[name] as string });

function tableOf(
  name: PublishedTable['name'],
  codebookId: string,
  columns: readonly string[],
  rows: readonly (Row & NamedRow)[],
): PublishedTable {
  return {
    name,
    codebookId,
    columns,
    rows: rows.map((row) => [
      row.id,
      row.name,
      ...columns.map((column) => (row[column] ?? null) as PublishedCell),
    ]),
  };
}

function inOneRow(
  name: PublishedTable['name'],
  codebookId: string,
  counts: Readonly<Record<string, number>>,
): PublishedTable {
  return { name, codebookId, columns: Object.keys(counts), rows: [[null, '', ...Object.values(counts)]] };
}

/** The names of the codes above a code, from the top down. */
function aboveOf({ paths }: Framework, codeId: string): string {
  return (paths.get(codeId) ?? [])
    .slice(0, -1)
    .map(({ label }) => label.zh)
    .join(' / ');
}
