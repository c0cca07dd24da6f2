import type { RankedWord } from '../model/candidate.js';
import type { Keyword } from '../model/keyword.js';
import { keywordsOfGroup } from '../store/keyword-table.js';
import type { Store } from '../store/store.js';

/** What was considered in a group, and what became of it. */
export interface ScreenedBefore {
  readonly candidates: readonly RankedWord[];
  readonly keywords: readonly Keyword[];
}

/** A project of which some groups are remembered as their rows are saved. */
export interface RemembersScreened {
  readonly store: Store;
  readonly screened: Map<string, ScreenedBefore>;
  /** By the numbers of words the groups that have them among their ranked words: of all groups, or of no word. */
  readonly groupsOfWord: Map<number, readonly string[]>;
}

/** How many groups are remembered: whoever screens decides about the same ones again and again. */
export const REMEMBERED = 5000;

/** Remembers groups that were screened, once their rows are saved. */
export function rememberScreened(
  { screened, groupsOfWord }: RemembersScreened,
  groups: ReadonlyMap<string, ScreenedBefore>,
  rankings: ReadonlyMap<string, unknown>,
): void {
  if (rankings.size > 0) groupsOfWord.clear();
  if (screened.size + groups.size > REMEMBERED) screened.clear();
  for (const [group, { candidates, keywords }] of groups) screened.set(group, { candidates, keywords });
}

/** The keywords of a group as they are saved. */
export function savedKeywords({ screened, store }: RemembersScreened, group: string): readonly Keyword[] {
  return screened.get(group)?.keywords ?? keywordsOfGroup(store, group);
}

/** The keywords of a group as they are now, among `groups` that are not saved yet or as they are saved. */
export function keywordsNow(
  project: RemembersScreened,
  groups: ReadonlyMap<string, ScreenedBefore>,
  group: string,
): readonly Keyword[] {
  return groups.get(group)?.keywords ?? savedKeywords(project, group);
}
