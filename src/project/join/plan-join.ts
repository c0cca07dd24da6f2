import { UserError } from '../../errors.js';
import { keyOf } from '../../model/decisions/target.js';
import type { JoinSide } from './join-side.js';
import { type CoderNames, mapCoders, renameInLog } from './map-coders.js';
import { keyEntries, type MergedLogs, mergeLogs } from './merge-logs.js';
import { type JoinedCases, planCases } from './plan-cases.js';
import { type JoinedSettings, planSettings } from './plan-settings.js';
import { type JoinedStatistics, planStatistics } from './plan-statistics.js';

/** What a project takes over from another one, but for what single decisions say. */
export interface JoinPlan {
  readonly cases: JoinedCases;
  readonly settings: JoinedSettings;
  readonly statistics: JoinedStatistics;
  readonly coders: {
    readonly nameOf: CoderNames;
    readonly withGuid: readonly { readonly name: string; readonly guid: string }[];
  };
  readonly log: MergedLogs;
  /** Whether this project has all derived rows that follow from what it says, so that only what the other adds is to follow. */
  readonly isUpToDate: boolean;
  /** What must be the same in both projects before they can be joined. */
  readonly problems: readonly UserError[];
}

/** Plans a join from what is known of both projects; both come to the same, whichever is joined to which. */
export function planJoin(
  here: JoinSide,
  there: JoinSide,
  coderMap: ReadonlyMap<string, string> = new Map(),
): JoinPlan {
  const { nameOf, problems } = mapCoders(here.coders, there.coders, coderMap);
  const ours = keyEntries(here.log);
  const theirs = keyEntries(renameInLog(there.log, nameOf));
  const decided = new Set([...ours, ...theirs].map(({ key }) => key));
  const cases = planCases(here.cases, there.cases);
  const settings = planSettings(here, there, {
    setting: (name) => decided.has(JSON.stringify(['setting', name])),
    attribute: (caseId, name) => decided.has(keyOf({ type: 'attribute', caseId, name })),
  });
  const known = new Map(here.coders.map((coder) => [coder.name, coder]));
  const withGuid = there.coders.flatMap(({ name, guid, isGiven }) =>
    isGiven && !known.get(nameOf(name))?.isGiven ? { name: nameOf(name), guid } : [],
  );
  return {
    cases,
    settings,
    statistics: planStatistics(here.mined, there.mined),
    coders: { nameOf, withGuid },
    log: mergeLogs(ours, theirs),
    isUpToDate: here.isUpToDate && (here.isGrown || !there.isGrown),
    problems: [...problems, ...namedTwice(here, there), ...cases.problems, ...settings.problems],
  };
}

/** Ids of cases that are other ids of other cases in the other project. */
function namedTwice(here: JoinSide, there: JoinSide): UserError[] {
  const clashes = (one: JoinSide, other: JoinSide) =>
    one.cases.flatMap(({ id }) => {
      const of = other.aliases.get(id);
      return of === undefined ? [] : new UserError('join/id-of-another', { caseId: id, of });
    });
  return [...clashes(here, there), ...clashes(there, here)];
}
