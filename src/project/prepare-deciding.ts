import { codeOfWord } from '../stages/code/map-keywords.js';
import { readKeywords } from '../store/keyword-table.js';
import { packedRanking, wordsByNumber } from '../store/ranking-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { type ProjectView, viewProject } from './project-view.js';
import { consideredWords } from './screen-group.js';
import { REMEMBERED } from './screened-before.js';

/** Groups that are read before somebody else has their turn. */
const AT_ONCE = 100;

/** Loads what decisions need to know of a project, so that the first one need not; nothing where rows are out of date. */
export async function prepareDeciding(store: Store): Promise<void> {
  const view = viewProject(store);
  if (view === null || view.screened.size > 0 || view.generations.size > REMEMBERED) return;
  const groupsOfWord = new Map<number, string[]>();
  let done = 0;
  for (const _ of rememberGroups(view, groupsOfWord)) {
    done += 1;
    if (done % AT_ONCE === 0) await new Promise((resume) => setImmediate(resume));
  }
  for (const [wordNo, groups] of groupsOfWord) view.groupsOfWord.set(wordNo, groups);
  // What recognises names, of one of the groups, and codes is made ready by asking it.
  const [group] = view.generations.keys();
  if (group !== undefined) view.isName({ group, word: '', pos: 'ns' }, 'place');
  for (const { framework } of view.frameworks.values()) codeOfWord(framework, '');
}

/** Remembers each group as it is saved, and collects the groups of the words among the keywords. */
function* rememberGroups(view: ProjectView, groupsOfWord: Map<number, string[]>): Generator<void> {
  const { store, words, generations, screened } = view;
  const all = readKeywords(store);
  const keywords = groupBy(all, ({ group }) => group);
  const keywordWords = new Set(all.map(({ word }) => word));
  for (const { no, word } of wordsByNumber(store)) {
    words.set(no, word);
    if (keywordWords.has(word)) groupsOfWord.set(no, []);
  }
  for (const group of generations.keys()) {
    const see = (wordNo: number) => void groupsOfWord.get(wordNo)?.push(group);
    const candidates = consideredWords(view, group, packedRanking(store, group), see);
    screened.set(group, { candidates, keywords: keywords.get(group) ?? [] });
    yield;
  }
}
