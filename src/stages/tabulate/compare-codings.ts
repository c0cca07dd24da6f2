import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { PlacedCount } from '../../model/reference-count.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { countCodes } from './count-codes.js';
import { rankPillars } from './rank-pillars.js';

/** A coding as the tables are made from it. */
export interface Coding {
  readonly framework: Framework;
  readonly mappings: readonly AssignedKeyword[];
  readonly references: readonly PlacedCount[];
}

/** The counts of one code before and after; a code that one of the two codebooks lacks is new or gone. */
export interface CodeChange {
  readonly codeId: string;
  readonly code: string;
  readonly change: 'new' | 'gone' | 'changed';
  readonly assignments: readonly [before: number, after: number];
  readonly references: readonly [before: number, after: number];
  readonly cases: readonly [before: number, after: number];
}

/** What another coding changes in the tables. */
export interface CodingChanges {
  readonly codes: readonly CodeChange[];
  /** Cases that another pillar comes first in, equal ones together; null where no pillar has any evidence. */
  readonly mainPillars: readonly {
    readonly caseId: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Compares two codings of a project code by code and case by case; what stays the same is left out. */
export function compareCodings(before: Coding, after: Coding): CodingChanges {
  return { codes: changedCodes(before, after), mainPillars: changedPillars(before, after) };
}

function changedCodes(before: Coding, after: Coding): CodeChange[] {
  const [old, fresh] = [before, after].map(({ mappings, references }) => countCodes(mappings, references));
  const codes = new Map([...before.framework.codes, ...after.framework.codes]);
  return [...codes.values()].flatMap(({ id, label }): CodeChange[] => {
    const [was, is] = [old?.get(id), fresh?.get(id)];
    const row = {
      codeId: id,
      code: label.zh,
      assignments: [was?.assignments ?? 0, is?.assignments ?? 0],
      references: [was?.references ?? 0, is?.references ?? 0],
      cases: [was?.cases.size ?? 0, is?.cases.size ?? 0],
    } as const;
    if (!before.framework.codes.has(id)) return [{ ...row, change: 'new' }];
    if (!after.framework.codes.has(id)) return [{ ...row, change: 'gone' }];
    const isSame = [row.assignments, row.references, row.cases].every(([a, b]) => a === b);
    return isSame ? [] : [{ ...row, change: 'changed' }];
  });
}

function changedPillars(before: Coding, after: Coding): CodingChanges['mainPillars'] {
  const [old, fresh] = [before, after].map(mainPillars) as [Map<string, string>, Map<string, string>];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .sort(compareByCodePoint)
    .map((caseId) => ({ caseId, before: old.get(caseId) ?? null, after: fresh.get(caseId) ?? null }))
    .filter((one) => one.before !== one.after);
}

function mainPillars({ framework, mappings, references }: Coding): Map<string, string> {
  const ids = new Set([...mappings, ...references].map(({ caseId }) => caseId));
  const groups = new Map([...ids].map((id) => [id, [id]]));
  const first = rankPillars(framework, groups, mappings, references).filter(({ rank }) => rank === 1);
  const ofGroup = groupBy(first, ({ group }) => group);
  return new Map(
    Array.from(ofGroup, ([group, rows]) => [group, rows.map(({ pillar }) => pillar).join(' / ')]),
  );
}
