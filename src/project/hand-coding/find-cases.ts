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

/** Finds cases by what people call them. */
export interface CaseFinder {
  /** The case of an id, else of a title; undefined where there is none. @throws UserError cases/sealed, coding/several-cases */
  readonly find: (name: string) => string | undefined;
  /** Whether some text is the id of a case. */
  readonly has: (name: string) => boolean;
  /** The ids that are the same number as a name with other zeros before or behind, as a spreadsheet makes `1` of `01`. */
  readonly sameNumber: (name: string) => readonly string[];
  /** The ids nearest to a name that no case has. */
  readonly near: (name: string) => string;
}

/** Makes what finds the cases of a project by their ids, else by their titles. */
export function caseFinder(store: Store): CaseFinder {
  const heads = [...readCaseHeads(store, { scope: 'all' })].map(({ id, title }) => ({ id, title }));
  const byId = new Map(heads.map(({ id }) => [toTextForm(id), id]));
  const byTitle = groupBy(heads, ({ title }) => toTextForm(title));
  const sealed = readCaseStandings(store, 'sealed');
  return {
    find: (name) => {
      const form = toTextForm(name);
      const ofTitle = byTitle.get(form) ?? [];
      const id = byId.get(form) ?? (ofTitle.length === 1 ? ofTitle[0]?.id : undefined);
      if (id !== undefined && sealed.has(id)) throw new UserError('cases/sealed', { id });
      if (id === undefined && ofTitle.length > 1) {
        throw new UserError('coding/several-cases', { name, cases: ofTitle.map((one) => one.id).join(', ') });
      }
      return id;
    },
    has: (name) => byId.has(toTextForm(name)),
    sameNumber,
    near: (name) => [...new Set([...sameNumber(name), ...nearest(name, [...byId.values()], 3)])].join(', '),
  };

  function sameNumber(name: string): string[] {
    const number = numberOf(name);
    return number === null ? [] : [...byId.values()].filter((id) => numberOf(id) === number);
  }
}

/** Finds the cases of rows; one that is not there is new where that is allowed, else a problem. */
export function findCases(store: Store, rows: readonly CodingRow[], mayAdd: boolean): FoundCases {
  const cases = caseFinder(store);
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
    const known = unknown.get(form) ?? cases.find(name);
    if (known !== undefined) return known;
    if (!mayAdd || cases.sameNumber(name).length > 0)
      throw new UserError('coding/unknown-case', { name, near: cases.near(name) });
    unknown.set(form, name);
    return name;
  }
}

function numberOf(name: string): string | null {
  return /^0*(\d+?)(?:\.0+)?$/.exec(toTextForm(name))?.[1] ?? null;
}
