import type { RankedWord } from '../model/candidate.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { DecidedWord } from '../model/decisions/verdict.js';
import type { Keyword } from '../model/keyword.js';
import { dropReason } from '../stages/screen/apply-rules.js';
import type { NameTest } from '../stages/screen/recognise-names.js';
import { screenKeywords } from '../stages/screen/screen-keywords.js';
import { unpackRanking, type WantedWord } from '../store/pack-ranking.js';
import { knownWordNumber, packedRanking, readRuleDrops, wordOfNumber } from '../store/ranking-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import type { ReadWordCases } from './affected-groups.js';
import type { ProjectView } from './project-view.js';

/** The keywords of one group as its verdicts leave them now, and which considered words rules drop. */
export interface ScreenedGroup {
  readonly candidates: readonly RankedWord[];
  readonly keywords: readonly Keyword[];
  readonly newDrops: ReadonlyMap<string, string>;
  /** Words that rules drop but nobody considers any more. */
  readonly oldDrops: readonly string[];
}

/** What screening one group needs besides the view. */
export interface ScreeningHelp {
  readonly casesOf: ReadWordCases;
  /** Whether people decide about a word of a group for the first time: whether rules drop it is not known yet. */
  readonly isNewlyConsidered: (group: string, word: string) => boolean;
  /** The words of a group that was ranked again, packed; nothing that was found of such a group before holds. */
  readonly ranked: (group: string) => Buffer | undefined;
  readonly isName: NameTest;
  /** The words that verdicts changed on, and those that they name. */
  readonly changed: ReadonlySet<string>;
}

/** Screens one group again, from its ranking and what was found before that rules drop. */
export function screenGroup(
  view: ProjectView,
  group: string,
  { casesOf, isNewlyConsidered, isName, ranked, changed }: ScreeningHelp,
): ScreenedGroup {
  const { store, rules, verdicts, generations } = view;
  const again = ranked(group);
  const candidates = again ? consideredWords(view, group, again) : consideredNow(view, group, changed);
  const known = readRuleDrops(store, group);
  const drops = again ? new Map<string, string>() : known;
  const newDrops = new Map<string, string>();
  for (const one of candidates) {
    if (!again && (one.rank <= view.top || !isNewlyConsidered(group, one.word))) continue;
    const reason = dropReason(one, rules.drop, isName);
    if (reason !== null) newDrops.set(one.word, reason);
  }
  const considered = new Set(candidates.map(({ word }) => word));
  const ids = new Set(generations.get(group)?.caseIds);
  const keywords = screenKeywords(
    new Map([[group, candidates]]),
    rules,
    verdictsOn(view, group, [...considered, ...verdicts.found(group), ...verdicts.found(ALL_GROUPS)]),
    (_, word) => casesOf(word).some((id) => ids.has(id)),
    ({ word }) => newDrops.get(word) ?? drops.get(word) ?? null,
  );
  const isOld = (word: string) => !considered.has(word) || (again !== undefined && !newDrops.has(word));
  return { candidates, keywords, newDrops, oldDrops: [...known.keys()].filter(isOld) };
}

/** What is left of a group that has no cases any more: nothing. */
export function emptyGroup(store: Store, group: string): ScreenedGroup {
  return {
    candidates: [],
    keywords: [],
    newDrops: new Map(),
    oldDrops: [...readRuleDrops(store, group).keys()],
  };
}

/** The words that are considered in a group: of those that were last, and further down, only changed ones are or are not. */
function consideredNow(
  view: ProjectView,
  group: string,
  changed: ReadonlySet<string>,
): readonly RankedWord[] {
  const { store, top, verdicts, screened } = view;
  const before = screened.get(group)?.candidates;
  if (before === undefined) return consideredWords(view, group, packedRanking(store, group));
  const isMentioned = verdicts.mentionedIn(group);
  const isMentionedForAll = verdicts.mentionedIn(ALL_GROUPS);
  const mentioned = new Set([...changed].filter((word) => isMentioned(word) || isMentionedForAll(word)));
  const stay = before.filter(({ rank, word }) => rank <= top || !changed.has(word) || mentioned.has(word));
  for (const { word } of stay) mentioned.delete(word);
  const added = new Set([...mentioned].map((word) => knownWordNumber(store, word)));
  added.delete(undefined);
  if (added.size === 0) return stay;
  const ranking = packedRanking(store, group);
  const found = rankedWords(view, group, ranking, (_, wordNo) => added.has(wordNo));
  return found.length === 0 ? stay : [...stay, ...found].sort((one, other) => one.rank - other.rank);
}

/** The first candidates of a group, and those further down that people decided about; `see` is told all words by number. */
export function consideredWords(
  view: ProjectView,
  group: string,
  ranking: Buffer | undefined,
  see: (wordNo: number) => void = () => {},
): RankedWord[] {
  const { top, verdicts } = view;
  const isMentioned = verdicts.mentionedIn(group);
  const isMentionedForAll = verdicts.mentionedIn(ALL_GROUPS);
  const wordOf = wordReader(view);
  const isWanted = (rank: number, wordNo: number) => {
    see(wordNo);
    if (rank <= top) return true;
    const word = wordOf(wordNo);
    return isMentionedForAll(word) || isMentioned(word);
  };
  return rankedWords(view, group, ranking, isWanted);
}

/** Those of the ranked words of a group that are wanted. */
function rankedWords(
  view: ProjectView,
  group: string,
  ranking: Buffer | undefined,
  isWanted: WantedWord,
): RankedWord[] {
  const wordOf = wordReader(view);
  const wanted = ranking === undefined ? [] : unpackRanking(ranking, { isWanted });
  return wanted.map(({ rank, wordNo, pos, weight, frequency, isNew }) => {
    return { group, rank, word: wordOf(wordNo), pos, weight, frequency, isNew };
  });
}

/** Makes a reader of the words of numbers, which remembers them. */
function wordReader({ store, words }: ProjectView): (wordNo: number) => string {
  return (wordNo) => {
    const known = words.get(wordNo);
    if (known !== undefined) return known;
    const word = wordOfNumber(store, wordNo);
    words.set(wordNo, word);
    return word;
  };
}

/** The verdicts of screening on words and on all that these are folded into, in the order of all verdicts. */
function verdictsOn(
  { verdicts, rules }: ProjectView,
  group: string,
  words: readonly string[],
): DecidedWord[] {
  const reached = new Set(words);
  const general: DecidedWord[] = [];
  const own: DecidedWord[] = [];
  for (const word of reached) {
    const forAll = verdicts.find(ALL_GROUPS, word, 'screening');
    const forGroup = verdicts.find(group, word, 'screening');
    if (forAll) general.push(forAll);
    if (forGroup) own.push(forGroup);
    const ruled = Object.hasOwn(rules.fold, word) ? rules.fold[word] : undefined;
    for (const into of [forAll?.verdict.into, forGroup?.verdict.into, ruled]) {
      if (into !== undefined) reached.add(into);
    }
  }
  const byWord = (one: DecidedWord, other: DecidedWord) => compareByCodePoint(one.word, other.word);
  return [...general.sort(byWord), ...own.sort(byWord)];
}
