import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { CaseMove } from './affected-cases.js';
import type { MentionedBefore } from './affected-groups.js';
import { type AffectedWords, affectedWords } from './affected-words.js';
import { type CodebookChange, deriveMappings, derivePassages } from './derive-coding.js';
import { deriveKeywords } from './derive-keywords.js';
import type { DerivedRows } from './derived-rows.js';
import { noRows } from './derived-rows.js';
import { type AppliedFramework, applyVerdicts, type ProjectView, taughtBy } from './project-view.js';
import { type SettledChange, wordsNamed } from './settle-questions.js';
import { takeBackChanges } from './verdict-index.js';

/** What became another in force for all. */
export interface Changes {
  readonly changes: readonly SettledChange[];
  /** The cases that count otherwise; the ground of the view is where they went. */
  readonly moves: readonly CaseMove[];
}

/** How far rows are derived: no further than codebooks, or the mapping of keywords, or (all) the coded passages. */
export type Depth = 'codebooks' | 'mappings' | 'passages';

/**
 * Computes what derived rows become by changed verdicts and cases that count otherwise, and brings the view up to date with
 * them; yields after each group that is ranked or screened and each text that is read. The rows are still to be written (`saveRows`).
 */
export function* deriveChanges(
  view: ProjectView,
  { changes, moves }: Changes,
  depth: Depth = 'passages',
): Generator<void, DerivedRows> {
  const rows = noRows();
  const wasMentioned = mentionsBefore(view, changes);
  for (const change of changes) view.verdicts.change(change);
  const codebooks = changeCodebooks(view, changes);
  if (depth === 'codebooks') return rows;
  const affected: AffectedWords = affectedWords(changes);
  const quotesChanged = changes.some(({ before, after }) => before?.quote !== after?.quote);
  yield* deriveKeywords(view, changes, rows, { affected, moves, wasMentioned });
  const work = yield* deriveMappings(view, { codebooks, affected, moves, quotesChanged }, rows);
  if (depth === 'passages') yield* derivePassages(view, codebooks, rows, work);
  return rows;
}

/** Remembers which of the words that changes speak of verdicts named before; about others they say what they said. */
function mentionsBefore({ verdicts }: ProjectView, changes: readonly SettledChange[]): MentionedBefore {
  takeBackChanges(verdicts, changes);
  const groups = new Set(changes.map(({ group }) => group));
  const words = wordsNamed(changes);
  const mentioned = new Set<string>();
  for (const group of [ALL_GROUPS, ...groups]) {
    const isMentioned = verdicts.mentionedIn(group);
    for (const word of words) if (isMentioned(word)) mentioned.add(`${group}\t${word}`);
  }
  const isRemembered = (group: string, word: string) =>
    words.has(word) && (group === ALL_GROUPS || groups.has(group));
  return (group, word) =>
    isRemembered(group, word) ? mentioned.has(`${group}\t${word}`) : verdicts.mentionedIn(group)(word);
}

/** Lays the verdicts over each codebook again where they say something else of its codes or terms. */
function changeCodebooks(view: ProjectView, changes: readonly SettledChange[]): CodebookChange[] {
  const { frameworks } = view;
  const mayChange = changes.some(
    ({ aspect, group }) => aspect === 'code' || (aspect === 'mapping' && group === ALL_GROUPS),
  );
  if (!mayChange) return [];
  return [...frameworks].map(([codebookId, { base, framework }]) => {
    const now: AppliedFramework = applyVerdicts(base, taughtBy(view));
    frameworks.set(codebookId, now);
    return { codebookId, before: framework, after: now.framework };
  });
}
