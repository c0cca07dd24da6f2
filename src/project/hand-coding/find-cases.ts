import { UserError } from '../../errors.js';
import type { CodingRow } from '../../model/hand-coding.js';
import { readCaseStandings } from '../../store/case-standing-table.js';
import { readCaseHeads } from '../../store/case-table.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { nearest } from '../../text/nearest.js';
import { toTextForm } from '../../text/text-form.js';

/** The cases that rows of hand coding are about. */
export interface FoundCases {
  readonly caseOf: ReadonlyMap<CodingRow, string>;
  /** Those that are to be added, in the order of the rows. */
  readonly unknown: readonly string[];
  readonly problems: readonly UserError[];
}

/** Finds cases by their ids, else by their titles; one that is not there is new where that is allowed, else a problem. */
export function findCases(store: Store, rows: readonly CodingRow[], mayAdd: boolean): FoundCases {
  const heads = [...readCaseHeads(store, { scope: 'all' })].map(({ id, title }) => ({ id, title }));
  const byId = new Map(heads.map(({ id }) => [toTextForm(id), id]));
  const byTitle = groupBy(heads, ({ title }) => toTextForm(title));
  const sealed = readCaseStandings(store, 'sealed');
  const caseOf = new Map<CodingRow, string>();
  const unknown = new Map<string, string>();
  const problems: UserError[] = [];
  for (const row of rows) {
    if (row.caseName === '') continue;
    try {
      caseOf.set(row, find(row.caseName));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(
        new UserError('coding/cell', { line: row.line, column: row.caseColumn, problems: [error] }),
      );
    }
  }
  return { caseOf, unknown: [...unknown.values()], problems };

  function find(name: string): string {
    const form = toTextForm(name);
    const ofTitle = byTitle.get(form) ?? [];
    const id = byId.get(form) ?? unknown.get(form) ?? (ofTitle.length === 1 ? ofTitle[0]?.id : undefined);
    if (id !== undefined && sealed.has(id)) throw new UserError('cases/sealed', { id });
    if (id !== undefined) return id;
    if (ofTitle.length > 1) {
      throw new UserError('coding/several-cases', { name, cases: ofTitle.map((one) => one.id).join(', ') });
    }
    if (!mayAdd) {
      const near = nearest(name, [...byId.values()], 3).join(', ');
      throw new UserError('coding/unknown-case', { name, near });
    }
    unknown.set(form, name);
    return name;
  }
}
