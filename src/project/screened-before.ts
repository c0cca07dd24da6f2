import type { RankedWord } from '../model/candidate.js';
import type { Keyword } from '../model/keyword.js';
import { keywordsOfGroup } from '../store/keyword-table.js';
import type { DerivedRows } from './derived-rows.js';
import type { ProjectView } from './project-view.js';

/** A group as its rows are saved. */
export interface ScreenedBefore {
  readonly candidates: readonly RankedWord[];
  readonly keywords: readonly Keyword[];
}

/** How many groups a view remembers: whoever screens decides about the same ones again and again. */
const REMEMBERED = 5000;

/** Remembers the groups that were screened, once their rows are saved. */
export function rememberScreened({ screened }: ProjectView, { groups }: DerivedRows): void {
  if (screened.size + groups.size > REMEMBERED) screened.clear();
  for (const [group, { candidates, keywords }] of groups) screened.set(group, { candidates, keywords });
}

/** The keywords of a group as they are saved. */
export function savedKeywords({ screened, store }: ProjectView, group: string): readonly Keyword[] {
  return screened.get(group)?.keywords ?? keywordsOfGroup(store, group);
}

/** The keywords of a group as they are now, saved or not. */
export function keywordsNow(view: ProjectView, { groups }: DerivedRows, group: string): readonly Keyword[] {
  return groups.get(group)?.keywords ?? savedKeywords(view, group);
}

/** The candidates that were considered last, where verdicts on some words cannot have changed which these are. */
export function candidatesBefore(
  { screened, top }: ProjectView,
  group: string,
  changed: ReadonlySet<string>,
): readonly RankedWord[] | undefined {
  const candidates = screened.get(group)?.candidates;
  const first = candidates?.filter(({ rank, word }) => rank <= top && changed.has(word));
  return first?.length === changed.size ? candidates : undefined;
}
