import { UserError } from '../errors.js';
import { readCsv } from '../formats/csv.js';
import type { Framework } from '../model/framework.js';
import type { Problem } from '../model/problem.js';
import type { MatrixRow, PillarRow } from '../model/table-rows.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { codeNamed } from '../project/find-code.js';
import { projectForm } from '../project/project-form.js';
import { readTextFile } from '../sources/read-text-file.js';
import { assessCoding, type CasePair, type CodeAccuracy } from '../stages/assess/assess-coding.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { makeTable } from './make-table.js';
import type { TableRequest } from './table.js';

/** How well the coding of the project meets a gold file; `pillars` is null where the file names none. */
export interface GoldReport {
  /** Cases of the gold file: the universe of the figures. */
  readonly cases: number;
  readonly codes: readonly CodeAccuracy[];
  readonly pillars: {
    readonly first: number;
    readonly withinTwo: number;
    readonly of: number;
    readonly missed: readonly { readonly caseId: string; readonly gold: string; readonly found: string }[];
  } | null;
}

/**
 * Compares the project's coding with a gold file of `case_id` and `open_code` (label or id) or `main_pillar`.
 * @throws UserError assess/bad-gold, tables/not-coded
 */
export function assessGold(
  { store }: ReadContext,
  path: string,
  request: Omit<TableRequest, 'name' | 'by'> = {},
): GoldReport {
  const { columns, rows } = readCsv(readTextFile(path), path);
  const fail = (line: number, problem: Problem) => new UserError('assess/bad-gold', { path, line, problem });
  const column = ['open_code', 'main_pillar'].find((name) => columns.includes(name));
  if (column === undefined || !columns.includes('case_id'))
    throw fail(1, { kind: 'columns-found', columns: columns.join(', ') });
  const matrix = makeTable({ store }, { ...request, name: 'matrix' });
  const framework = appliedCodebook(store, request.codebook)?.framework as Framework;
  const form = projectForm(store);
  const gold = rows.map(({ line, values }): CasePair => {
    const codeId = codeNamed(framework.codebook.codes, form(values[column] ?? ''))?.id;
    if (codeId === undefined)
      throw fail(line, { kind: 'no-such-code', id: values[column] ?? '', codebook: framework.codebook.id });
    return { caseId: values['case_id'] ?? '', codeId };
  });
  const cases = new Set(gold.map(({ caseId }) => caseId));
  if (column === 'main_pillar') {
    return { cases: cases.size, codes: [], pillars: pillarsOf(store, framework, gold, request) };
  }
  const open = new Set(framework.open.map(({ id }) => id));
  const found = (matrix.rows as readonly MatrixRow[]).filter(
    ({ caseId, codeId }) => cases.has(caseId) && open.has(codeId),
  );
  return { cases: cases.size, codes: assessCoding(framework.open, gold, found), pillars: null };
}

function pillarsOf(
  store: Store,
  framework: Framework,
  gold: readonly CasePair[],
  request: Omit<TableRequest, 'name' | 'by'>,
): GoldReport['pillars'] {
  const { rows } = makeTable({ store }, { ...request, name: 'pillars', by: 'case' });
  const ranked = (rows as readonly PillarRow[]).filter(({ rank }) => rank !== null);
  const rankedOf = groupBy(ranked, ({ group }) => group);
  const placed = gold.map(({ caseId, codeId }) => {
    const label = framework.codes.get(codeId)?.label.zh ?? codeId;
    const own = rankedOf.get(caseId) ?? [];
    const score = own.find(({ pillar }) => pillar === label)?.score ?? Number.POSITIVE_INFINITY;
    return {
      caseId,
      gold: label,
      found: own.flatMap(({ pillar, rank }) => (rank === 1 ? (pillar ?? []) : [])).join(' / '),
      // Pillars of an equal score are no less right than this one: only one alone comes first.
      place: own.filter((other) => other.score >= score).length,
    };
  });
  return {
    first: placed.filter(({ place }) => place === 1).length,
    withinTwo: placed.filter(({ place }) => place === 1 || place === 2).length,
    of: placed.length,
    missed: placed
      .filter(({ place }) => place !== 1)
      .map(({ caseId, gold: label, found }) => ({ caseId, gold: label, found })),
  };
}
