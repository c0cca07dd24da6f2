import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { Keyword } from '../model/keyword.js';
import { compareKeywords, isSameKeyword, keywordsOfWord } from '../store/keyword-table.js';
import { casesOfReadWord } from '../store/read-word-table.js';
import { casesContaining } from '../store/string-index.js';
import type { CaseMove } from './affected-cases.js';
import { findAffectedGroups, type MentionedBefore, type ReadWordCases } from './affected-groups.js';
import { type AffectedWords, addAffected } from './affected-words.js';
import { findMovedWords, rankAgain } from './derive-cases.js';
import type { DerivedRows } from './derived-rows.js';
import type { ProjectView } from './project-view.js';
import { emptyGroup, screenGroup } from './screen-group.js';
import { keywordsNow, savedKeywords } from './screened-before.js';
import { type SettledChange, wordsNamed } from './settle-questions.js';
import { wasFound } from './verdict-question.js';

/** The keywords affected so far, the cases that moved, and about which words verdicts were before. */
export interface KeywordsToDerive {
  readonly affected: AffectedWords;
  readonly moves: readonly CaseMove[];
  readonly wasMentioned: MentionedBefore;
}

/**
 * Screens the affected groups again, finds where words that readers found occur, and adds the keywords that are others to
 * the affected ones.
 */
export function* deriveKeywords(
  view: ProjectView,
  changes: readonly SettledChange[],
  rows: DerivedRows,
  { affected, moves, wasMentioned }: KeywordsToDerive,
): Generator<void> {
  const { store, verdicts } = view;
  const casesOf = readWordCases(view, rows);
  const found = changes.filter(({ group, after }) => group === ALL_GROUPS && wasFound(after));
  findReadWords(
    view,
    rows,
    found.map(({ word }) => word),
  );
  findMovedWords(view, moves, rows);
  const isNewlyConsidered = (group: string, word: string) =>
    !wasMentioned(ALL_GROUPS, word) && !wasMentioned(group, word);
  const ranked = (group: string) => rows.rankings.get(group) ?? undefined;
  const help = {
    casesOf,
    isNewlyConsidered,
    isName: view.isName,
    ranked,
    changed: wordsNamed(changes),
  };
  const regrouped = yield* rankAgain(view, moves, rows);
  const read = new Set<string>();
  const noLongerRead = new Set(changes.flatMap(({ word, before }) => (wasFound(before) ? [word] : [])));
  for (const group of findAffectedGroups(view, changes, { casesOf, wasMentioned })) regrouped.add(group);
  for (const group of regrouped) {
    const before = savedKeywords(view, group);
    const screened = view.generations.has(group) ? screenGroup(view, group, help) : emptyGroup(store, group);
    rows.groups.set(group, { ...screened, changes: compareKeywords(before, screened.keywords) });
    for (const word of differingWords(before, screened.keywords)) {
      addAffected(affected, group, word);
      view.keywordWords?.add(word);
    }
    const [were, are] = [readWordsAmong(before), readWordsAmong(screened.keywords)];
    for (const word of are) if (!were.has(word)) read.add(word);
    for (const word of were) if (!are.has(word)) noLongerRead.add(word);
    yield;
  }
  addQuoted(view, changes, rows, affected);
  findReadWords(view, rows, [...read]);
  for (const word of noLongerRead) if (!isStillRead(word)) rows.readWords.set(word, null);

  function isStillRead(word: string): boolean {
    if (wasFound(verdicts.find(ALL_GROUPS, word, 'screening')?.verdict)) return true;
    const isReading = (keyword: Keyword) => keyword.word === word && keyword.source === 'reading';
    if ([...rows.groups.values()].some(({ keywords }) => keywords.some(isReading))) return true;
    return keywordsOfWord(store, word).some(
      (keyword) => !rows.groups.has(keyword.group) && isReading(keyword),
    );
  }
}

/** Where words that readers found occur, as far as it is known or was found now. */
export function readWordCases({ store }: ProjectView, { readWords }: DerivedRows): ReadWordCases {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const cases = readWords.get(word) ?? known.get(word) ?? casesOfReadWord(store, word);
    known.set(word, cases);
    return cases;
  };
}

function findReadWords(view: ProjectView, rows: DerivedRows, words: readonly string[]): void {
  const unknown = words.filter(
    (word) => !rows.readWords.has(word) && casesOfReadWord(view.store, word).length === 0,
  );
  if (unknown.length === 0) return;
  for (const [word, caseIds] of casesContaining(view.store, unknown)) rows.readWords.set(word, caseIds);
}

/** Adds the keywords for which a word counts whose passage, quoted in a case of whatever group, came or went. */
function addQuoted(
  view: ProjectView,
  changes: readonly SettledChange[],
  rows: DerivedRows,
  affected: AffectedWords,
): void {
  for (const { word, before, after } of changes) {
    for (const caseId of new Set([before?.caseId, after?.caseId])) {
      const group = view.groupOf.get(caseId ?? '');
      if (group === undefined) continue;
      for (const one of keywordsNow(view, rows.groups, group))
        if (one.word === word) addAffected(affected, group, one.countsFor);
    }
  }
}

const readWordsAmong = (keywords: readonly Keyword[]) =>
  new Set(keywords.filter(({ source }) => source === 'reading').map(({ word }) => word));

/** The keywords for which words count, or counted, whose rows are not as before. */
function differingWords(before: readonly Keyword[], after: readonly Keyword[]): Set<string> {
  const isSame = before.map((one, at) => isSameKeyword(one, after[at]));
  const byWord = (keywords: readonly Keyword[]) =>
    new Map(keywords.flatMap((one, at) => (isSame[at] ? [] : [[one.word, one] as const])));
  const [old, now] = [byWord(before), byWord(after)];
  const words = new Set<string>();
  for (const word of new Set([...old.keys(), ...now.keys()])) {
    const [one, other] = [old.get(word), now.get(word)];
    if (isSameKeyword(one, other)) continue;
    for (const row of [one, other]) if (row) words.add(row.countsFor).add(word);
  }
  return words;
}
