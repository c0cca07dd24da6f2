import type { ChangedTerms } from '../stages/code/changed-terms.js';
import { differentWords, groupsWithKeyword } from '../store/keyword-table.js';
import { buildTermMatcher } from '../text/term-matcher.js';
import { type AffectedWords, addAffected } from './affected-words.js';
import type { DerivedRows } from './derived-rows.js';
import type { ProjectView } from './project-view.js';

/** Adds words to the affected ones in all groups that have them among their keywords. */
export function addEverywhere(
  { store }: ProjectView,
  { groups }: DerivedRows,
  affected: AffectedWords,
  words: Iterable<string>,
): void {
  for (const word of words) {
    for (const group of groupsWithKeyword(store, word)) addAffected(affected, group, word);
    for (const [group, { keywords }] of groups) {
      if (keywords.some((one) => one.word === word)) addAffected(affected, group, word);
    }
  }
}

/** The keywords that a changed term leads elsewhere, and those that people merged into a code by a changed name. */
export function wordsLedElsewhere(
  view: ProjectView,
  rows: DerivedRows,
  { inKeywords, names }: ChangedTerms,
): Set<string> {
  const decided = [...names].flatMap((name) =>
    view.verdicts
      .naming(name)
      .filter(({ aspect, verdict: { into } }) => aspect === 'mapping' && into === name),
  );
  const words = new Set(decided.map(({ word }) => word));
  if (inKeywords.size === 0) return words;
  const matcher = buildTermMatcher([...inKeywords]);
  for (const word of keywordWords(view, rows)) if (matcher.find(word).length > 0) words.add(word);
  return words;
}

/** The different words of all keywords, as they are now. */
function keywordWords(view: ProjectView, { groups }: DerivedRows): ReadonlySet<string> {
  if (view.keywordWords) return view.keywordWords;
  const words = new Set(differentWords(view.store));
  for (const { keywords } of groups.values()) for (const { word } of keywords) words.add(word);
  view.keywordWords = words;
  return words;
}
