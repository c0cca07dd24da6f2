import { currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { termLists } from '../store/term-lists.js';
import { groupTexts } from './group-cases.js';
import { findGenerations, type Groups, generationOfCases, type RankedGroups } from './ranked-groups.js';

/** Which cases count in a project, in which groups, and with which terms: what decisions about cases and regions change. */
export interface Ground {
  readonly groups: Groups;
  readonly generations: RankedGroups;
  readonly groupOf: ReadonlyMap<string, string>;
  readonly versions: ReadonlyMap<string, string>;
  /** The list of terms of each mined case under the generation of its group. */
  readonly termListOf: ReadonlyMap<string, number>;
  readonly caseOfTermList: ReadonlyMap<number, string>;
}

/** Reads the ground of a project. */
export function readGround(store: Store): Ground {
  const groups = groupTexts(store);
  const generations = findGenerations(store, groups);
  const generationOf = generationOfCases(generations);
  const lists = termLists(store).filter(({ caseId, generation }) => generationOf.get(caseId) === generation);
  return {
    groups,
    generations,
    groupOf: new Map([...groups].flatMap(([group, ids]) => ids.map((id) => [id, group] as const))),
    versions: new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version])),
    termListOf: new Map(lists.map(({ caseId, listNo }) => [caseId, listNo])),
    caseOfTermList: new Map(lists.map(({ caseId, listNo }) => [listNo, caseId])),
  };
}

/** The ground of what has one. */
export function groundOf(of: Ground): Ground {
  const { groups, generations, groupOf, versions, termListOf, caseOfTermList } = of;
  return { groups, generations, groupOf, versions, termListOf, caseOfTermList };
}
