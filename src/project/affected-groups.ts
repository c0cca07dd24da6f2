import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { knownWordNumber, readRanking } from '../store/ranking-table.js';
import { listsWithWord } from '../store/term-lists.js';
import type { ProjectView } from './project-view.js';
import type { SettledChange } from './settle-questions.js';
import { wasFound } from './verdict-question.js';

/** Tells in which cases a word that readers found occurs. */
export type ReadWordCases = (word: string) => readonly string[];

/** So many changes, and more than there are groups, affect nearly all of them; asking which takes longer than screening. */
const MANY = 250;

/** Tells whether a verdict for a group, by its own name, named a word before verdicts changed. */
export type MentionedBefore = (group: string, word: string) => boolean;

/**
 * Finds the groups whose screening changed verdicts may change; the view has them already. A verdict for all groups is
 * asked for in those that have its word, its target, or a word that is folded into it, by people or by a rule. One that is
 * not about screening matters where it alone has a word considered that ranks too low, or no longer does.
 */
export function findAffectedGroups(
  view: ProjectView,
  changes: readonly SettledChange[],
  { casesOf, wasMentioned }: { readonly casesOf: ReadWordCases; readonly wasMentioned: MentionedBefore },
): Set<string> {
  if (changes.length > Math.max(MANY, view.generations.size)) return new Set(view.generations.keys());
  const affected = new Set<string>();
  const words = new Set<string>();
  const namedOnly = new Set<string>();
  const foundWords = new Set<string>();
  for (const { group, word, aspect, before, after } of changes) {
    if (group !== ALL_GROUPS) {
      affected.add(group);
      continue;
    }
    for (const one of [word, before?.into, after?.into]) {
      if (one !== undefined) (aspect === 'screening' ? words : namedOnly).add(one);
    }
    if (aspect !== 'screening') continue;
    if (wasFound(before)) foundWords.add(word);
    for (const source of foldedInto(view, word)) {
      words.add(source.word);
      if (source.isFound) foundWords.add(source.word);
      if (source.group !== null) affected.add(source.group);
    }
  }
  for (const word of words) for (const group of groupsWithWord(view, word)) affected.add(group);
  const isMentioned = view.verdicts.mentionedIn(ALL_GROUPS);
  for (const word of namedOnly) {
    if (isMentioned(word) === wasMentioned(ALL_GROUPS, word)) continue;
    for (const group of groupsWithWord(view, word)) if (!isAmongFirst(view, group, word)) affected.add(group);
  }
  for (const word of foundWords) {
    for (const caseId of casesOf(word)) affected.add(view.groupOf.get(caseId) ?? ALL_GROUPS);
  }
  return new Set([...affected].filter((group) => view.generations.has(group)));
}

/** The groups that have a word among the terms of their cases. */
function groupsWithWord(view: ProjectView, word: string): Iterable<string> {
  const { store, groupOf, caseOfTermList } = view;
  const number = knownWordNumber(store, word);
  const remembered = number === undefined ? undefined : view.groupsOfWord.get(number);
  if (remembered) return remembered;
  const cases = listsWithWord(store, word).map((list) => caseOfTermList.get(list) ?? '');
  return new Set(cases.flatMap((caseId) => groupOf.get(caseId) ?? []));
}

/** Whether a word ranks so high in a group that it is considered whatever people decide. */
function isAmongFirst({ store, top }: ProjectView, group: string, word: string): boolean {
  const number = knownWordNumber(store, word);
  return readRanking(store, group, top).some(({ wordNo }) => wordNo === number);
}

interface Source {
  readonly word: string;
  /** The group whose own verdict folds it, null for all. */
  readonly group: string | null;
  readonly isFound: boolean;
}

/** A word and all that lead to it by folds, whatever the group. */
function foldedInto({ verdicts, rules }: ProjectView, word: string): Source[] {
  const sources: Source[] = [];
  const reached = new Set([word]);
  for (const target of reached) {
    for (const one of verdicts.naming(target)) {
      if (one.aspect !== 'screening') continue;
      const { group } = one;
      sources.push({
        word: one.word,
        group: group === ALL_GROUPS ? null : group,
        isFound: wasFound(one.verdict),
      });
      reached.add(one.word);
    }
    for (const [folded, into] of Object.entries(rules.fold)) {
      if (into !== target) continue;
      sources.push({ word: folded, group: null, isFound: false });
      reached.add(folded);
    }
  }
  return sources;
}
